"""Collation: the order of a Vietnamese dictionary. It must not know what is sorted.

Words are compared one after another; within a word the letters decide first (a ă â b c d đ e ê …), then the tones
(level, huyền, hỏi, ngã, sắc, nặng). Numbers stand before words and are compared by their size.
"""

import re
import sys
import unicodedata
from typing import NamedTuple

from handbook.text.nfc import to_nfc

_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_OTHER_LETTERS = len(_LETTERS)
_PIECE = re.compile(r"[0-9]+|[^\W0-9_]+")


class Piece(NamedTuple):
    """A word or a number of a text, in the order in which its parts are compared."""

    is_word: bool
    digits: int
    """How many a number has; none in a word."""
    letters: str
    """A number's digits; a character for the rank in the alphabet of each of a word's letters."""
    tones: str
    """A character for each letter's tone."""


SortKey = tuple[tuple[Piece, ...], str]


def sort_key(text: str) -> SortKey:
    """A key that sorts Vietnamese text as a dictionary does; texts that differ have different keys."""
    composed = to_nfc(text)
    return tuple(_piece(found.group()) for found in _PIECE.finditer(to_nfc(composed.lower()))), composed


def _piece(piece: str) -> Piece:
    if piece.isascii() and piece.isdecimal():
        number = piece.lstrip("0")
        return Piece(is_word=False, digits=len(number), letters=number, tones="")
    return Piece(is_word=True, digits=0, letters=piece.translate(_RANKS), tones=piece.translate(_TONE_RANKS))


def _split(letter: str) -> tuple[str, str]:
    """A letter's rank in the alphabet and the rank of its tone, as characters."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    base = to_nfc("".join(part for part in parts if part not in _TONES))
    return chr(_LETTERS.get(base, min(_OTHER_LETTERS + ord(base[0]), sys.maxunicode))), chr(tone)


class _Ranks(dict[int, str]):
    """What `_split` gives for the letters that nearly all texts are written with; for others it is asked."""

    def __init__(self, which: int) -> None:
        letters = (to_nfc(letter + tone) for letter in _LETTERS for tone in ("", *_TONES))
        super().__init__((ord(letter), _split(letter)[which]) for letter in letters if len(letter) == 1)
        self._which = which

    def __missing__(self, code: int) -> str:
        return _split(chr(code))[self._which]


_RANKS, _TONE_RANKS = _Ranks(0), _Ranks(1)
