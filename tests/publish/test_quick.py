"""Reading a page quickly: a plain page is taken, any other is left to those who read closely."""

import pytest

from handbook.publish import quick_tags
from handbook.publish.policy import POLICY
from handbook.publish.quick import Quick, QuickReader
from publish.small_site import POLICY_TAG, PROSE, page

ORIGIN, BASE = "https://example.org", "/so-tay/"


def quick(text: str, name: str = "a/b/index.html") -> Quick | None:
    """Read a page as one of a site at an address of its own."""
    return QuickReader(ORIGIN, BASE).read(text.encode(), name)


def leads(body: str, name: str = "a/b/index.html") -> tuple[str, ...] | None:
    """Give where the links of a page lead; None where it has to be read closely."""
    told = quick(page(body), name)
    return told.leads if told else None


def test_a_plain_page_tells_its_anchors_and_where_its_links_lead() -> None:
    """Anchors as they stand, links each once and in order."""
    body = '<h2 id="y">Ý</h2><p id="a">x</p><a href="../">x</a><a class="k" href="#y">x</a><a href="../">x</a>'

    assert quick(page(body)) == Quick(("y", "a"), ("a/", "a/b/index.html#y"))


def test_a_reader_says_of_which_site_it_is() -> None:
    """What is remembered of a page's reading holds for the same address alone."""
    reader = QuickReader(ORIGIN, BASE)

    assert (reader.origin, reader.base) == (ORIGIN, BASE)


def test_tags_are_known_again_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told of a page does not depend on how many others were read before."""
    monkeypatch.setattr(quick_tags, "MOST_TAGS", 2)

    assert quick(page('<h2 id="y">Ý</h2><a href="../">x</a>')) == Quick(("y",), ("a/",))


def test_bytes_that_are_no_text_are_read_over() -> None:
    """Inside a tag and outside: the page is taken, or read closely, but never stops the reading."""
    whole = page('<p class="?">x</p><h2 id="y">?</h2>').encode().replace(b"?", b"\xff")

    assert QuickReader(ORIGIN, BASE).read(whole, "a/index.html") == Quick(("y",), ())


@pytest.mark.parametrize(
    ("address", "lead"),
    [
        ("#y", "a/b/index.html#y"),
        ("#", "a/b/index.html"),
        ("#%C3%BD&amp;z", "a/b/index.html#ý&z"),
        ("c/", "a/b/c/"),
        ("./c/", "a/b/c/"),
        ("./", "a/b/"),
        (".", "a/b/"),
        ("..", "a/"),
        ("../", "a/"),
        ("../c/", "a/c/"),
        ("../c/#z", "a/c/#z"),
        ("../../", ""),
        ("../..", ""),
        ("../../#z", "#z"),
        ("../../c.html", "c.html"),
        ("c%20d.pdf", "a/b/c d.pdf"),
        ("/so-tay/", ""),
        ("/so-tay/c/d/", "c/d/"),
        ("/so-tay/#z", "#z"),
    ],
)
def test_where_a_link_leads(address: str, lead: str) -> None:
    """As a browser would go, as a path from the top of the site."""
    assert leads(f'<a href="{address}">x</a>') == (lead,)


@pytest.mark.parametrize(("address", "lead"), [("c/", "c/"), ("#y", "index.html#y"), ("/so-tay/c/", "c/"), (".", "")])
def test_where_a_link_of_the_start_page_leads(address: str, lead: str) -> None:
    """It stands in no folder."""
    assert leads(f'<a href="{address}">x</a>', "index.html") == (lead,)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/",
        "http://example.com:80/a?b=c#d",
        "https://example.org.vn/",
        "mailto:a@example.org",
        "tel:+84-1",
    ],
)
def test_what_stands_elsewhere_is_left_alone(address: str) -> None:
    """A reader goes there only when asked."""
    assert leads(f'<a href="{address}">x</a>') == ()


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.org/so-tay/a/">x</a>',
        '<a href="https://example.org">x</a>',
        '<a href="/khac/">x</a>',
        '<a href="../../../">x</a>',
        '<a href="../../../c/">x</a>',
        '<a href="">x</a>',
        '<a href="c//d">x</a>',
        '<a href="c/./d">x</a>',
        '<a href="c/../d">x</a>',
        '<a href="c:d">x</a>',
        '<a href="c/#d:e">x</a>',
        '<a href="javascript:x">x</a>',
        '<a href="ftp://example.com/">x</a>',
        '<a href="c d">x</a>',
        '<a href="c?d=e">x</a>',
        "<a href=c>x</a>",
        '<a name="y">x</a>',
        '<p id="y"></p><p id="y"></p>',
        '<p style="x">x</p>',
        '<p onclick="x">x</p>',
        "<p>1 < 2</p>",
        "<P>x</P>",
        "<iframe></iframe>",
        "<noscript>x</noscript>",
        "<script>x</script>",
        '<script type="application/json" id="z">{}<p>x</p></script>',
        '<script src="https://example.com/a.js"></script>',
        '<img src="https://example.com/a.png" alt="">',
        '<link rel="stylesheet" href="https://example.com/a.css">',
        '<link rel="canonical" href="https://example.com/">',
        '<div src="a">x</div>',
        '<link rel="icon" href="data:image/gif;base64,R0=">',
        '<link rel="stylesheet" href="https://example.org/so-tay/a.css">',
        '<meta content="0;url=a/" http-equiv="refresh">',
        '<meta http-equiv="refresh" content="0; url=a/">',
        POLICY_TAG,
    ],
)
def test_what_is_not_plain_is_read_closely(body: str) -> None:
    """Whatever may be at fault, or is seldom written so."""
    assert quick(page(body)) is None


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ('<script src="../a.js"></script>', ("a/a.js",)),
        ('<script type="application/json" id="z">{"a": "href=\\"b\\""}</script>', ()),
        ('<img src="data:image/gif;base64,R0=" alt="">', ("a/b/",)),
        ('<img src="a.png" alt="">', ("a/b/a.png",)),
        ('<link rel="canonical" href="https://example.org/so-tay/a/b/">', ("a/b/",)),
        ('<link rel="stylesheet" href="../../a.css">', ("a.css",)),
        ('<svg viewBox="0 0 1 1"><use href="#z"/></svg>', ("a/b/index.html#z",)),
        ('<p data-x-y="1" aria-label="x">x</p>', ()),
        ("<!-- lời -->", ()),
    ],
)
def test_what_a_page_is_made_of_may_be_plain(body: str, lead: tuple[str, ...]) -> None:
    """Scripts and pictures of the site, data, the page's own address."""
    assert leads(body) == lead


@pytest.mark.parametrize(
    "text",
    [
        page().replace(POLICY_TAG, ""),
        page().replace(POLICY_TAG, POLICY_TAG.replace("'self'", "*")),
        page().replace(POLICY_TAG, f'<link rel="icon" href="a.png">{POLICY_TAG}'),
        page().replace("<title>Trang</title>", "<title></title>"),
        page().replace("<title>Trang</title>", "<title> </title>"),
        page().replace("<title>Trang</title>", ""),
        page().replace(' lang="vi"', ""),
        page().replace(' lang="vi"', ' lang=""'),
        page().replace("<h1>Trang</h1>", ""),
        page().replace("<h1>Trang</h1>", "<h1> </h1>"),
        page().replace("<h1>Trang</h1>", "<h1><b></b></h1>"),
        page().replace("article>", "section>"),
        page().replace("<article><h1>Trang</h1>", "<h1>Trang</h1><article>"),
        page(main="x" * 79),
        page(main="x" * 79 + "<nav>y</nav>"),
        page(main="x" * 79 + '<script type="application/json">{}</script>'),
        '<link rel="icon" href="a.png">' + page(),
        page(main=f"<nav>{PROSE}</nav>"),
        page(main=f"<template>{PROSE}</template>"),
        page(main=" ".join("x" * 39)),
        page(main=f"Ngắn.<svg>{PROSE}"),
        page(main="Ngắn.").replace("</article>", f"</article>{PROSE}"),
        page(main="Ngắn." + "<b></b>" * 1000 + PROSE),
        page(main="Ngắn.").replace("</article>", f"</article><article>{PROSE}</article>"),
        page("<svg><title>Hình</title></svg>").replace("<title>Trang</title>", "<title></title>"),
    ],
)
def test_a_page_that_lacks_something_is_read_closely(text: str) -> None:
    """Its policy, a title, a language, a heading, enough text near to it."""
    assert quick(text) is None


@pytest.mark.parametrize(
    "text",
    [
        page().replace(POLICY, POLICY.replace("'", "&#39;")),
        page(main="x" * 80),
        page(main="x" * 7000),
        page(main="Ngắn." + "<b></b>" * 100 + PROSE),
        page().replace("<h1>Trang</h1>", '<h1 id="z">\n<b>Trang</b></h1>'),
        page().replace("<title>Trang</title>", "<title>\n Trang</title>"),
    ],
)
def test_a_page_that_lacks_nothing_is_taken(text: str) -> None:
    """However it is written."""
    assert quick(text) is not None
