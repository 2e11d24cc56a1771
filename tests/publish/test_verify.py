"""A finished folder is judged by what a reader's browser and a server would make of it."""

import dataclasses
from pathlib import Path

import pytest

from handbook.diagnostics import Code, Finding
from handbook.publish.verify import verify
from handbook.search.page import Passage
from publish.small_site import ADDRESS, FOUND, POLICY_TAG, PROSE, index, page, whole_site, write

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
        '<a name="old-way"></a><a href="#old-way">x</a>',
        "<p>The words http-equiv in a text</p>",
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<img srcset="style.css 1x, style.css 2x" alt="">',
        '<script type="application/json">{"a": 1}</script>',
        '<link rel="canonical" href="https://example.net/">',
        '<link rel="alternate feed" href="https://example.net/feed.xml">',
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
        ('<video poster="https://example.com/a.png"></video>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<a href="muc/" ping="https://example.com/">x</a>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<svg><use href="https://example.com/a.svg#b"/></svg>', Code.PUBLISH_OUTSIDE, "example.com"),
        ('<a href="javascript:alert(1)">x</a>', Code.PUBLISH_INLINE, "javascript"),
        ('<a href=" java&#10;script:alert(1)">x</a>', Code.PUBLISH_INLINE, "javascript"),
        ('<a href="data:text/html,x">x</a>', Code.PUBLISH_INLINE, "data:"),
        ('<form action="javascript:alert(1)"></form>', Code.PUBLISH_INLINE, "javascript"),
        ('<a href="vbscript:x">x</a>', Code.PUBLISH_INLINE, "vbscript"),
        ('<script src="data:text/javascript,alert(1)"></script>', Code.PUBLISH_INLINE, "data:"),
        ('<script src="blob:https://example.org/a"></script>', Code.PUBLISH_INLINE, "blob:"),
        ('<link rel="stylesheet" href="data:text/css,x">', Code.PUBLISH_INLINE, "data:"),
        ('<img src="javascript:alert(1)" alt="">', Code.PUBLISH_INLINE, "javascript"),
        ('<meta http-equiv="refresh" content="0; url=javascript:alert(1)">', Code.PUBLISH_INLINE, "javascript"),
        ('<svg><a xlink:href="javascript:alert(1)">x</a></svg>', Code.PUBLISH_INLINE, "javascript"),
        ('<a href="intent:x">x</a>', Code.PUBLISH_LINK, "“intent:”"),
        ('<a href="ms-word:ofe|u|https://example.com/a">x</a>', Code.PUBLISH_LINK, "“ms-word:”"),
        ('<p style="color: red">x</p>', Code.PUBLISH_INLINE, "(style)"),
        ("<style>p { color: red }</style>", Code.PUBLISH_INLINE, "(<style>)"),
        ('<p onclick="x()">x</p>', Code.PUBLISH_INLINE, "“onclick”"),
        ('<p srcdoc="<p>x</p>"></p>', Code.PUBLISH_INLINE, "“srcdoc”"),
        ("<script>alert(1)</script>", Code.PUBLISH_INLINE, "<script>"),
        ('<script type="module">import "./a.js"</script>', Code.PUBLISH_INLINE, "<script>"),
        ('<script type="text/plain">alert(1)</script>', Code.PUBLISH_INLINE, "<script>"),
        ('<iframe src="muc/"></iframe>', Code.PUBLISH_POLICY, "<iframe>"),
        ("<object></object>", Code.PUBLISH_POLICY, "<object>"),
        ('<embed src="style.css">', Code.PUBLISH_POLICY, "<embed>"),
        ('<video src="style.css"></video>', Code.PUBLISH_POLICY, "<video>"),
        ('<base href="/so-tay/muc/">', Code.PUBLISH_POLICY, "<base>"),
        (POLICY_TAG.replace("script-src 'self'", "script-src *"), Code.PUBLISH_POLICY, "khác với cả trang web"),
    ],
)
def test_each_fault_in_a_page_is_found_where_it_stands(tmp_path: Path, body: str, code: Code, said: str) -> None:
    """One fault gives one finding, with the page, the line and what is wrong."""
    [finding] = [one for one in verdict(tmp_path, {"index.html": page(body)}) if one.code is code]
    assert (finding.path, finding.line) == ("index.html", 5)
    assert said in finding.message


def test_a_page_without_the_policy_is_found(tmp_path: Path) -> None:
    """A page that lost its content policy, or has it after a script, is not published."""
    bare = page().replace(POLICY_TAG, "")
    late = page().replace(POLICY_TAG, "").replace("</head>", f'<script src="../a.js"></script>\n{POLICY_TAG}</head>')
    findings = verdict(tmp_path, {"bare/index.html": bare, "late/index.html": late, "a.js": ""})
    assert [(finding.path, finding.line, finding.code) for finding in findings] == [
        ("bare/index.html", 1, Code.PUBLISH_POLICY),
        ("late/index.html", 4, Code.PUBLISH_POLICY),
    ]


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        ("<svg><script>alert(1)</script></svg>", "<script>"),
        ('<svg onload="alert(1)"/>', "onload"),
        ('<svg><a href="javascript:alert(1)"><text>x</text></a></svg>', "javascript"),
        ("<svg><foreignObject><iframe></iframe></foreignObject></svg>", "<iframe>"),
        ('<svg><image href="https://example.com/a.png"/></svg>', "example.com"),
        ('<svg><script href="../a.js"/></svg>', "<script>"),
    ],
)
def test_a_drawing_holds_no_program(tmp_path: Path, drawing: str, said: str) -> None:
    """A drawing opened by itself is a document of the site, so nothing in it may run or call another host."""
    findings = verdict(tmp_path, {"hinh/a.svg": drawing, "a.js": ""})
    assert [finding.path for finding in findings] == ["hinh/a.svg"]
    assert said in findings[0].message


def test_a_drawing_may_have_its_own_colours(tmp_path: Path) -> None:
    """Style inside a drawing colours that drawing alone."""
    drawing = '<svg><style>a { fill: red }</style><path style="fill: red" d=""/><use href="#a"/><g id="a"/></svg>'
    assert verdict(tmp_path, {"a.svg": drawing}) == []


@pytest.mark.parametrize("name", ["a.htm", "a.xhtml", "muc/a.mhtml", "a.xsl"])
def test_other_documents_that_run_scripts_are_refused(tmp_path: Path, name: str) -> None:
    """What a browser opens as a page without being one of ours is not published."""
    [finding] = verdict(tmp_path, {name: "<p>x</p>"})
    assert (finding.path, finding.code) == (name, Code.PUBLISH_INLINE)


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
    text = f'<!doctype html>{POLICY_TAG}<title>Đã dời</title><meta http-equiv="refresh" content="0; url=../muc/">'
    assert verdict(tmp_path, {"cu/index.html": text}) == []


@pytest.mark.parametrize(
    "name", ["index.html", "404.html", "sitemap.xml", "search/search_index.json", "_headers", "_headers.nginx.conf"]
)
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
        ('@import"mat.css";', 6, Code.PUBLISH_LINK),
        ("@import /* a */\n/* b */ 'mat.css';", 6, Code.PUBLISH_LINK),
        ("{ c: '/*' } url(mat.woff2) /* */", 18, Code.PUBLISH_LINK),
        ("{ c: '\\'' } url(mat.woff2) '", 18, Code.PUBLISH_LINK),
        ("\\' { c: url(mat.woff2) } '", 14, Code.PUBLISH_LINK),
        ("url(a'b) url(mat.woff2) '", 15, Code.PUBLISH_LINK),
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


@pytest.mark.parametrize("mark", ['"', "'"])
def test_what_a_style_sheet_writes_is_no_address(tmp_path: Path, mark: str) -> None:
    """A text between quotation marks is shown and fetches nothing, even where it looks like code; nor one unended."""
    other = "'" if mark == '"' else '"'
    said = f"@import {other}https://example.com/a.css{other} url(javascript:x) /* \\{mark} url(mat.png)"
    style = f"a {{ b: {mark}{said}{mark} }} c {{ d: {mark}*/ url(mat.png){mark}; e: {mark} url(mat.png) /* \n }} /*"
    assert verdict(tmp_path, {"css/a.css": f"{style} url(mat.png)"}) == []


@pytest.mark.parametrize("end", ["x", "'mat.css'"])
def test_a_style_sheet_of_many_comments_is_read_once(tmp_path: Path, end: str) -> None:
    """Where a comment ends is never tried in another way: that would take for ever."""
    style = f"@import{' /**/' * 200}{end}; a {{ b: url({' ' * 2_000}'mat.png' c) }}"
    told = verdict(tmp_path, {"css/a.css": style})
    assert [one.code for one in told] == ([] if end == "x" else [Code.PUBLISH_LINK])


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Findings of all pages come together, sorted."""
    findings = verdict(
        tmp_path, {"index.html": page('<a href="b/">x</a><p style="">x</p>'), "404.html": page('<a href="/a">x</a>')}
    )
    assert findings == sorted(findings)
    assert [finding.path for finding in findings] == ["404.html", "index.html", "index.html"]
