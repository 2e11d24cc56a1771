"""A scoring table as an Excel workbook: score, follow twelve months, see what each number rests on.

Formulas carry the values that scoring gives, so a telephone that does not calculate shows what a computer would.
"""

import datetime as dt
import io
from collections.abc import Mapping

from xlsxwriter import Workbook

from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet.bases_sheet import write_bases_sheet
from handbook.downloads.spreadsheet.formulas import at
from handbook.downloads.spreadsheet.head import header_row
from handbook.downloads.spreadsheet.layout import ENTRY, MAXIMUM, Layout, lay_out
from handbook.downloads.spreadsheet.months_sheet import write_months_sheet
from handbook.downloads.spreadsheet.scoring_sheet import write_scoring_sheet
from handbook.downloads.spreadsheet.sheet import BASES, MONTHS, SCORING, Making
from handbook.downloads.spreadsheet.styles import DEFAULT_FONT, make_styles
from handbook.downloads.spreadsheet.sums import graded
from handbook.downloads.spreadsheet.sums_sheet import costly_rows
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.criteria import Criteria
from handbook.scoring.result import Points, score
from handbook.scoring.table import ScoreTable, score_table
from handbook.views.inline import line_of, plain


def workbook(library: Library, entry: Entry, imprint: Imprint, entries: Mapping[str, Points] | None = None) -> bytes:
    """Write the workbook of a scoring table.

    Args:
        library: What the table's references lead to.
        entry: The scoring table.
        imprint: Where the file comes from.
        entries: Points to fill in, by the id of the leaf; without them the sheet is blank.

    Raises:
        TypeError: The record is no scoring table.
    """
    record, table = _record(entry), table_of(library, entry)
    content = io.BytesIO()
    # In memory every entry of the archive gets the same fixed time; nothing else in it knows the clock.
    # The writer changes the properties that it is given, so each workbook gets its own.
    book = Workbook(content, {"in_memory": True, "default_format_properties": dict(DEFAULT_FONT)})
    created = dt.datetime.combine(imprint.date, dt.time(), dt.UTC)
    book.set_properties({"title": table.title, "company": imprint.handbook, "created": created})
    given = entries or {}
    layout = layout_of(library, entry)
    making = Making(library, entry, record, imprint, table, given, score(table, given), layout, make_styles(book))
    scoring, months, bases = (book.add_worksheet(name) for name in (SCORING, MONTHS, BASES))
    write_scoring_sheet(scoring, making)
    write_months_sheet(book, months, making)
    write_bases_sheet(bases, making)
    if table.has_points:
        book.define_name("TongDiem", f"='{SCORING}'!{at(layout.total, ENTRY)}")
    if graded(table):
        book.define_name("XepLoai", f"='{SCORING}'!{at(layout.grade, MAXIMUM)}")
    for name, row in entry_names(layout).items():
        book.define_name(name, f"='{SCORING}'!{at(row, ENTRY)}")
    book.close()
    return content.getvalue()


def entry_names(layout: Layout) -> Mapping[str, int]:
    """Name the cells that are filled in, so that the file itself says where each of them stands: name to row.

    A leaf is `diem_` and a question `hoi_`, then its id with underlines, which names may hold and ids do not.
    """
    named = (("diem", layout.leaves), ("hoi", layout.questions))
    return {f"{word}_{id_.replace('-', '_')}": row for word, rows in named for id_, row in rows.items()}


def table_of(library: Library, entry: Entry) -> ScoreTable:
    """Give the table that a record's sheet scores, in plain words.

    Raises:
        TypeError: The record is no scoring table.
    """
    return score_table(library, entry.id, _record(entry), lambda text: plain(line_of(library, text)))


def layout_of(library: Library, entry: Entry) -> Layout:
    """Tell where everything stands in the scoring sheet of a table, for whoever fills it in.

    Raises:
        TypeError: The record is no scoring table.
    """
    table = table_of(library, entry)
    return lay_out(table, header_row(library, _record(entry), table), costly_rows(table))


def _record(entry: Entry) -> Criteria:
    if not isinstance(entry.record, Criteria):
        raise TypeError(f"{entry.id} is no scoring table")
    return entry.record
