"""Whatever stands in a page's file, reading it ends and sees what is there."""

from hypothesis import given
from hypothesis import strategies as st

from handbook.publish.page import Use, read_page
from publish.small_site import page


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader fail."""
    read_page(text)


@given(st.text(alphabet=st.characters(exclude_characters="&<>\"'\r\0", exclude_categories=["Cs"]), min_size=1))
def test_an_address_is_seen_as_it_is_written(address: str) -> None:
    """The address of a link comes back with its use and its place."""
    [found] = read_page(page(f'<a href="{address}">x</a>')).addresses
    assert (found.text, found.use, found.place) == (address, Use.GO, (5, 1))


def test_places_count_lines_and_characters_from_one() -> None:
    """A place points at the tag that carries the fault."""
    assert [inline.place for inline in read_page('<p>Ý</p>\n  <p\n style="">').inline] == [(2, 3)]
