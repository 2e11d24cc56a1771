"""The one place that knows the theme's search markup: what Material's script needs in a page, and what ours replaces.

Material is pinned, but a template may change; a search field that finds nothing looks whole, so the build looks first.
"""

import re

WORKER = r"assets/javascripts/handbook-\w+/search/worker\.js"
BOX = r"assets/javascripts/handbook-\w+/search/box\.js"
"""Patterns of the addresses of our scripts, which bear the version of the theme."""

NEEDED = {
    rf'<script id="__config" [^>]*>[^<]*"search": ?"[^"]*{WORKER}"': "cấu hình trỏ tới worker.js",
    rf'<script src="[^"]*{BOX}">.*<script src="[^"]*/bundle\.\w+\.min\.js"': "box.js trước mã Material",
    r'<input [^>]*id="__search"': "ô đánh dấu __search",
    r'<form [^>]*name="search"': "biểu mẫu tên search",
    r"<label [^>]*for=\"__search\"": "nhãn cho __search",
    r'data-md-component="?search"?[ >]': "khung tìm kiếm",
    r'<input [^>]*data-md-component="?search-query"?': "ô gõ từ cần tìm",
    r'data-md-component="?search-result"?': "chỗ hiện kết quả",
    r'data-sh-search="status"': "dòng báo số kết quả",
    r'data-sh-search="sorts"': "chỗ lọc theo loại",
    r'data-sh-search="none"': "chỗ báo không thấy",
}
"""What stands in every page, as a pattern → its name for who has to mend the template."""


class UnexpectedMarkupError(Exception):
    """A page's search markup is not the one that our scripts work with; the text says in Vietnamese what is missing."""


def expect_search_markup(html: str) -> None:
    """Make sure that a finished page has the search markup that Material's script and ours need.

    Raises:
        UnexpectedMarkupError: Something is missing.
    """
    missing = [name for pattern, name in NEEDED.items() if not re.search(pattern, html, re.DOTALL)]
    if missing:
        raise UnexpectedMarkupError(
            f"Khung trang không còn phần tìm kiếm như mã của cẩm nang cần; thiếu: {', '.join(missing)}.\n"
            "    Cách sửa: đối chiếu theme/main.html và theme/partials/search.html với bản Material đang ghim."
        )
