"""The page of a scoring table: criteria with their points, the grades with their conditions, and how to score."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.criteria import STANDING_WORDS, Band, Criteria
from handbook.text.formats import number
from handbook.views.blocks import (
    Block,
    Bullets,
    Cell,
    Chip,
    ChipFamily,
    Column,
    Fact,
    Facts,
    Inline,
    Line,
    Link,
    Note,
    Row,
    Section,
    Table,
    Tone,
    View,
    Words,
)
from handbook.views.blocks import Criteria as CriteriaBlock
from handbook.views.criterion import criterion_block, points_words
from handbook.views.inline import amount_number, line_of, link, name, scope_chip, words
from handbook.views.lines import bases
from handbook.views.record_page import Head, record_page

NO_CRITERIA = "Chưa đọc được bảng điểm chi tiết"


def criteria_view(library: Library, addresses: Addresses, entry: Entry, table: Criteria) -> View:
    """Say what is scored, what it earns, and which grade the total gives."""
    target = entry.target
    historical = table.standing == "historical"
    opening: list[Block] = [_facts(library, table)]
    if historical:
        lines = (words("Không dùng bảng này để chấm. Xem để so với bảng đang dùng."),)
        opening.insert(0, Note(STANDING_WORDS[table.standing], lines, Tone.UNCLEAR))
    blocks: list[Block] = []
    criteria = tuple(criterion_block(library, target, criterion) for criterion in table.criteria)
    if criteria:
        blocks.append(Section("cac-tieu-chi", f"{len(criteria)} tiêu chí", (CriteriaBlock(criteria),)))
    else:
        lines = (words("Trang này chỉ ghi những điều đã biết."),)
        opening.append(Note(NO_CRITERIA, lines, Tone.UNCLEAR))
    if table.bands:
        blocks.append(Section("xep-loai", "Xếp loại theo tổng điểm", (_bands(library, table, target),)))
    if table.procedure:
        blocks.append(Section("cach-cham", "Cách chấm", (_procedure(library, table),)))
    head = Head(
        lead=line_of(library, table.summary),
        chips=(
            Chip(ChipFamily.STATUS, "Để tra cứu", Tone.UNCLEAR) if historical else None,
            scope_chip(library, table.place),
        ),
    )
    return record_page(library, addresses, entry, head, blocks, opening)


def _facts(library: Library, table: Criteria) -> Facts:
    facts = [Fact("Văn bản", ((link(library, library.target(table.document)),),))]
    total = amount_number(library, table.total)
    if total is not None:
        facts.append(Fact("Tổng điểm", (words(points_words(total)),)))
    facts.append(Fact("Tình trạng", (words(STANDING_WORDS[table.standing]),)))
    return Facts(tuple(facts))


def _bands(library: Library, table: Criteria, target: Target) -> Table:
    rows = tuple(
        Row((Cell(words(band.title)), Cell(words(_range(library, band))), Cell(_condition(library, band, target))))
        for band in table.bands
    )
    noted = any(band.note or band.needs_full for band in table.bands)
    columns = (Column("Mức"), Column("Tổng điểm"), *((Column("Điều kiện thêm"),) if noted else ()))
    rows = rows if noted else tuple(Row(row.cells[:2]) for row in rows)
    pieces: list[Words | Link] = []
    for basis in bases(library, table.bands_statements):
        pieces += [Words("; " if pieces else "Căn cứ: "), basis.link, Words(f" ({basis.certainty.words.lower()})")]
    note: Line = (*pieces, Words(".")) if pieces else ()
    return Table("Các mức", columns, rows, note)


def _condition(library: Library, band: Band, table: Target) -> Line:
    pieces: list[Inline] = list(line_of(library, band.note or ""))
    for index, part in enumerate(band.needs_full):
        lead = " " if pieces else ""
        pieces.append(Words("; " if index else f"{lead}Phải đạt điểm tối đa ở: "))
        criterion = Target(table.kind, table.id, part)
        pieces.append(link(library, criterion, name(library, criterion).rstrip(".")))
    if band.needs_full:
        pieces.append(Words(". Thiếu một thì xuống mức liền sau."))
    return tuple(pieces)


def _range(library: Library, band: Band) -> str:
    at_least = amount_number(library, band.at_least) or 0
    below = amount_number(library, band.below)
    if below is None:
        return f"từ {number(at_least)} điểm trở lên"
    if at_least == 0:
        return f"dưới {number(below)} điểm"
    return f"từ {number(at_least)} đến dưới {number(below)} điểm"


def _procedure(library: Library, table: Criteria) -> Bullets:
    lines: list[Line] = []
    for step in table.procedure:
        pieces = list(line_of(library, step.text))
        scope = scope_chip(library, step.place)
        if scope:
            pieces.append(Words(f" ({scope.words})"))
        for basis in bases(library, step.statements):
            pieces += [Words(" · "), basis.link, Words(f" ({basis.certainty.short_words.lower()})")]
        lines.append(tuple(pieces))
    return Bullets(tuple(lines))
