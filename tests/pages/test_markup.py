"""Which parts of HTML are text that a pass may change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.pages.markup import markup_pattern, stretches

MARKUP = markup_pattern(("a", "code"), ("plain",))


@given(st.text(alphabet="<>/abcode \"'=plain-!"))
def test_stretches_joined_are_the_html(html: str) -> None:
    """Cutting loses and moves nothing, whatever the HTML is."""
    assert "".join(markup + text for markup, text in stretches(html, MARKUP)) == html


def test_no_class_need_be_left_alone() -> None:
    """Elements alone may be named."""
    html = '<p class="plain">một <code>không</code></p>'
    assert [text for _, text in stretches(html, markup_pattern(("code",), ())) if text] == ["một "]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("chữ", ["chữ"]),
        ("<p>một</p>\n<p>hai</p>", ["một", "hai"]),
        ('một <a href="x>y">không</a> hai', ["một ", "hai"]),
        ("<article>một</article>", ["một"]),
        ("<CODE>không</CODE>một", ["một"]),
        ('<p class="x plain">không <b>không</b></p>một', ["một"]),
        ('<p class="plainly">một</p>', ["một"]),
        ("một<!-- <p>không -->hai", ["một", "hai"]),
        ("một<br>hai<img alt='không'>", ["một", "hai"]),
    ],
)
def test_texts(html: str, texts: list[str]) -> None:
    """Tags, comments, elements and classes that are left alone are no text."""
    assert [text for _, text in stretches(html, MARKUP) if text] == texts
