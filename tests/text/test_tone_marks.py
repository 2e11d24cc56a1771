"""Tone marks: what is written otherwise is found and mended; what is right, or no such word, passes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text.tone_marks import misplaced

PAIRS = (
    ("hoà", "hòa"),
    ("HOÀ", "HÒA"),
    ("khoẻ", "khỏe"),
    ("loè", "lòe"),
    ("Thuỷ", "Thủy"),
    ("uỷ", "ủy"),
    ("UỶ", "ỦY"),
    ("hòan", "hoàn"),
    ("ngòai", "ngoài"),
    ("hùynh", "huỳnh"),
    ("qúy", "quý"),
    ("qủa", "quả"),
    ("qúan", "quán"),
)
RIGHT = (
    "hòa khỏe thủy ủy hoàn ngoài xoáy khoét huỳnh khuỷu quý quỹ Quỳ QUÝ quả quán que què quyển quỳnh chuyện khuyến "
    "hóa đơn tòa nhà thỏa thuận tùy ý lũy tre xòe đi qua oà2 hoa huy của mùa dứa múi túi tôi"
).replace("oà2", "o à")


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_misplaced_mark_is_found_and_mended(wrong: str, right: str) -> None:
    """The word, where it starts, and how it is written here; written so, it is found no more."""
    assert list(misplaced(f"Một {wrong}, hai.")) == [(4, wrong, right)]
    assert list(misplaced(right)) == []


def test_what_is_right_passes() -> None:
    """Open syllables marked on the first letter, closed ones on the second, qu as a consonant."""
    assert list(misplaced(RIGHT)) == []


@given(st.text(alphabet="oauyeqhnt òóỏõọàáảãạèéẻẽẹỳýỷỹỵùúủũụ.", max_size=40))
def test_only_the_mark_of_a_word_moves(text: str) -> None:
    """Whatever is typed: a word found stands there, and its mended form has the same letters and marks."""
    for start, word, right in misplaced(text):
        assert text[start : start + len(word)] == word
        assert re.fullmatch(r"[^\W\d_]+", word)
        assert word != right
        assert len(word) == len(right)
