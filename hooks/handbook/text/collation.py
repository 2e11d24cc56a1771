"""Collation: the order of a Vietnamese dictionary. It must not know what is sorted.

Words are compared one after another; within a word the letters decide first (a ă â b c d đ e ê …), then the tones
(level, huyền, hỏi, ngã, sắc, nặng). Numbers stand before words and are compared by their size.
"""

import re
import sys
import unicodedata

from handbook.text.nfc import to_nfc

_FIRST_RANK = 1  # below it is the end of a word: "an" stands before "anh"
_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", _FIRST_RANK)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_OTHER_LETTERS = len(_LETTERS) + _FIRST_RANK
_DIGITS = frozenset("0123456789")
_PIECE = re.compile(r"[0-9]+|[^\W0-9_]+")
_NUMBER, _WORD, _END = "\1", "\2", "\0"

SortKey = tuple[str, str]
"""What decides the order, and the text itself."""


def sort_key(text: str) -> SortKey:
    """A key that sorts Vietnamese text as a dictionary does; texts that differ have different keys."""
    composed = to_nfc(text)
    lowered = to_nfc(composed.lower())
    letters, tones = lowered.translate(_RANKS), lowered.translate(_TONE_RANKS)
    parts = []
    for found in _PIECE.finditer(lowered):
        start, end = found.span()
        if lowered[start] in _DIGITS:
            number = found.group().lstrip("0")
            parts.append(f"{_NUMBER}{chr(min(len(number), sys.maxunicode))}{number}")
        else:
            parts.append(f"{_WORD}{letters[start:end]}{_END}{tones[start:end]}")
    return "".join(parts), composed


def _split(letter: str) -> tuple[str, str]:
    """A letter's rank in the alphabet and the rank of its tone, as characters."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    base = to_nfc("".join(part for part in parts if part not in _TONES)) or letter  # a tone that stands alone
    return chr(_LETTERS.get(base, min(_OTHER_LETTERS + ord(base[0]), sys.maxunicode))), chr(tone)


class _Ranks(dict[int, str]):
    """What `_split` gives for the signs that nearly all texts are written with; for others it is asked."""

    def __init__(self, which: int) -> None:
        letters = (to_nfc(letter + tone) for letter in _LETTERS for tone in ("", *_TONES))
        usual = {*map(chr, range(128)), *(letter for letter in letters if len(letter) == 1)}
        super().__init__((ord(letter), _split(letter)[which]) for letter in usual)
        self._which = which

    def __missing__(self, code: int) -> str:
        return _split(chr(code))[self._which]


_RANKS, _TONE_RANKS = _Ranks(0), _Ranks(1)
