"""The words of an index: Vietnamese text as syllables without marks. The browser's scripts cut queries in the same way.

Numbers and letters are parted ("hd42" is "hd", "42"), leading zeros dropped ("05" is "5"), and y written for i at a
syllable's end is i ("kỷ", "kĩ"): whoever searches writes either.
"""

import re
import unicodedata
from collections.abc import Iterable

from handbook.text.folding import fold

BREAK = "|"
"""Stands among syllables where what comes before does not belong to what comes after. It sorts behind them all."""
_BREAKS = frozenset('\n.!?;:|•…()[]{}“”"')
_PIECE = re.compile(r"[a-z]+|[0-9]+")
_NO_PIECE = re.compile(r"[^a-z0-9]+")
_FINAL_Y = re.compile(r"(?:[hklmst]|qu)y")


class _Letters(dict[int, str]):
    """Each letter without its marks, and what stands between words as spaces; found when first met."""

    def __missing__(self, code: int) -> str:
        found = f" {BREAK} " if chr(code) in _BREAKS else _NO_PIECE.sub(" ", fold(chr(code)))
        self[code] = found
        return found


class _Pieces(dict[str, str]):
    """Each stretch of letters and digits as the index has it, cut by spaces; found when first met."""

    def __missing__(self, stretch: str) -> str:
        found = " ".join(_plain(piece) for piece in _PIECE.findall(stretch)) or stretch
        self[stretch] = found
        return found


class Cutter:
    """Cuts texts into syllables; one serves any number of them, and knows again what it has met."""

    __slots__ = ("_letters", "_pieces")

    def __init__(self) -> None:
        self._letters = _Letters()
        self._pieces = _Pieces()

    def with_breaks(self, texts: Iterable[str]) -> list[str]:
        """Give the syllables and numbers of some texts, in order, and between them where one thought ends."""
        folded = unicodedata.normalize("NFC", "\n".join(texts)).translate(self._letters)
        return " ".join(map(self._pieces.__getitem__, folded.split())).split()

    def syllables(self, text: str) -> list[str]:
        """Give the syllables and numbers of a text, in order."""
        return [piece for piece in self.with_breaks((text,)) if piece != BREAK]


def syllables(text: str) -> list[str]:
    """Give the syllables and numbers of a single text, in order."""
    return Cutter().syllables(text)


def _plain(piece: str) -> str:
    if piece[0] <= "9":
        return piece.lstrip("0") or "0"
    if piece[-1] == "y" and _FINAL_Y.fullmatch(piece):
        return piece[:-1] + "i"
    return piece
