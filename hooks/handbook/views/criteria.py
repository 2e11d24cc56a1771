"""The page of a scoring table: criteria with their points, the grades, how to score, and what serves each criterion."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.criteria import STANDING_WORDS, Band, Criteria, Part
from handbook.records.criteria import Criterion as CriterionRecord
from handbook.text.formats import number
from handbook.views.blocks import (
    Block,
    Bullets,
    Cell,
    Chip,
    ChipFamily,
    Column,
    Criterion,
    Fact,
    Facts,
    LevelRow,
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
from handbook.views.inline import amount_number, certainty, line_of, link, scope_chip, words
from handbook.views.lines import bases, origin_links
from handbook.views.record_page import Head, record_page

SERVING_KINDS = ("checklist", "case")


def criteria_view(library: Library, addresses: Addresses, entry: Entry, table: Criteria) -> View:
    """Say what is scored, what it earns, and which grade the total gives."""
    target = entry.target
    historical = table.standing == "historical"
    opening: list[Block] = [_facts(library, table)]
    if historical:
        lines = (words("Không dùng bảng này để chấm. Xem để so với bảng đang dùng."),)
        opening.insert(0, Note(STANDING_WORDS[table.standing], lines, Tone.UNCLEAR))
    blocks: list[Block] = []
    criteria = tuple(_criterion(library, target, criterion) for criterion in table.criteria)
    blocks.append(Section("cac-tieu-chi", f"{len(criteria)} tiêu chí", (CriteriaBlock(criteria),)))
    if table.bands:
        blocks.append(Section("xep-loai", "Xếp loại theo tổng điểm", (_bands(library, table),)))
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
        facts.append(Fact("Tổng điểm", (words(f"{number(total)} điểm"),)))
    facts.append(Fact("Tình trạng", (words(STANDING_WORDS[table.standing]),)))
    return Facts(tuple(facts))


def _criterion(library: Library, table: Target, part: Part) -> Criterion:
    target = Target(table.kind, table.id, part.id)
    points = amount_number(library, part.points)
    origins = library.uses.get(target, ())
    parts = part.parts if isinstance(part, CriterionRecord) else ()
    return Criterion(
        anchor=part.id,
        number=part.number,
        line=line_of(library, part.text),
        points="" if points is None else f"{number(points)} điểm",
        bases=bases(library, part.statements),
        scope=None,
        levels=tuple(_level(library, level.when, amount_number(library, level.points)) for level in part.levels),
        notes=tuple(line_of(library, note) for note in part.notes),
        parts=tuple(_criterion(library, table, one) for one in parts),
        served_by=origin_links(library, (origin for origin in origins if origin.kind in SERVING_KINDS)),
    )


def _level(library: Library, when: str, points: float | None) -> LevelRow:
    return LevelRow(line_of(library, when), "" if points is None else f"{number(points)} điểm")


def _bands(library: Library, table: Criteria) -> Table:
    rows = tuple(
        Row((Cell(words(band.title)), Cell(words(_range(library, band))), Cell(line_of(library, band.note or ""))))
        for band in table.bands
    )
    noted = any(band.note for band in table.bands)
    columns = (Column("Mức"), Column("Tổng điểm"), *((Column("Điều kiện thêm"),) if noted else ()))
    rows = rows if noted else tuple(Row(row.cells[:2]) for row in rows)
    note: Line = ()
    if table.bands_statements:
        targets = [library.target(reference) for reference in table.bands_statements]
        pieces: list[Words | Link] = [Words("Căn cứ: ")]
        for index, target in enumerate(targets):
            pieces.append(link(library, target))
            pieces.append(Words(f" ({certainty(library, target).words.lower()})"))
            pieces.append(Words("." if index == len(targets) - 1 else "; "))
        note = tuple(pieces)
    return Table("Xếp loại theo tổng điểm", columns, rows, note)


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
