"""A finished folder is judged by what a reader's browser and a server would make of it."""

import dataclasses
from pathlib import Path

import pytest

from handbook.diagnostics import Code, Finding
from handbook.publish.verify import verify
from handbook.search.page import Passage
from publish.small_site import ADDRESS, FOUND, PROSE, index, page, whole_site, write

ABOUT = "muc/index.html"


def verdict(folder: Path, changes: dict[str, str], *, without: str = "", site_url: str = ADDRESS) -> list[Finding]:
    """Write the whole site with some files changed or one left out, and verify it."""
    files = {name: text for name, text in (whole_site() | changes).items() if name != without}
    return verify(write(folder, files), site_url)


def test_a_whole_site_is_silent(tmp_path: Path) -> None:
    """Nothing is found in a site in which nothing is wrong."""
    assert verdict(tmp_path, {}) == []


def test_a_site_without_an_address_is_verified_too(tmp_path: Path) -> None:
    """Links are followed from the top of the host when the site's address is not known."""
    files = {"sitemap.xml": "<urlset></urlset>", "404.html": page('<a href="/muc/">Mục</a>')}
    assert verdict(tmp_path, files, site_url="") == []


@pytest.mark.parametrize(
    "link",
    [
        '<a href="muc/">x</a>',
        '<a href="muc">x</a>',
        '<a href="./muc/index.html?a=b#y">x</a>',
        '<a href="/so-tay/muc/#%79">x</a>',
        '<a href="https://example.org/so-tay/muc/">x</a>',
        '<a href="https://example.org/another-site/">a neighbour on the same host</a>',
        '<a href="#top">x</a>',
        '<a href="#">x</a>',
        '<a href="">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<a href="tel:123">x</a>',
        '<a href="muc/#:~:text=x">x</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<img srcset="style.css 1x, style.css 2x" alt="">',
        '<script type="application/json">{"a": 1}</script>',
        '<link rel="canonical" href="https://example.net/">',
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, link: str) -> None:
    """Links that lead somewhere, data blocks and addresses that nobody fetches are no faults."""
    assert verdict(tmp_path, {"index.html": page(link)}) == []


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ('<a href="mat/">x</a>', Code.PUBLISH_LINK, "“mat/”"),
        ('<a href="/muc/">outside the base path</a>', Code.PUBLISH_LINK, "“/muc/”"),
        ('<a href="../../muc/">x</a>', Code.PUBLISH_LINK, "“../../muc/”"),
        ('<a href="Muc/">letters of another case</a>', Code.PUBLISH_LINK, "“Muc/”"),
        ('<a href="https://example.org/so-tay/mat/">x</a>', Code.PUBLISH_LINK, "mat/”"),
        ('<a href="file:///C:/mat.html">x</a>', Code.PUBLISH_LINK, "máy của người viết"),
        ('<a href="http://[">x</a>', Code.PUBLISH_LINK, "viết sai"),
        ('<img src="mat.png" alt="">', Code.PUBLISH_LINK, "“mat.png”"),
        ('<img srcset="style.css 1x, mat.png 2x" alt="">', Code.PUBLISH_LINK, "“mat.png”"),
        ('<script src="mat.js"></script>', Code.PUBLISH_LINK, "“mat.js”"),
        ('<meta http-equiv="refresh" content="0; url=mat/">', Code.PUBLISH_LINK, "“mat/”"),
        ('<a href="muc/#khong">x</a>', Code.PUBLISH_ANCHOR, "“khong”"),
        ('<a href="#%C3%BD">x</a>', Code.PUBLISH_ANCHOR, "“ý”"),
        ('<p id="a"></p><p id="a"></p>', Code.PUBLISH_ANCHOR, "“a” đã có ở dòng 5"),
        ('<script src="https://example.com/a.js"></script>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<script src="//example.com/a.js"></script>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<script src="\\\\example.com/a.js"></script>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<link rel="stylesheet" href="https://example.com/a.css">', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<link rel="preconnect" href="https://example.com">', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<link rel="icon" href="https://example.com/a.png">', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<link rel="manifest" href="https://example.com/a.json">', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<img src="http://example.com/a.png" alt="">', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<picture><source srcset="https://example.com/a.png 2x"></picture>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<iframe src="https://example.com/"></iframe>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<video src="https://example.com/a.mp4"></video>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<a href="muc/" ping="https://example.com/">x</a>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<svg><use href="https://example.com/a.svg#b"/></svg>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<a href="javascript:alert(1)">x</a>', Code.PUBLISH_INLINE, "javascript"),
        ('<a href=" java&#10;script:alert(1)">x</a>', Code.PUBLISH_INLINE, "javascript"),
        ('<a href="data:text/html,x">x</a>', Code.PUBLISH_INLINE, "data:"),
        ('<form action="javascript:alert(1)"></form>', Code.PUBLISH_INLINE, "javascript"),
        ('<p style="color: red">x</p>', Code.PUBLISH_INLINE, "(style)"),
        ("<style>p { color: red }</style>", Code.PUBLISH_INLINE, "(<style>)"),
        ('<p onclick="x()">x</p>', Code.PUBLISH_INLINE, "“onclick”"),
        ('<iframe srcdoc="<p>x</p>"></iframe>', Code.PUBLISH_INLINE, "“srcdoc”"),
        ("<script>alert(1)</script>", Code.PUBLISH_INLINE, "<script>"),
        ('<script type="module">import "./a.js"</script>', Code.PUBLISH_INLINE, "<script>"),
    ],
)
def test_each_fault_in_a_page_is_found_where_it_stands(tmp_path: Path, body: str, code: Code, said: str) -> None:
    """One fault gives one finding, with the page, the line and what is wrong."""
    [finding] = verdict(tmp_path, {"index.html": page(body)})
    assert (finding.path, finding.line, finding.code) == ("index.html", 5, code)
    assert said in finding.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (page().replace("<title>Trang</title>", "<title> </title>"), "<title>"),
        (page().replace("<h1>Trang</h1>", "<svg><title>Trang</title></svg>"), "<h1>"),
        (page().replace(' lang="vi"', ""), "lang"),
        (page(main="Ngắn."), "chỉ có 10 ký tự"),
        (page(main=f"<nav>{PROSE}</nav>"), "chỉ có 5 ký tự"),
    ],
)
def test_a_page_that_says_too_little_is_found(tmp_path: Path, text: str, said: str) -> None:
    """A page needs a title, a main heading, a language and enough text of its own."""
    [finding] = verdict(tmp_path, {"them/index.html": text})
    assert (finding.path, finding.code) == ("them/index.html", Code.PUBLISH_EMPTY)
    assert said in finding.message


def test_a_page_that_sends_on_needs_no_text(tmp_path: Path) -> None:
    """An old address that only leads to the new one is not an empty page."""
    text = '<!doctype html><title>Đã dời</title><meta http-equiv="refresh" content="0; url=../muc/">'
    assert verdict(tmp_path, {"cu/index.html": text}) == []


@pytest.mark.parametrize("name", ["index.html", "404.html", "sitemap.xml", "search/search_index.json"])
def test_a_missing_file_is_found(tmp_path: Path, name: str) -> None:
    """A site without a start page, an error page, a sitemap or a search index is not whole."""
    findings = verdict(tmp_path, {}, without=name)
    assert Finding(name, 1, 1, Code.FILE_MISSING, f"Trang đã dựng thiếu tệp “{name}”.") in findings


@pytest.mark.parametrize("text", ["", "{", "[]", '{"docs": []}', '{"config": {"folder": "khong"}, "docs": []}'])
def test_an_empty_search_index_is_found(tmp_path: Path, text: str) -> None:
    """A search index that cannot find anything is a fault."""
    [finding] = verdict(tmp_path, {"search/search_index.json": text})
    assert (finding.path, finding.code) == ("search/search_index.json", Code.PUBLISH_EMPTY)


def test_search_and_sitemap_name_only_what_exists(tmp_path: Path) -> None:
    """An entry that leads nowhere is found in the search index and in the sitemap, at its line."""
    findings = verdict(
        tmp_path,
        {
            **index(
                dataclasses.replace(FOUND, address="mat/"),
                dataclasses.replace(FOUND, passages=(Passage("khong", "Không", PROSE),)),
            ),
            "sitemap.xml": f"<urlset>\n<loc>{ADDRESS}</loc>\n<loc>{ADDRESS}mat/</loc></urlset>",
        },
    )
    assert [(finding.path, finding.line, finding.code) for finding in findings] == [
        ("search/search_index.json", 1, Code.PUBLISH_ANCHOR),
        ("search/search_index.json", 1, Code.PUBLISH_LINK),
        ("search/search_index.json", 1, Code.PUBLISH_LINK),
        ("sitemap.xml", 3, Code.PUBLISH_LINK),
    ]


@pytest.mark.parametrize(
    ("style", "column", "code"),
    [
        ("url(https://example.com/a.woff2)", 6, Code.PUBLISH_OUTSIDE),
        ("url( '//example.com/a.woff2' )", 6, Code.PUBLISH_OUTSIDE),
        ('@import "https://example.com/a.css";', 6, Code.PUBLISH_OUTSIDE),
        ("@import url(https://example.com/a.css);", 14, Code.PUBLISH_OUTSIDE),
        ('url("mat.woff2")', 6, Code.PUBLISH_LINK),
    ],
)
def test_a_style_sheet_fetches_nothing_from_elsewhere(tmp_path: Path, style: str, column: int, code: Code) -> None:
    """What a style sheet fetches is there, in the site itself; what stands in a comment is not fetched."""
    [finding] = verdict(tmp_path, {"css/a.css": f"/* url(//x.example)\n*/\na {{}} {style}"})
    assert (finding.path, finding.line, finding.column, finding.code) == ("css/a.css", 3, column, code)


def test_a_style_sheet_may_carry_small_pictures(tmp_path: Path) -> None:
    """Pictures written into a style sheet and files beside it are in order."""
    style = """a { b: url('data:image/svg+xml,<svg fill="url(#c)"/>'); c: url(../style.css); d: url(#e) }"""
    assert verdict(tmp_path, {"css/a.css": style}) == []


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Findings of all pages come together, sorted."""
    findings = verdict(
        tmp_path, {"index.html": page('<a href="b/">x</a><p style="">x</p>'), "404.html": page('<a href="/a">x</a>')}
    )
    assert findings == sorted(findings)
    assert [finding.path for finding in findings] == ["404.html", "index.html", "index.html"]
