"""The words of an index: Vietnamese text as syllables without marks. The browser's scripts cut queries in the same way.

Numbers and letters are parted ("hd42" is "hd", "42"), leading zeros dropped ("05" is "5"), and y written for i at a
syllable's end is i ("kỷ", "kĩ"): whoever searches writes either.
"""

import re
import unicodedata

from handbook.text.folding import fold

BREAKS = re.compile(r"[\n.!?;:|•…()\[\]{}“”\"]+")
"""Where what comes before does not belong to what comes after."""
_PIECE = re.compile(r"[a-z]+|[0-9]+")
_FINAL_Y = re.compile(r"(?:[hklmst]|qu)y")


class _Letters(dict[int, str]):
    """Each letter without its marks, found when first met."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded
        return folded


def syllables(text: str, letters: dict[int, str] | None = None) -> list[str]:
    """Give the syllables and numbers of a text, in order."""
    folded = unicodedata.normalize("NFC", text).translate(_Letters() if letters is None else letters)
    return [plain(piece) for piece in _PIECE.findall(folded)]


def plain(piece: str) -> str:
    """Give a folded syllable or number as the index has it."""
    if piece[0] <= "9":
        return piece.lstrip("0") or "0"
    if piece[-1] == "y" and _FINAL_Y.fullmatch(piece):
        return piece[:-1] + "i"
    return piece


def letters_without_marks() -> dict[int, str]:
    """Give a table that `syllables` fills as it goes; one serves any number of texts."""
    return _Letters()
