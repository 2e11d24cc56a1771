"""How high a row must be for its texts: not every program fits rows by itself, none fits merged or calculated cells.

Widths are those of Arial in classes of letters, a little generous: a row may be too high, never too low.
"""

import unicodedata
from collections.abc import Iterable

LINE = 13.5
"""Height of a line of 10-point text, in points."""
SIZE = 10
_NARROW, _USUAL, _CAPITAL, _WIDE = 0.3, 0.57, 0.74, 0.95
"""Widths of letters as parts of the size."""
_CLASSES = {**dict.fromkeys("ijlftrI.,:;'()[]!|/ -·", _NARROW), **dict.fromkeys("mwMW%@—", _WIDE)}
_PIXELS_A_CHARACTER, _PADDING, _PIXELS_A_POINT = 7, 5, 96 / 72


def lines(text: str, width: float, size: float = SIZE) -> int:
    """Count the lines of a text.

    Args:
        text: What stands in the cell.
        width: The column's width in characters, as spreadsheets count it.
        size: Of the letters, in points.
    """
    room = (width * _PIXELS_A_CHARACTER - _PADDING) / (size * _PIXELS_A_POINT)
    return sum(_lines(paragraph, room) for paragraph in text.splitlines() or [""])


def height(text: str, width: float, size: float = SIZE) -> float:
    """Give the height in points of a text of some size in a cell so many characters wide."""
    return lines(text, width, size) * LINE * size / SIZE + 3


def highest(texts: Iterable[tuple[str, float]]) -> float:
    """Give the height of a row of texts, each with the width of its cell."""
    return max((height(text, width) for text, width in texts), default=LINE)


def _lines(text: str, room: float) -> int:
    count, used = 1, 0.0
    for word in text.split():
        length = sum(_width(letter) for letter in word)
        if used and used + _NARROW + length > room:
            count, used = count + 1, 0.0
        used += length + (_NARROW if used else 0)
        while used > room:  # a word that is wider than the cell is broken where it must be
            count, used = count + 1, used - room
    return count


def _width(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    return _CLASSES.get(base, _CAPITAL if base.isupper() else _USUAL)
