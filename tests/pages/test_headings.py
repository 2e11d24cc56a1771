"""What the table of contents of a page is made of."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from handbook.pages.headings import Heading, read_heading, read_headings
from handbook.pages.rendering import render_view
from handbook.views.blocks import Paragraph, Section, Story
from pages.samples import TEMPLATES, href, page, rendered, sample_phase, words


def test_headings_of_templates_and_stories_are_one_tree() -> None:
    """The table of contents holds what the page holds, in order."""
    view = page(
        Section("mot", "Một & hai", (Section("mot-mot", "Một một", ()),)),
        Story("x"),
        sample_phase(),
    )
    story = '<h2 id="ke">Kể <em>chuyện</em><a class="headerlink" href="#ke">¶</a></h2>\n<h4 id="sau">Sâu</h4>'
    headings = render_view(view, href, str, lambda _: story, TEMPLATES).headings

    assert headings == (
        Heading(2, "mot", "Một & hai", (Heading(3, "mot-mot", "Một một"),)),
        Heading(2, "ke", "Kể chuyện", (Heading(4, "sau", "Sâu"),)),
        Heading(2, "truoc", "1. Trước"),
    )


def test_headings_without_an_id_are_left_out() -> None:
    """What nothing can lead to is no entry in the table of contents."""
    assert read_headings("<h2>Không</h2><h3 id='co'>Có</h3>") == (Heading(3, "co", "Có"),)


def test_headings_written_as_text_are_no_headings() -> None:
    """Words that look like a heading stay words."""
    html = rendered(Paragraph(words('<h2 id="x">Không</h2>')))

    assert read_headings(html) == ()


@given(st.lists(st.integers(2, 6), max_size=12))
def test_headings_keep_their_order(levels: list[int]) -> None:
    """Read from top to bottom, the tree gives every heading once, each under a smaller level."""
    html = "".join(f'<h{level} id="a{number}">{number}</h{level}>' for number, level in enumerate(levels))

    def walk(headings: tuple[Heading, ...], above: int) -> Iterator[Heading]:
        for heading in headings:
            assert heading.level > above
            yield heading
            yield from walk(heading.children, heading.level)

    assert [heading.level for heading in walk(read_headings(html), 1)] == levels


@given(st.text(alphabet="a1<>&;'\" ="), st.text(alphabet="aă &<>/b;\n"))
def test_a_plain_heading_is_read_as_any_other(anchor: str, title: str) -> None:
    """Headings as templates write them are read at a glance; a second space makes one that is read letter by letter."""
    written = f'<h3 id="{escape(anchor)}">{escape(title)}</h3>'

    assert read_heading(written) == read_heading(written.replace(" ", "  ", 1))
