"""What the templates are given: words that are the text again, and links that lead somewhere."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.downloads.typst_values import LONGEST, outside, words
from handbook.text.qr import qr_svg


def joined(value: Any) -> str:
    """Put the pieces of a text together again."""
    if isinstance(value, str):
        return value
    if value is None:
        return "\n"
    if isinstance(value, dict):
        return "".join(joined(one) for one in value.values())
    return "".join(joined(piece) for piece in value)


TEXTS = st.text() | st.lists(
    st.sampled_from(["42-HD/BTCTW", "02 ngày", " ", "\n", "chi bộ", "x" * 40, "."]), max_size=12
).map("".join)


@given(TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    """Nothing is added and nothing is lost."""
    assert joined(words(text)) == text


@given(TEXTS)
def test_no_long_run_is_left_unbroken(text: str) -> None:
    """What has no space for longer than a number is long may be broken."""
    value = words(text)
    for piece in [value] if isinstance(value, str) else value:
        if isinstance(piece, str):
            assert all(len(run) <= LONGEST for run in piece.split(" "))


def test_numbers_are_kept_together() -> None:
    """A document's number and a number with its unit stay on one line."""
    assert words("theo 42-HD/BTCTW") == ["theo ", {"kept": "42-HD/BTCTW"}]


def test_long_runs_keep_the_space_between_them() -> None:
    """Each may be broken by itself."""
    assert joined(words("a" * 60 + " " + "b" * 60)) == "a" * 60 + " " + "b" * 60


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "trang/mot/", "ftp://a.example/"])
def test_only_web_addresses_are_links(address: str) -> None:
    """Anything but http and https is printed as words alone."""
    assert outside(address) == {}


def test_addresses_are_ascii() -> None:
    """Letters with marks are written as an address writes them; what is written so already stays."""
    assert outside("https://a.example/họp?x=1&y=%20#ý") == {"href": "https://a.example/h%E1%BB%8Dp?x=1&y=%20#%C3%BD"}


def test_code_can_be_scaled() -> None:
    """The drawing has a frame of its own instead of a size, and is the same each time."""
    drawing = qr_svg("https://a.example/")

    assert "viewBox" in drawing
    assert " width=" not in drawing.partition(">")[0]
    assert drawing == qr_svg("https://a.example/")
