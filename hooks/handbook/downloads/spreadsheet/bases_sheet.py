"""The sheet “Căn cứ”: which statement each number of the table comes from, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from handbook.downloads.spreadsheet.sheet import Making, put, set_up_page
from handbook.downloads.spreadsheet.texts import height, highest
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.criteria import Criteria, Part
from handbook.records.document import Document
from handbook.records.references import Amount, Reference, StatementReference
from handbook.text.formats import number
from handbook.views.inline import amount_number, certainty, name, plain, statement_line, status_chip

HEADS = ("Dùng cho", "Điều được dẫn", "Ở đâu", "Chắc đến đâu")
WIDTHS = (18, 38, 18, 18)
TITLE = "Mỗi con số lấy từ đâu, đã đối chiếu đến đâu"
HEADER = 2
NOT_GIVEN = "Số ghi thẳng trong bảng, chưa dẫn điều nào"
NOTHING = "Bảng này chưa dẫn điều nào."
OPEN = "Mở"
"""The link has a cell of its own: in some programs a cell that is a link does not break its line."""
OPEN_WIDTH = 6


@dataclass(frozen=True, slots=True)
class Basis:
    """A statement, what uses it, where it stands, and how sure it is."""

    uses: str
    words: str
    place: str
    certainty: str
    target: Target | None = None


def write_bases_sheet(sheet: Worksheet, making: Making) -> None:
    """Write the sheet."""
    styles = making.styles
    linked = bool(making.imprint.address)
    for column, width in enumerate((*WIDTHS, OPEN_WIDTH) if linked else WIDTHS):
        sheet.set_column(column, column, width)
    sheet.merge_range(0, 0, 0, len(WIDTHS) - 1, "", styles.title)
    sheet.set_row(0, height(TITLE, sum(WIDTHS), 14))
    put(sheet, 0, 0, TITLE, styles.title)
    for column, title in enumerate((*HEADS, "") if linked else HEADS):
        put(sheet, HEADER, column, title, styles.head)
    row = HEADER
    for row, basis in enumerate(bases(making.library, making.record), HEADER + 1):
        texts = (basis.uses, basis.words, basis.place, basis.certainty)
        sheet.set_row(row, highest(zip(texts, WIDTHS, strict=True)))
        for column, text in enumerate(texts):
            put(sheet, row, column, text, styles.cell)
        address = making.imprint.href(basis.target) if basis.target else ""
        if address:
            sheet.write_url(row, len(WIDTHS), address, styles.link, OPEN)
    if row == HEADER:
        put(sheet, row + 1, 0, NOTHING, styles.plain)
    set_up_page(sheet, making.imprint)
    sheet.repeat_rows(HEADER)


def bases(library: Library, record: Criteria) -> tuple[Basis, ...]:
    """Give what a table's numbers and sentences rest on, each statement once, then numbers that rest on none."""
    uses: dict[Target, list[str]] = {}
    bare: dict[str, list[str]] = {}
    for use, given in _given(record):
        if isinstance(given, Reference):
            known = uses.setdefault(library.target(given), [])
        elif given:
            known = bare.setdefault(number(amount_number(library, given) or 0), [])
        else:
            continue
        if use not in known:
            known.append(use)
    rest = (Basis("; ".join(named), f"{amount} điểm", "", NOT_GIVEN) for amount, named in bare.items())
    return (*(_basis(library, target, named) for target, named in uses.items()), *rest)


def _basis(library: Library, target: Target, uses: list[str]) -> Basis:
    statement, document = library.statement(target), library.entry(target).record
    words = plain(statement_line(library, statement)) if statement else ""
    place = name(library, target)
    if isinstance(document, Document) and document.status != "in_force":
        place += f" ({status_chip(document).words.lower()})"
    return Basis("; ".join(uses), words, place, certainty(library, target).words, target)


def _given(record: Criteria) -> Iterator[tuple[str, Amount | StatementReference | None]]:
    """Give every amount and statement of a table with what uses it."""
    yield "Tổng điểm", record.total
    for criterion in record.criteria:
        yield from _of_part(criterion)
        for part in criterion.parts:
            yield from _of_part(part)
    for band in record.bands:
        yield f"Mức {band.title}", band.at_least
        yield f"Mức {band.title}", band.below
    for statement in record.bands_statements:
        yield "Xếp loại", statement


def _of_part(part: Part) -> Iterator[tuple[str, Amount | StatementReference | None]]:
    use = f"Mục {part.number}"
    yield use, part.points
    for level in part.levels:
        yield use, level.points
    for statement in part.statements:
        yield use, statement
