"""The page of a report: its head from the vocabulary, its blocks from whoever makes it."""

from collections.abc import Iterable

from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.settings.vocabulary import ReportEntry
from handbook.views.blocks import Block, Line, View
from handbook.views.inline import words
from handbook.views.record_page import description


def report_page(report: ReportEntry, blocks: Iterable[Block], meta: tuple[Line, ...] = (), file: str = "") -> View:
    """Put the page together; `file` is the one it is edited in, where it has one."""
    return View(
        target=Target(REPORT, report.id),
        title=report.title,
        crumb=report.title,
        description=description(report.lead),
        kind=None,
        chips=(),
        lead=words(report.lead),
        meta=meta,
        blocks=tuple(blocks),
        file=file,
        line=1 if file else 0,
    )


def sheet_name(library: Library, report: ReportEntry) -> str:
    """Name the file that a report is written in, if it is written in one."""
    sheet = library.sheets.get(report.id)
    return sheet.file.name if sheet else ""
