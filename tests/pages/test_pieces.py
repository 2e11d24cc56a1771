"""Every piece of a line is printed on generated pages as HTML and on pages written by hand as Markdown."""

import pytest

from handbook.library.target import Target
from handbook.pages.inline import line
from handbook.pages.prose import inline_markdown
from handbook.views.blocks import Code, Figure, Inline, Link, Outside, Strong, Words

RULES = Target("document", "rules")
PIECES: tuple[tuple[Inline, str, str], ...] = (
    (Words("1 < 2"), "1 &lt; 2", "1 &lt; 2"),
    (Strong("đủ"), "<strong>đủ</strong>", "**đủ**"),
    (Code("a*b"), "<code>a*b</code>", "`` a*b ``"),
    (Outside("kho", "https://kho.example/"), 'href="https://kho.example/"', "[kho](<https://kho.example/>)"),
    (Link("nội quy", RULES), '<a href="../rules/">nội quy</a>', "[nội quy](../rules/)"),
    (Figure("ba phút", RULES), '<a class="sh-figure" href="../rules/">ba phút</a>', "[ba phút](../rules/)"),
)


def href(target: Target) -> str:
    """Lead to a record beside this one."""
    return f"../{target.id}/"


@pytest.mark.parametrize(("piece", "html", "markdown"), PIECES)
def test_a_piece_is_printed(piece: Inline, html: str, markdown: str) -> None:
    """Its words as they are, and where it leads."""
    assert html in line((piece,), href)
    assert inline_markdown(piece, href) == markdown


def test_a_piece_that_nobody_knows_is_never_left_out() -> None:
    """Who adds a sort of piece hears at once that it cannot be printed yet."""
    with pytest.raises(TypeError, match="no HTML for int"):
        line((1,), href)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="no Markdown for int"):
        inline_markdown(1, href)
