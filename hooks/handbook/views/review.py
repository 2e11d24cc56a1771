"""What has to be read again, by whoever looks after it: what is due, and what cites a superseded document."""

from collections.abc import Iterable

from handbook.library.freshness import Citation, Review, citations, reviews
from handbook.library.library import Library
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import date, number
from handbook.views.blocks import Block, Cell, Column, Link, Paragraph, Row, Section, Table, View
from handbook.views.inline import link, words
from handbook.views.report_page import report_page

NOTHING = "Chưa trang nào ghi chu kỳ kiểm lại (“review_every”), và không trang nào dẫn văn bản đã bị thay thế."
NOBODY = "Chưa ghi người phụ trách"
NEVER = "Chưa kiểm lại lần nào"
DUE_COLUMNS = (Column("Trang"), Column("Hạn kiểm lại"), Column("Tình trạng"))
CITED_COLUMNS = (Column("Trang"), Column("Dẫn văn bản đã bị thay"), Column("Bị thay từ"))


def review_view(library: Library, report: ReportEntry) -> View:
    """Show for each owner what is due, the first due first, and what a superseded document leaves to do."""
    told, blocks = library.told(to_do, report.id)
    return report_page(report, blocks, (words(told),) if told else ())


def to_do(library: Library, _: str) -> tuple[str, tuple[Block, ...]]:
    """Give how much there is to do, and what: it comes from everything there is, and changes seldom."""
    due, cited = reviews(library), citations(library)
    owners = {owner.id: owner.title for owner in library.settings.vocabulary.owners} | {"": NOBODY}
    sections = [
        _section(library, owner, title, own_due, own_cited)
        for owner, title in owners.items()
        if any(
            (
                own_due := tuple(one for one in due if one.owner == owner),
                own_cited := tuple(one for one in cited if one.owner == owner),
            )
        )
    ]
    if not sections:
        return "", (Paragraph(words(NOTHING)),)
    overdue = sum(one.is_overdue(library.settings.date) for one in due)
    told = f"{number(overdue)} trang quá hạn kiểm lại; {number(len(cited))} chỗ dẫn văn bản đã bị thay cần đọc lại."
    return told, tuple(sections)


def _section(library: Library, owner: str, title: str, due: tuple[Review, ...], cited: tuple[Citation, ...]) -> Section:
    blocks: list[Block] = []
    if due:
        blocks.append(Table(f"Hạn kiểm lại: {title}", DUE_COLUMNS, tuple(_due_rows(library, due))))
    if cited:
        blocks.append(Table(f"Dẫn văn bản đã bị thay: {title}", CITED_COLUMNS, tuple(_cited_rows(library, cited))))
    return Section(owner or "chua-ghi", title, tuple(blocks), f"{len(due) + len(cited)} việc")


def _due_rows(library: Library, due: Iterable[Review]) -> Iterable[Row]:
    for one in due:
        day = date(one.due) if one.due else NEVER
        state = "Quá hạn" if one.is_overdue(library.settings.date) else "Chưa tới hạn"
        yield Row((Cell((Link(one.title, one.target),)), Cell(words(day)), Cell(words(state))))


def _cited_rows(library: Library, cited: Iterable[Citation]) -> Iterable[Row]:
    for one in cited:
        since = date(one.since) if one.since else "Chưa rõ ngày"
        yield Row((Cell((Link(one.title, one.target),)), Cell((link(library, one.document),)), Cell(words(since))))
