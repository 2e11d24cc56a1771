"""Hashes of texts tell a copy from own words, and names of persons from other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.fingerprints import RUN, hashed, names_of, runs_of

TEXT = "Mỗi tháng chi bộ họp một lần, bàn việc tháng sau, giao việc có hạn cho từng người."


def test_a_copy_is_known_whatever_its_marks_case_and_signs() -> None:
    """Twelve syllables in a row make one run; accents, capitals and commas do not hide it."""
    copy = "… MOI THANG chi bo họp một lần; bàn việc (tháng sau) giao việc!"

    assert set(hashed(runs_of(copy, RUN))) & set(hashed(runs_of(TEXT, RUN)))


@given(st.integers(1, 20))
def test_a_text_has_as_many_runs_as_fit(length: int) -> None:
    """A text shorter than a run has none."""
    assert len(list(runs_of("a " * length, RUN))) == max(0, length - RUN + 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đồng chí Nguyễn Văn An, Bí thư chi bộ thôn Trần Xá.", ["Nguyễn Văn An", "Trần Xá"]),
        ("LÊ THỊ BA - Chánh Văn phòng", ["LÊ THỊ BA"]),
        ("Phạm Văn BìnhĐảng ủy xã", ["Phạm Văn Bình"]),
        ("Theo Bình Minh/bao.example", ["Bình Minh"]),
        ("Đoàn viên học tập tư tưởng Hồ Chí Minh; lê la, Lê.", []),
    ],
)
def test_names_are_told_from_other_words(text: str, names: list[str]) -> None:
    """A surname with capitalized words after it, or a byline; places with a surname's first word are held back too."""
    assert list(names_of(text)) == names
