"""What a scoring table's sheets are made from, and how a cell is written: texts as texts, never as formulas."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet.formulas import Formula, Value
from handbook.downloads.spreadsheet.layout import Layout
from handbook.downloads.spreadsheet.styles import Styles
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.criteria import Criteria
from handbook.scoring.result import Points, Result
from handbook.scoring.table import ScoreTable

SCORING, MONTHS, BASES = "Chấm điểm", "12 tháng", "Căn cứ"
"""The names of the sheets."""
A4 = 9
"""Excel's number of the paper."""
FOOTER_TITLE = 100
"""Characters of the handbook's name that a footer has room for; Excel allows 255 with everything."""
PROTECTION = {"format_rows": True, "format_columns": True}
"""What stays allowed on a protected sheet; the protection has no password, it only keeps formulas from slips."""


@dataclass(frozen=True, slots=True)
class Making:
    """What the sheets are made from."""

    library: Library
    entry: Entry
    record: Criteria
    imprint: Imprint
    table: ScoreTable
    entries: Mapping[str, Points]
    result: Result
    layout: Layout
    styles: Styles


def put(sheet: Worksheet, row: int, column: int, value: Value | Formula | None, look: Format) -> None:
    """Write a cell: a formula with its value, a number, a text, or nothing but the look."""
    match value:
        case Formula(text, now):
            sheet.write_formula(row, column, text, look, now)
        case str() if value:
            sheet.write_string(row, column, value, look)
        case int() | float():
            sheet.write_number(row, column, value, look)
        case _:
            sheet.write_blank(row, column, None, look)


def set_up_page(sheet: Worksheet, imprint: Imprint) -> None:
    """Set up a sheet to print on A4, one page wide, with a page number, and to be kept from slips."""
    title = " ".join(imprint.handbook.split())[:FOOTER_TITLE].replace("&", "&&")
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.63, right=0.55, top=0.55, bottom=0.75)
    # A space keeps a name that begins with a digit from being read as a part of the size.
    sheet.set_footer(f'&L&"Arial,Regular"&9 {title}&R&"Arial,Regular"&9 Trang &P/&N')
    sheet.hide_gridlines(2)
    sheet.protect("", PROTECTION)
