"""Whatever stands in a page's file, reading it ends and sees what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.publish.page import Policy, Use, read_page
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


def test_a_header_without_content_says_nothing() -> None:
    """A policy that allows everything is still seen as one; without an address nobody is sent on."""
    found = read_page('<meta http-equiv="Content-Security-Policy"><meta http-equiv="refresh">')
    assert found.policies == (Policy("", (1, 1)),)
    assert not found.sends_on
    assert found.addresses == ()


@pytest.mark.parametrize(
    "relation",
    ["author", "next", "NEXT prev", "alternate author bookmark canonical feed help license me next prev search"],
)
def test_a_relation_that_only_says_something_is_no_fetch(relation: str) -> None:
    """However many of them there are."""
    [found] = read_page(f'<link rel="{relation}" href="a">').addresses
    assert found.use is Use.GO


def test_an_address_in_a_set_ends_before_its_comma() -> None:
    """Whatever letter it ends in."""
    found = read_page('<img srcset="aX 1x, bX, cX,">').addresses
    assert [one.text for one in found] == ["aX", "bX", "cX"]
