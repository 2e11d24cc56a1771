"""How wide capitals are in a Times face, to draw a rule as long as the words above it: Word itself draws none."""

from handbook.text.folding import fold

WIDTHS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ ",
        (
            *(722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944),
            *(722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 250),
        ),
        strict=True,
    )
)
"""Thousandths of the font's size, bold; a mark above or below a letter makes it no wider."""
OTHER = 500


def width_of(words: str, size: float) -> float:
    """Give the width in points of words in bold."""
    return sum(WIDTHS.get(letter, OTHER) for letter in fold(words).upper()) * size / 1000
