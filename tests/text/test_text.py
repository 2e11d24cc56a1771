"""Vietnamese text: folding, slugs, order, numbers, dates."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text.collation import sort_key
from handbook.text.folding import fold
from handbook.text.formats import date, number, quantity
from handbook.text.nfc import first_not_nfc, is_nfc, to_nfc
from handbook.text.slug import slug

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậỳỷỹýỵ 0123456789-.")


@dataclass(frozen=True)
class Counted:
    """A unit as the settings give it."""

    label: str
    pad: int = 0
    joined: bool = False
    leading: bool = False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giai đoạn", "giai-doan"),
        ("Đảng ủy – Chi bộ", "dang-uy-chi-bo"),
        ("  Bước 1: Chuẩn bị!  ", "buoc-1-chuan-bi"),
        ("ƯỚC", "uoc"),
        ("m²", "m2"),
        ("…", ""),
    ],
)
def test_a_slug_is_the_words_without_marks(text: str, expected: str) -> None:
    """A heading's slug keeps every letter, đ included, and drops marks and signs."""
    assert slug(text) == expected


@given(VIETNAMESE)
def test_decomposed_text_has_the_same_slug_and_fold(text: str) -> None:
    """Text typed with combining marks is named and found like composed text."""
    decomposed = unicodedata.normalize("NFD", text)

    assert slug(decomposed) == slug(text)
    assert fold(decomposed) == fold(text)


@given(st.text())
def test_a_slug_is_ascii_and_stays_itself(text: str) -> None:
    """Whatever comes in, a slug is made of ASCII words, and the slug of a slug is the same."""
    made = slug(text)

    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert slug(made) == made


@given(VIETNAMESE)
def test_folded_vietnamese_is_ascii(text: str) -> None:
    """Folding leaves no Vietnamese letter or mark, and folding again changes nothing."""
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_first_place_that_is_not_composed_is_told(text: str) -> None:
    """Text is composed exactly when there is no first place that is not; up to that place it is composed."""
    index = first_not_nfc(text)

    assert (index is None) == is_nfc(text)
    assert index is None or text[:index] == to_nfc(text)[:index]


def test_words_sort_as_in_a_dictionary() -> None:
    """Letters decide before tones, word by word; numbers go by size and before words."""
    expected = [
        "an",
        "ăn",
        "ân",
        "ba",
        "ba hoa",
        "bà",
        "bà con",
        "bả",
        "bã",
        "bá",
        "bạ",
        "Bước 2",
        "Bước 10",
        "da",
        "đa",
    ]

    backwards = expected[::-1]

    assert sorted(backwards, key=sort_key) == expected


@given(st.text(), st.text())
def test_texts_that_differ_do_not_sort_as_the_same(one: str, other: str) -> None:
    """The order is total: only texts that are the same in composed form have the same key."""
    assert (sort_key(one) == sort_key(other)) == (to_nfc(one) == to_nfc(other))
    assert (sort_key(one) < sort_key(other)) != (sort_key(one) >= sort_key(other))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (1440, "1.440"),
        (94.44, "94,44"),
        (2.0, "2"),
        (-1234567.5, "−1.234.567,5"),
        (0.1, "0,1"),
        (1e21, "1" + ".000" * 7),
    ],
)
def test_numbers_are_written_as_in_vietnam(value: float, expected: str) -> None:
    """A comma before decimals, points between thousands, no needless zeros."""
    assert number(value) == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    """A value that is not finite has no written form."""
    with pytest.raises(ValueError, match="finite"):
        number(value)


@given(st.integers())
def test_a_whole_number_keeps_its_digits(value: int) -> None:
    """Without its points a written whole number is the number."""
    assert int(number(value).replace(".", "").replace("−", "-")) == value


def test_dates_have_two_digits_for_day_and_month() -> None:
    """A date is day/month/year."""
    assert date(dt.date(2026, 2, 3)) == "03/02/2026"


def test_a_quantity_follows_its_unit() -> None:
    """The unit says whether the number is padded and whether the sign stands right at it."""
    assert quantity(90, Counted("phút")) == "90 phút"
    assert quantity(2, Counted("ngày", pad=2)) == "02 ngày"
    assert quantity(1440, Counted("m", pad=2)) == "1.440 m"
    assert quantity(2.5, Counted("ngày", pad=2)) == "2,5 ngày"
    assert quantity(90, Counted("%", joined=True)) == "90%"
    assert quantity(3, Counted("ngày", pad=2, leading=True)) == "ngày 03"
    assert quantity(1440, Counted("$", joined=True, leading=True)) == "$1.440"
