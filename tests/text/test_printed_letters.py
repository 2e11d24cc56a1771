"""The letters that printed files may hold are those of the fonts they are printed with."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from building import ROOT
from handbook.text.printed_letters import ranges, unprinted

FONTS = ROOT / "hooks" / "handbook" / "downloads" / "fonts"
LETTERS = frozenset(chr(point) for span in ranges() for point in span)


def letters_of_fonts() -> set[str]:
    """Give what the fonts have, control characters aside."""
    letters: set[str] = set()
    for file in FONTS.glob("*.ttf"):
        with TTFont(file) as font:
            letters |= {chr(point) for point in font.getBestCmap() or ()}
    return {letter for letter in letters if unicodedata.category(letter) != "Cc"}


def test_the_table_is_that_of_the_fonts() -> None:
    """A letter stands in the table if and only if a font has it."""
    assert letters_of_fonts() == LETTERS


@given(st.text())
def test_what_is_told_stands_in_the_text(text: str) -> None:
    """No letter of the table is told, but for what joins others; what is told stands where it is said to stand."""
    for found in unprinted(text):
        assert text[found.start() : found.end()] == found.group()
        assert {found.group()[0], found.group()[-1]}.isdisjoint(LETTERS)
        assert LETTERS.intersection(found.group()) <= {"\u200d"}


@given(st.sampled_from(sorted(LETTERS)), st.sampled_from("☐漢👍✔Ⲁ"))
def test_each_letter_outside_the_table_is_told(inside: str, outside: str) -> None:
    """Whatever stands around it; nothing else is told."""
    assert [found.group() for found in unprinted(f"a{inside}b{outside}{inside}")] == [outside]


@pytest.mark.parametrize("sign", ["👍🏽", "👨‍👩‍👧", "👩‍❤️‍👨", "漢字"])
def test_a_sign_of_several_letters_is_told_once(sign: str) -> None:
    """A picture joined of several, a letter with its skin, a word in another script."""
    assert [found.group() for found in unprinted(f"a {sign} b")] == [sign]
