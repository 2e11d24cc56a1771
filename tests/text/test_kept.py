"""What must not be broken over two lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text.kept import LONGEST, Piece, may_be_kept, split_kept, with_marked

LONG = "1/" + "a" * (LONGEST - 2)


def kept(words: str) -> list[str]:
    """Give what stays together."""
    return [piece.words for piece in split_kept(words) if piece.kept]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Theo 42-HD/BTCTW thì", ["42-HD/BTCTW"]),
        ("30/2024/NĐ-CP, 22/11/2026.", ["30/2024/NĐ-CP", "22/11/2026"]),
        ("trước 02 ngày và 1.440 phút", ["02 ngày", "1.440 phút"]),
        ("được 94,44% đảng", ["94,44% đảng"]),
        ("từ 2-3% và 2-3", ["2-3%", "2-3"]),
        ("https://vi-du.example/a/12-b?c=1-2&d=%20-1", []),
        ("không số nào", []),
        ("số 7.", []),
        (LONG, [LONG]),
        (f"{LONG}a, 02 ngày", ["02 ngày"]),
    ],
)
def test_what_stays_together(words: str, expected: list[str]) -> None:
    """Numbers of documents, dates, numbers with their unit; no part of an address, nothing too long for a phone."""
    assert kept(words) == expected


def test_the_pieces_stand_in_order() -> None:
    """Empty ones are left out, at the beginning, between two that stay together, and at the end."""
    assert list(split_kept("02 ngày và 2-3")) == [
        Piece("02 ngày", kept=True),
        Piece(" và ", kept=False),
        Piece("2-3", kept=True),
    ]
    assert list(split_kept("sau 2-3 ngày")) == [
        Piece("sau ", kept=False),
        Piece("2-3", kept=True),
        Piece(" ngày", kept=False),
    ]
    assert list(split_kept("không")) == [Piece("không", kept=False)]
    assert list(split_kept("")) == []


@given(st.text(alphabet="12/-. aĐ%,?", max_size=30))
def test_joined_pieces_are_the_text(words: str) -> None:
    """Whatever stands in it; where nothing can be kept, nothing is."""
    pieces = list(split_kept(words))

    assert "".join(piece.words for piece in pieces) == words
    assert all(piece.words for piece in pieces)
    assert may_be_kept(words) or not kept(words)


@pytest.mark.parametrize(("words", "expected"), [("02 ngày", True), ("hai ngày", False), ("", False)])
def test_a_quick_look_tells_whether_it_is_worth_it(words: str, *, expected: bool) -> None:
    """All that stays together begins with a digit."""
    assert may_be_kept(words) is expected


@given(st.text(alphabet="1a-/.%, \n") | st.text())
def test_what_is_kept_is_marked(words: str) -> None:
    """Marking and splitting agree on what stays together."""
    marked = "".join(f"<{piece.words}>" if piece.kept else piece.words for piece in split_kept(words))

    assert with_marked(words, lambda kept: f"<{kept}>") == marked


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("sau 02 ngày, theo 42-HD/BTCTW", "sau <02 ngày>, theo <42-HD/BTCTW>"),
        (f"12-{'a' * 17} và 12-{'a' * 18}", f"<12-{'a' * 17}> và 12-{'a' * 18}"),
        ("không", "không"),
    ],
)
def test_what_is_short_enough_is_marked(words: str, marked: str) -> None:
    """Up to the longest that stays together; the rest of the text is as it was."""
    assert with_marked(words, lambda kept: f"<{kept}>") == marked
