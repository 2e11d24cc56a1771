"""The page shown while there is no site yet: what was found, or that the first build is under way.

Whole without scripts; everything from outside is escaped.
"""

from html import escape

from handbook.preview.outcome import Remark, State

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body class="preview-page">
<main>
<h1>{title}</h1>
{content}
</main>
</body>
</html>
"""


def waiting_page(state: State) -> str:
    """Write the page for a state without a site."""
    if not state.outcome_number:
        return _PAGE.format(title="Đang dựng trang…", content="<p>Trang sẽ tự hiện khi dựng xong.</p>")
    items = "\n".join(_item(remark) for remark in state.remarks)
    words = f'<pre tabindex="0">{escape(state.words)}</pre>' if state.words else ""
    return _PAGE.format(
        title="Chưa dựng được trang",
        content=f"<p>Sửa các lỗi dưới đây rồi lưu; trang sẽ tự hiện.</p>\n<ol>\n{items}\n</ol>\n{words}",
    )


def _item(remark: Remark) -> str:
    place = f"{remark.path}:{remark.line}:{remark.column}"
    hint = f"<p>Cách sửa: {escape(remark.hint)}</p>" if remark.hint else ""
    return f"<li><p><code>{escape(place)}</code> {escape(remark.message)} [{escape(remark.code)}]</p>{hint}</li>"
