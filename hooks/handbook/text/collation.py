"""Collation: the order of a Vietnamese dictionary. It must not know what is sorted.

Words are compared one after another; within a word the letters decide first (a ă â b c d đ e ê …), then the tones
(level, huyền, hỏi, ngã, sắc, nặng). Numbers stand before words and are compared by their size.
"""

import re
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
    number: str
    letters: tuple[int, ...]
    tones: tuple[int, ...]


SortKey = tuple[tuple[Piece, ...], str]


def sort_key(text: str) -> SortKey:
    """A key that sorts Vietnamese text as a dictionary does; texts that differ have different keys."""
    composed = to_nfc(text)
    return tuple(_piece(found.group()) for found in _PIECE.finditer(to_nfc(composed.lower()))), composed


def _piece(piece: str) -> Piece:
    if piece[0] in "0123456789":
        number = piece.lstrip("0")
        return Piece(is_word=False, digits=len(number), number=number, letters=(), tones=())
    split = [_split(letter) for letter in piece]
    return Piece(
        is_word=True,
        digits=0,
        number="",
        letters=tuple(rank for rank, _ in split),
        tones=tuple(tone for _, tone in split),
    )


def _split(letter: str) -> tuple[int, int]:
    """A letter's rank in the alphabet and the rank of its tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    base = to_nfc("".join(part for part in parts if part not in _TONES))
    return _LETTERS.get(base, _OTHER_LETTERS + ord(base[0])), tone
