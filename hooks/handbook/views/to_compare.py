"""Everything that a person has still to compare with the official text, by document, the most doubtful first."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence

from handbook.library.certainty import Judgement, Level
from handbook.library.comparing import documents_to_compare
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.open_statements import OPEN
from handbook.library.target import Target
from handbook.records.document import Document
from handbook.records.statement import Statement
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import number
from handbook.views.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Line,
    Link,
    Outside,
    Paragraph,
    Row,
    Section,
    Statements,
    Table,
    Words,
)
from handbook.views.inline import link, words
from handbook.views.long_view import LongView, Opening, Unit
from handbook.views.report_page import report_page
from handbook.views.statements import statements_block

ONE_SOURCE = "Theo một nguồn dẫn lại"
SEVERAL_SOURCES = "Theo nhiều nguồn dẫn lại khớp nhau"
GROUPS = ("Chưa đối chiếu", "Các nguồn ghi khác nhau", ONE_SOURCE, SEVERAL_SOURCES)
NO_COPY = "Chưa biết nơi nào đăng toàn văn."
NOTHING = "Không còn điều nào phải đối chiếu."
OPENED_WORDS = "đã mở được toàn văn"
NOT_OPENED_WORDS = "chưa mở được toàn văn"


def to_compare_view(library: Library, report: ReportEntry) -> LongView:
    """List what is below an excerpt, grouped by document, with counts."""
    found = documents_to_compare(library)

    def blocks(units: range) -> tuple[Block, ...]:
        return tuple(
            _section(library, entry, document, tuple(one for one, _ in doubtful))
            for entry, document, doubtful in found[units.start : units.stop]
        )

    return LongView(
        report_page(report, ()),
        tuple(Unit(entry.id, _title(document), document.short_name) for entry, document, _ in found),
        blocks,
        lambda: _opening([judgement for _, _, doubtful in found for _, judgement in doubtful], len(found)),
    )


def _opening(open_ones: Sequence[Judgement], documents: int) -> Opening:
    if not open_ones:
        return Opening(blocks=(Paragraph(words(NOTHING)),))
    told = f"{number(len(open_ones))} điều của {number(documents)} văn bản."
    return Opening((words(told),), (_counts(map(_group, open_ones)),))


def _title(document: Document) -> str:
    return f"{document.number}: {document.title}"


def _group(judgement: Judgement) -> str:
    if judgement.level is Level.REPORTED:
        return ONE_SOURCE if judgement.agreeing == 1 else SEVERAL_SOURCES
    return GROUPS[OPEN.index(judgement.level)]


def _counts(groups: Iterable[str]) -> Table:
    counted = Counter(groups)
    rows = tuple(Row((Cell(words(group)), Cell(words(number(counted[group]))))) for group in GROUPS)
    return Table("Còn phải đối chiếu", (Column("Mức chắc chắn"), Column("Số điều", numeric=True)), rows)


def _section(library: Library, entry: Entry, document: Document, statements: tuple[Statement, ...]) -> Section:
    told = statements_block(library, entry, statements)
    entries = tuple(
        dataclasses.replace(
            one,
            anchor=f"{entry.id}.{one.anchor}",  # a full stop stands in no id, so no two of these are the same
            line=(*one.line, Words(" "), Link("Xem ở văn bản", Target(entry.kind, entry.id, one.anchor))),
        )
        for one in told.entries
    )
    blocks: tuple[Block, ...] = (_facts(library, entry, document), Statements(entries))
    return Section(entry.id, _title(document), blocks, f"{len(statements)} điều")


def _facts(library: Library, entry: Entry, document: Document) -> Facts:
    copies: tuple[Line, ...] = tuple(
        (Outside(copy.url, copy.url), Words(f", {OPENED_WORDS if copy.opened else NOT_OPENED_WORDS}"))
        for copy in document.copies
    )
    return Facts((Fact("Văn bản", ((link(library, entry.target),),)), Fact("Bản đăng", copies or (words(NO_COPY),))))
