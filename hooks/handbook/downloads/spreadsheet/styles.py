"""How cells look. Greys, frames and bold type only: a sheet printed in black says the same.

Arial is on every office computer and has every Vietnamese letter; where it is not, its metric twin stands in, so that
lines break alike. A spreadsheet carries no fonts, so the site's own family would be replaced by who knows what.
"""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = "Arial"
DEFAULT_FONT = {"font_name": FONT, "font_size": 10}
"""Programs measure columns by the digits of a workbook's default font."""
_BASE = {**DEFAULT_FONT, "valign": "top", "text_wrap": True}
_FRAME = {"border": 1, "border_color": "#595959"}
_HEAD = {**_BASE, **_FRAME, "bold": True, "bg_color": "#E3E3E3", "valign": "vcenter"}
_INPUT = {**_BASE, **_FRAME, "border": 2, "locked": False, "align": "center", "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The looks of cells."""

    plain: Format
    quiet: Format
    title: Format
    label: Format
    section: Format
    head: Format
    group: Format
    group_number: Format
    cell: Format
    level: Format
    number: Format
    lost: Format
    strong: Format
    strong_number: Format
    entry: Format
    written: Format
    """A line to write words on."""
    link: Format
    wrong: Format
    """Laid over an entry that cannot be counted."""
    left_out: Format
    """Laid over what does not apply this time."""


def make_styles(book: Workbook) -> Styles:
    """Make the looks of a workbook's cells."""

    def style(base: dict[str, Any], **more: Any) -> Format:
        return book.add_format({**base, **more})

    framed = {**_BASE, **_FRAME}
    number = {**framed, "align": "center", "valign": "vcenter"}
    return Styles(
        plain=style(_BASE),
        quiet=style(_BASE, font_size=9, font_color="#404040"),
        title=style(_BASE, bold=True, font_size=14),
        label=style(_BASE, valign="bottom", text_wrap=False),
        section=style(_BASE, bold=True, font_size=11, text_wrap=False),
        head=style(_HEAD, align="center"),
        group=style(_HEAD),
        group_number=style(_HEAD, align="center"),
        cell=style(framed),
        level=style(framed, font_size=9, indent=1),
        number=style(number),
        lost=style(number, num_format='"Thiếu "General;General;"Đủ điểm";@', font_size=9),
        strong=style(_HEAD, font_size=11),
        strong_number=style(_HEAD, font_size=12, align="center"),
        entry=style(_INPUT),
        written=style(_BASE, bottom=1, valign="bottom", locked=False),
        link=style(framed, underline=1),
        wrong=book.add_format({"bold": True, "underline": 1, "bg_color": "#BFBFBF"}),
        left_out=book.add_format({"font_strikeout": True, "bg_color": "#E3E3E3"}),
    )
