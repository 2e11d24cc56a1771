"""What a digest tells of bytes, and values that are pickled quickly."""

import pickle
from dataclasses import dataclass

import pytest

from handbook.text.digest import digest_of
from handbook.text.pickling import QuicklyPickled


def test_a_digest_is_that_of_each_part_after_its_length() -> None:
    """Sixteen bytes of BLAKE2b over eight bytes of length, the lowest first, and the part."""
    assert digest_of(b"ab", b"c").hex() == "4826ed043ab3cdec576d8541fa5d5a80"


@pytest.mark.parametrize("parts", [(), (b"",), (b"", b""), (b"abc",), (b"a", b"bc"), (b"abc", b"")])
def test_bytes_parted_otherwise_are_others(parts: tuple[bytes, ...]) -> None:
    """Where one part ends counts as much as what it holds."""
    assert digest_of(*parts) != digest_of(b"ab", b"c")
    assert digest_of(*parts) == digest_of(*parts)


@dataclass(frozen=True, slots=True)
class _Pair(QuicklyPickled):
    first: int
    second: tuple[str, ...] = ()


def test_what_was_pickled_comes_back() -> None:
    """Each field as it was, also one that was not given."""
    pairs = [_Pair(1, ("a", "b")), _Pair(2)]

    assert pickle.loads(pickle.dumps(pairs)) == pairs  # noqa: S301 - of our own making
    assert _Pair(1, ("a",)).__reduce__() == (_Pair, (1, ("a",)))
