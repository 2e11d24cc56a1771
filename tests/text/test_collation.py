"""The order of a Vietnamese dictionary, where one thing decides and nothing else."""

import unicodedata
from itertools import pairwise

import pytest

from handbook.text.collation import sort_key

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def test_letters_go_by_the_alphabet() -> None:
    """Each of them, large ones among small ones."""
    for before, after in pairwise(ALPHABET):
        assert sort_key(before.upper()) < sort_key(after)
        assert sort_key(before) < sort_key(after.upper())


@pytest.mark.parametrize("vowel", VOWELS)
def test_tones_go_in_their_order_after_the_letter(vowel: str) -> None:
    """Level, huyền, hỏi, ngã, sắc, nặng; a letter that follows counts for more than a tone."""
    syllables = [unicodedata.normalize("NFC", vowel + tone) for tone in TONES]
    longer = [f"{syllable}a" for syllable in syllables]

    assert sorted([*longer[::-1], *syllables[::-1]], key=sort_key) == [*syllables, *longer]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bước 11", "Bước 12"),
        ("bước 2", "Bước 10"),
        ("bước 007", "Bước 10"),
        ("bước 7", "Bước 008"),
        ("ba 9", "ba bà"),
        ("ba 0", "ba bà"),
        ("9", "a"),
        ("zằn", "я"),
        ("z", "ж"),
        ("ж", "Я"),
        ("b\u0335a", "b\u0335b"),
    ],
)
def test_what_comes_before(before: str, after: str) -> None:
    """Numbers by their size, before words; letters of other alphabets after ours, in their own order, tones last."""
    assert sort_key(before) < sort_key(after)


@pytest.mark.parametrize(("one", "other"), [("7", "007"), ("bước 10", "Bước 010")])
def test_zeros_before_a_number_do_not_count(one: str, other: str) -> None:
    """Only the text itself then decides, so that there is an order."""
    assert sort_key(one)[0] == sort_key(other)[0]
    assert sort_key(one) != sort_key(other)


def test_nothing_stands_between_the_pieces_of_a_key() -> None:
    """The marks of numbers and words part them; of a number the zeros in front alone are left out."""
    assert sort_key("07 a0X0")[0] == f"\1\1{7}" + sort_key("a")[0] + "\1\0" + sort_key("x")[0] + "\1\0"


@pytest.mark.parametrize("text", ["\u0301a", "– a", "“a”", "a \u0323"])
def test_signs_and_tones_that_stand_alone_decide_nothing(text: str) -> None:
    """Only words and numbers are compared."""
    assert sort_key(text)[0] == sort_key("a")[0]
    assert sort_key(text) != sort_key("a")
