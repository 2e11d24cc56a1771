"""Vietnamese text to the letter: where composed form ends, which letters are printed, what is drawn of an address."""

from itertools import pairwise

import pytest

from handbook.text.formats import number
from handbook.text.nfc import first_not_nfc
from handbook.text.printed_letters import TABLE, ranges
from handbook.text.qr import qr_svg


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("hòa", None),
        ("", None),
        ("ho\u0300a", 1),
        ("a\u0300", 0),
        ("Đủ hộ, ho\u0300", 8),
        ("ba\u0323\u0306", 1),
        ("a\u0323\u0300 b", 0),
        ("\u0958", 0),
        ("b\u0300\u0323", 0),
        ("cb\u0301\u0341", 3),
    ],
)
def test_the_first_place_that_differs(text: str, index: int | None) -> None:
    """The letter that the next mark belongs to, or the mark that another is written for."""
    assert first_not_nfc(text) == index


def test_the_table_is_read_as_it_is_written() -> None:
    """A range from its first letter to its last, a single letter as a range of one; all in order, none twice."""
    found = list(ranges())

    assert len(found) == len(TABLE.split())
    assert found[0] == range(0x20, 0x7F)
    assert range(0x38C, 0x38D) in found
    assert all(len(one) > 0 for one in found)
    assert all(one.stop < other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("value", "expected"), [(0.05, "0,05"), (10, "10"), (100.5, "100,5"), (1.10, "1,1"), (0.001, "0,001")]
)
def test_zeros_that_count_stay(value: float, expected: str) -> None:
    """Those before other digits of a fraction, and those of the whole."""
    assert number(value) == expected


def test_a_drawn_address_can_be_scaled_and_has_its_quiet_zone() -> None:
    """An SVG with a viewBox alone, four squares of margin, no XML declaration; a short address is no micro code."""
    drawn = qr_svg("https://vi-du.example/a/")

    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33" class="segno">')
    assert 'd="M4 4.5h7' in drawn
    assert drawn.rstrip().endswith("</svg>")
    assert 'viewBox="0 0 29 29"' in qr_svg("a")
    assert qr_svg("a") != qr_svg("b")


def test_a_code_that_is_partly_spoilt_is_read_all_the_same() -> None:
    """It has room for mending what a stain or a fold takes away, so it is larger than it would have to be."""
    assert 'viewBox="0 0 37 37"' in qr_svg("https://vi-du.example/aaaaa")
