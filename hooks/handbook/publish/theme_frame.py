"""What the theme must go on writing and knowing: marks in a page, names in its script, classes in its sheet, blocks.

Material is pinned, but a raised pin may bring other markup; a page whose menu no longer opens still looks whole, so the
build looks first and says where to mend. Search has a list of its own (`handbook/search/theme.py`).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.search.theme import UnexpectedMarkupError, expect_search_markup

OWN_BLOCKS = frozenset({"content_class", "path"})
OWN_PARTIALS = frozenset({"edit.html", "scripts.html", "styles.html", "words.html"})
"""Blocks and partials that our templates have beside those that they take the place of."""
NO_SCRIPT = frozenset({"skip"})
"""Components that Material writes and its script never looks for."""

MARKS = {
    r'<input (?=[^>]*class="md-toggle")(?=[^>]*data-md-toggle="drawer")[^>]*id="__drawer"': (
        "ô đánh dấu __drawer để mở danh mục",
        "theme/partials/header.html, theme/assets/javascripts/handbook/header.js",
    ),
    r'<input (?=[^>]*class="md-toggle")(?=[^>]*data-md-toggle="search")[^>]*id="__search"': (
        "ô đánh dấu __search để mở phần tìm",
        "theme/partials/search.html, theme/assets/javascripts/handbook/search/box.js",
    ),
    r'<label class="md-overlay" for="__drawer"': ("lớp phủ đóng danh mục", "theme/partials/header.html"),
    r'<meta name="handbook-version"': ("khối site_meta", "theme/main.html"),
    r'<link rel="stylesheet" href="[^"]*/main\.\w+\.min\.css">.*'
    r'<link rel="stylesheet" href="[^"]*/handbook-\w+/screen\.css">': (
        "kiểu dáng của cẩm nang đứng sau main.….min.css của Material",
        "theme/main.html, theme/partials/styles.html",
    ),
    r'<script src="[^"]*/first\.js">.*<body': ("first.js trước thân trang", "theme/partials/javascripts/base.html"),
    r'<script defer src="[^"]*/page\.js"': ("page.js", "theme/main.html, theme/partials/scripts.html"),
    r'<script src="[^"]*/bundle\.\w+\.min\.js">': ("mã bundle.….min.js của Material", "theme/main.html"),
    r'<div class="md-container" data-md-component="container">.*<main class="md-main" data-md-component="main">.*'
    r'<div class="md-main__inner md-grid">': (
        "khung md-container, md-main, md-main__inner",
        "theme/main.html, theme/assets/stylesheets/handbook/frame.css",
    ),
    r'data-sh-toggle="__drawer"': ("thanh đầu trang của cẩm nang", "theme/partials/header.html"),
    r'data-md-component="sidebar" data-md-type="navigation"': ("khối site_nav", "theme/main.html"),
    r'<article [^>]*id="noi_dung"': ("khối container", "theme/main.html"),
    r'class="sh-footer"': ("chân trang của cẩm nang", "theme/partials/footer.html"),
}
"""What stands in every page, as a pattern → its name, and where our side of it stands."""

_COMPONENT = re.compile(r'data-md-(?:component|toggle)="([\w-]+)"')
_CLASSES = re.compile(r'class="([^"]*)"')
_CLASS = re.compile(r"\.(md-[\w-]+)")
_BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")


class UnexpectedThemeError(Exception):
    """The theme is not the one that our templates, styles and scripts are made for; the text says what and where."""


def expect_templates(own: Path, theirs: Path) -> None:
    """Make sure that blocks and partials of ours take the place of something; to be asked before pages are made.

    Args:
        own: The folder of our templates.
        theirs: The folder of the theme's.

    Raises:
        UnexpectedThemeError: Something is not there any more.
    """
    if missing := [*_templates(own, theirs)]:
        raise UnexpectedThemeError(_told(missing))


def expect_theme(site: Path) -> None:
    """Make sure that the theme still writes and knows what our templates, styles and scripts rest on.

    Args:
        site: The finished folder, with the theme's own files in it.

    Raises:
        UnexpectedThemeError: Something is not there any more.
    """
    html = (site / "index.html").read_text(encoding="utf-8")
    told: list[str] = []
    try:
        expect_search_markup(html)
    except UnexpectedMarkupError as error:
        told.append(str(error))
    if missing := [*_marks(html), *_names(site, html)]:
        told.append(_told(missing))
    if told:
        raise UnexpectedThemeError("\n".join(told))


def _told(missing: list[tuple[str, str]]) -> str:
    lines = "".join(f"  - {what}: xem {where}\n" for what, where in missing)
    return (
        f"Giao diện Material không còn như cẩm nang cần; thiếu:\n{lines}"
        "    Cách sửa: đối chiếu các tệp nêu trên với bản Material đang ghim; nếu vừa nâng bản,"
        " lấy lại bản cũ bằng git restore requirements."
    )


def _marks(html: str) -> Iterator[tuple[str, str]]:
    for pattern, told in MARKS.items():
        if not re.search(pattern, html, re.DOTALL):
            yield told
    if 'data-md-component="palette"' in html and not re.search(r'href="[^"]*/palette\.\w+\.min\.css"', html):
        yield "kiểu dáng palette.….min.css", "theme/partials/palette.html"


def _names(site: Path, html: str) -> Iterator[tuple[str, str]]:
    """Tell names in our page that Material's script or sheet no longer knows; so also those in our own sheet."""
    script, sheet = (_text(site, f"assets/{name}") for name in ("javascripts/bundle.*.js", "stylesheets/main.*.css"))
    for name in sorted(set(_COMPONENT.findall(html)) - NO_SCRIPT):
        if f'"{name}"' not in script:
            yield f"tên “{name}” trong mã của Material", "theme/partials (data-md-component)"
    known = set(_CLASS.findall(sheet))
    in_page = {name for names in _CLASSES.findall(html) for name in names.split() if name.startswith("md-")}
    for name in sorted(in_page - known):
        yield f"lớp “{name}” trong kiểu dáng của Material", "theme/partials, theme/main.html"
    for name in sorted(set(_CLASS.findall(_text(site, "assets/stylesheets/handbook*/screen.css"))) - in_page - known):
        yield f"lớp “{name}” mà kiểu dáng của cẩm nang nhắm tới", "theme/assets/stylesheets/handbook"


def _templates(own: Path, theirs: Path) -> Iterator[tuple[str, str]]:
    """Tell blocks and partials of ours that take the place of nothing."""
    ours, base = _text(own, "main.html"), _text(theirs, "base.html")
    for name in sorted(set(_BLOCK.findall(ours)) - set(_BLOCK.findall(base)) - OWN_BLOCKS):
        yield f"khối “{name}” trong base.html của Material", "theme/main.html"
    for file in sorted((own / "partials").rglob("*.html")):
        name = file.relative_to(own / "partials").as_posix()
        if name not in OWN_PARTIALS and not (theirs / "partials" / name).is_file():
            yield f"tệp partials/{name} của Material", f"theme/partials/{name}"


def _text(folder: Path, pattern: str) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob(pattern)))
