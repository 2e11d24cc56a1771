"""What is new: all changes on a page of their own, the newest few on the start page."""

import itertools
import operator

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.sheet import CHANGES
from handbook.library.target import REPORT, Target
from handbook.records.changes import Change
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import date
from handbook.views.blocks import Bullets, Inline, Line, Link, Section, View, Words
from handbook.views.destinations import pointer_link
from handbook.views.inline import line_of
from handbook.views.report_page import report_page, sheet_name

NEWEST = 3
ALL_WORDS = "Xem mọi thay đổi"


def changes_view(library: Library, addresses: Addresses, report: ReportEntry) -> View:
    """Show all changes, day by day, the newest first."""
    blocks = [
        Section(f"ngay-{day.isoformat()}", date(day), (Bullets(tuple(_line(library, addresses, one) for one in some)),))
        for day, some in itertools.groupby(newest_first(library), operator.attrgetter("date"))
    ]
    return report_page(report, blocks, file=sheet_name(library, report))


def newest_changes(library: Library, addresses: Addresses) -> tuple[Section, ...]:
    """Show the newest few changes with a link to all; nothing where changes are not kept."""
    report = library.settings.report(CHANGES)
    newest = newest_first(library)[:NEWEST]
    if report is None or not newest:
        return ()
    lines: list[Line] = [(Words(f"{date(one.date)}: "), *_line(library, addresses, one)) for one in newest]
    lines.append((Link(ALL_WORDS, Target(REPORT, CHANGES)),))
    return (Section("co-gi-moi", report.title, (Bullets(tuple(lines)),)),)


def newest_first(library: Library) -> list[Change]:
    """Give all changes, the newest first."""
    changes = library.changes
    return sorted(changes.changes if changes else (), key=operator.attrgetter("date"), reverse=True)


def _line(library: Library, addresses: Addresses, change: Change) -> Line:
    pieces: list[Inline] = [*line_of(library, change.text)]
    for index, pointer in enumerate(change.see):
        pieces += [Words(", " if index else " Xem: "), pointer_link(library, addresses, pointer)]
    return (*pieces, Words(".")) if change.see else tuple(pieces)
