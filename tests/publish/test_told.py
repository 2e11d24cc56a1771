"""What is told of a finished site, word for word; read tests/publish/told.txt as whoever has to mend it would."""

from pathlib import Path

import pytest

from handbook.diagnostics.report import as_text
from handbook.publish.theme_frame import UnexpectedThemeError, expect_templates, expect_theme
from handbook.publish.verify import verify
from publish.small_site import ADDRESS, POLICY_TAG, page, whole_site, write

TOLD = Path(__file__).with_name("told.txt")
BODIES = (
    '<a href="mat/">x</a>',
    '<a href="https://example.org/so-tay/mat/">x</a>',
    '<a href="file:///C:/mat.html">x</a>',
    '<a href="http://[">x</a>',
    '<a href="../../muc/#khong%20co">x</a>',
    '<p id="a"></p><p id="a"></p>',
    '<script src="https://example.com/a.js"></script>',
    f'<a href="javascript:{"x" * 60}">x</a>',
    '<a href="data:text/html,x">x</a>',
    f'<a href="ms-word:{"x" * 60}">x</a>',
    '<p style="color: red">x</p>',
    "<style>p { color: red }</style>",
    '<p onclick="x()">x</p>',
    "<script>alert(1)</script>",
    '<iframe src="../../muc/"></iframe>',
    POLICY_TAG.replace("script-src 'self'", "script-src *"),
    "<article><h1>",
)
DRAWINGS = {
    "hinh/a.svg": '<svg>\n <script>x</script><path onload="x"/>\n <foreignObject><iframe></iframe></foreignObject>',
    "hinh/b.svg": '<svg><image href="https://example.com/a.png"/>\n  <use href="mat.svg#a"/></svg>',
    "hinh/c.xhtml": "<p>x</p>",
}
STYLES = {
    "kieu/a.css": "/* url(//x.example)\n*/ a { b: url(mat.png) }\n@import 'https://example.com/a.css';",
}
SHORT = page(main="Ngắn.").replace("<h1>Trang</h1>", "").replace(' lang="vi"', "").replace("<title>Trang</title>", "")


def spoilt_site(folder: Path) -> Path:
    """Write a site with a fault of each kind."""
    pages = {f"loi/{number:02}/index.html": page(body) for number, body in enumerate(BODIES)}
    late = page().replace(POLICY_TAG, "").replace("</head>", f'<script src="../a.js"></script>\n{POLICY_TAG}</head>')
    whole = {name: text for name, text in whole_site().items() if name not in {"404.html", "_headers"}}
    site = {
        **whole,
        **pages,
        **DRAWINGS,
        **STYLES,
        "loi/ngan/index.html": SHORT,
        "loi/tran/index.html": page().replace(POLICY_TAG, ""),
        "loi/tre/index.html": late,
        "loi/a.js": "",
        "sitemap.xml": f"<urlset>\n<loc>{ADDRESS}</loc>\n<loc>{ADDRESS}mat/</loc></urlset>",
        "search/search_index.json": "{}",
    }
    return write(folder, site)


def told_of_theme(site: Path, own: Path, theirs: Path) -> str:
    """Give what is told of a theme, in the pages and in the templates."""
    with pytest.raises(UnexpectedThemeError) as frame:
        expect_theme(site)
    with pytest.raises(UnexpectedThemeError) as templates:
        expect_templates(own, theirs)
    return f"{frame.value}\n{templates.value}\n"


def test_every_fault_is_told_in_its_words(tmp_path: Path, *, update_golden: bool) -> None:
    """Of the site: where, what, and what to do. Of the theme: all that is missing, and where to mend."""
    bare = '<p class="md-la sh-own"><i data-md-component="la"></i><b data-md-component="palette"></b></p>'
    names = {"assets/stylesheets/handbook-1/screen.css": ".md-ngoai{}", "assets/stylesheets/main.1.min.css": ".md-co{}"}
    theme = write(tmp_path / "theme", {"index.html": bare, **names})
    told = as_text(verify(spoilt_site(tmp_path / "site"), ADDRESS)) + "\n"
    told += told_of_theme(
        theme, write(tmp_path / "own", {"main.html": "{%- block  la_x %}", "partials/la.html": ""}), theme
    )

    if update_golden:
        TOLD.write_text(told, encoding="utf-8", newline="\n")
    assert told == TOLD.read_text(encoding="utf-8")


def test_a_theme_with_every_mark_is_silent_about_it(tmp_path: Path) -> None:
    """What our templates take the place of is there; what Material never looks for need not be."""
    theirs = write(
        tmp_path / "theirs", {"base.html": "{% block styles %}{%- block htmltitle %}", "partials/nav/a.html": ""}
    )
    blocks = "{% block styles %}{% block htmltitle %}{% block content_class %}{% block path %}"
    parts = dict.fromkeys(("partials/nav/a.html", "partials/edit.html", "partials/words.html"), "")
    expect_templates(write(tmp_path / "own", {"main.html": blocks, **parts}), theirs)
