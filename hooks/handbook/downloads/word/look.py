"""How a Word file looks: the page, the font, the sizes. Official papers follow the handbook's typography.

Working sheets are set in Arial, which every office program has: Be Vietnam Pro, their face in PDF, is on nobody's
machine, and Word would put any other font in its place. A sans face tells a working sheet from a paper that is filed.
"""

from dataclasses import dataclass

from handbook.downloads.word.xml import millimetres
from handbook.views.typography import Typography

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A4, in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a file looks. Margins and indent are millimetres, all else is points."""

    official: bool
    font: str
    margins: tuple[float, float, float, float]
    """Top, right, bottom, left."""
    body: float
    small: float
    title: float
    heading: float
    line_gap: float
    gap: float
    """Between paragraphs."""
    indent: float
    """Of a paragraph's first line."""
    row: float
    """The least height of an empty row of a table."""
    page_number: float
    page_number_at: float
    """How far the page number stands from the edge, in millimetres."""

    @property
    def width(self) -> int:
        """The width of the text, in twips."""
        return millimetres(PAGE_WIDTH - self.margins[1] - self.margins[3])


WORKING = Look(
    official=False,
    font="Arial",
    margins=(14, 16, 16, 18),
    body=10.5,
    small=9.5,
    title=16,
    heading=12,
    line_gap=15,
    gap=4,
    indent=0,
    row=22,
    page_number=9,
    page_number_at=8,
)


def official(typography: Typography) -> Look:
    """Give the look of papers that are filed."""
    return Look(
        official=True,
        font=typography.font,
        margins=(
            typography.margin_top,
            typography.margin_right,
            typography.margin_bottom,
            typography.margin_left,
        ),
        body=typography.body_size,
        small=typography.recipients_size,
        title=typography.type_size,
        heading=typography.body_size,
        line_gap=typography.line_gap,
        gap=typography.paragraph_gap,
        indent=typography.indent,
        row=26,
        page_number=typography.page_number_size,
        page_number_at=typography.page_number_top,
    )
