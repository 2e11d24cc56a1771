"""Old anchors lead to what they led to, and old addresses to the new page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses
from handbook.pages.navigation import without_pages
from handbook.pages.old_anchors import with_old_anchors
from handbook.pages.redirects import redirect_pages
from handbook.pages.rendering import environment
from libraries import library_of, statement
from pages.reading_html import Element

OLD = '<span id="old"></span>'


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ('<li id="new">a</li>', f'<li id="new">{OLD}a</li>'),
        ('<h2 class="b" id="new">a</h2>', f'<h2 class="b" id="new">{OLD}a</h2>'),
        ('<tr id="new"><th>a</th></tr>', f'<tr id="new"><th>{OLD}a</th></tr>'),
        ('<p id="news">a</p>', f'{OLD}<p id="news">a</p>'),
        ('<p id="old">a</p><p id="new">b</p>', '<p id="old">a</p><p id="new">b</p>'),
    ],
)
def test_an_old_anchor_stands_inside_its_part(html: str, result: str) -> None:
    """Where words may stand; at the page's start when the part has no anchor; never twice."""
    assert with_old_anchors(html, {"old": "new"}) == result


@given(st.lists(st.sampled_from(["a", "b", "c"]), unique=True), st.sampled_from(["p", "tr", "li"]))
def test_old_anchors_add_no_words(ids: list[str], tag: str) -> None:
    """What the page says stays the same, and every anchor is there once."""
    html = "".join(f'<{tag} id="{one}"><td>{one}</td></{tag}>' for one in ids)
    made = with_old_anchors(html, {f"old-{one}": one for one in ids})

    assert Element(made).text == Element(html).text
    assert sorted(Element(made).values("id")) == sorted([*ids, *(f"old-{one}" for one in ids)])


def test_an_old_address_leads_to_the_new_page_without_a_script() -> None:
    """By itself, by a link, by its parts' links; search machines are told where the page is now."""
    library = library_of(
        {"document/rules": {"old_ids": ["law"], "title": 'Luật <b> "x"', "statements": [statement("b", old_ids=["a"])]}}
    )

    ((file, html),) = redirect_pages(library, Addresses(library.settings), environment())

    assert file == "noi-quy/law/index.html"
    assert '<meta http-equiv="refresh" content="0; url=../rules/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://vi-du.example/cu-dan/noi-quy/rules/">' in html
    assert html.count("<script") == html.count('<script src="') == 1  # it only keeps the anchor on the way
    read = Element(html[html.index("<body>") :].removesuffix("</html>\n"))
    assert {"../rules/", "../rules/#b"} <= set(read.values("href"))
    assert read.values("id") == ["b", "a"]
    assert "b" not in read.tags


@pytest.mark.parametrize(
    ("navigation", "left"),
    [
        (None, None),
        (["a.md", "b.md"], ["b.md"]),
        ([{"A": "a.md"}, {"B": ["a.md", {"C": "b.md"}]}], [{"B": [{"C": "b.md"}]}]),
        ([{"A": ["a.md"]}, {"B": "b.md"}], [{"B": "b.md"}]),
    ],
)
def test_the_navigation_loses_pages_and_empty_sections(navigation: object, left: object) -> None:
    """And nothing else; without a page to lose it is as it was."""
    assert without_pages(navigation, {"a.md"}) == left
    assert without_pages(navigation, set()) is navigation
