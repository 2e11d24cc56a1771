"""Criteria against the items of checklists and the cases that serve them; where nothing does, it says so in words."""

from collections.abc import Iterator

from handbook.library.comparing import tables_in_use
from handbook.library.coverage import Served, ServedRecord, served_tables
from handbook.library.entry import Entry, short_title
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.criteria import Criteria, Part
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import number
from handbook.views.blocks import Block, Cell, Column, Line, Link, Paragraph, Row, Section, Table, Words
from handbook.views.criterion import points_words
from handbook.views.inline import amount_number, link, name, scope_chip, words
from handbook.views.lines import named_links
from handbook.views.long_view import LongView, Opening, Unit
from handbook.views.report_page import report_page

NO_TABLES = "Chưa có bảng tiêu chí nào đang dùng."
NO_CRITERIA = "Chưa có tiêu chí nào: chưa đọc được bảng chi tiết."
NO_ITEMS = "Chưa có việc nào"
NO_CASES = "Chưa có nơi nào"
IN_PARTS = "Xem từng phần bên dưới"
WITH_WHOLE = "Chung với cả tiêu chí"
AS = "Như tiêu chí "
COLUMNS = (Column("Tiêu chí"), Column("Việc giúp đạt"), Column("Nơi đã làm"))


def criteria_items_view(library: Library, report: ReportEntry) -> LongView:
    """Show for each criterion of the tables in use which items serve it and where it was reached."""
    tables = tables_in_use(library)

    def blocks(units: range) -> tuple[Block, ...]:
        some = served_tables(library, tables[units.start : units.stop])
        return tuple(_section(library, table) for table in some)

    return LongView(
        report_page(report, ()),
        tuple(Unit(entry.id, short_title(entry), short_title(entry)) for entry, _ in tables),
        blocks,
        lambda: _opening(library),
    )


def _opening(library: Library) -> Opening:
    tables = tables_in_use(library)
    if not tables:
        return Opening(blocks=(Paragraph(words(NO_TABLES)),))
    served = served_tables(library, tables)
    open_ones = sum(1 for table in served for criterion in table.parts for _ in _open(criterion))
    told = f"{number(open_ones)} mục chưa có việc nào." if open_ones else "Mục nào cũng có việc."
    return Opening((words(told),))


def _section(library: Library, table: ServedRecord) -> Section:
    entry, record = table.entry, table.entry.record
    chip = scope_chip(library, record.place if isinstance(record, Criteria) else None)
    rows = tuple(row for criterion in table.parts for row in _rows(library, entry, criterion))
    block: Block = Table(record.title, COLUMNS, rows) if rows else _nothing(library, entry)
    return Section(entry.id, short_title(entry), (block,), chip.words if chip else "")


def _nothing(library: Library, entry: Entry) -> Paragraph:
    return Paragraph((link(library, entry.target, entry.record.title), Words(f". {NO_CRITERIA}")))


def _rows(library: Library, entry: Entry, criterion: Served) -> Iterator[Row]:
    yield _row(library, entry, criterion)
    for part in criterion.parts:
        yield _row(library, entry, part, criterion)


def _row(library: Library, entry: Entry, served: Served, whole: Served | None = None) -> Row:
    cells = (
        Cell(_name(library, entry, served)),
        Cell(_serving(library, served, whole, "checklist", NO_ITEMS)),
        Cell(_serving(library, served, whole, "case", NO_CASES)),
    )
    return Row(cells, strong=bool(served.parts))


def _serving(library: Library, served: Served, whole: Served | None, kind: str, gap: str) -> Line:
    """Give what serves it of one kind; else where that is to be seen; else that there is nothing."""
    found = named_links(library, served.of_kind(kind))
    if found:
        return found
    if served.like:
        return (Words(AS), _link(library, served.like.target))
    if served.parts:
        return words(IN_PARTS)
    if whole and (whole.like or whole.of_kind(kind)):
        return words(WITH_WHOLE)
    return words(gap)


def _name(library: Library, entry: Entry, served: Served) -> Line:
    part = entry.parts[served.target.part].model
    points = points_words(amount_number(library, part.points)) if isinstance(part, Part) else ""
    named = _link(library, served.target)
    return (named, *words(f" ({points})")) if points else (named,)


def _link(library: Library, target: Target) -> Link:
    return link(library, target, name(library, target).rstrip("."))


def _open(criterion: Served) -> Iterator[Served]:
    """Give what no item reaches: of a criterion in parts its parts, else the criterion."""
    if not criterion.reached:
        yield from (part for part in criterion.parts or (criterion,) if not part.reached)
