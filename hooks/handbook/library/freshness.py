"""What has to be read again: pages and records whose time has come, and those that cite a superseded document.

How the list is shown, and whether it stops anything, is not its business.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.library.entry import Entry, HandPage
from handbook.library.library import Library
from handbook.library.mentions import referrings_of_entry, referrings_of_page
from handbook.library.target import PAGE, REPORT, Target
from handbook.reading.files import ReadFile
from handbook.reading.places import Place
from handbook.records.document import Document
from handbook.records.page import Page
from handbook.records.shared import Record

REVIEW = "review"
"""The report that lists what has to be read again."""


@dataclass(frozen=True, slots=True)
class Review:
    """When a page or record has to be read again, and who looks after it ("" for nobody)."""

    target: Target
    title: str
    owner: str
    due: dt.date | None
    """None: it has never been read again, so it is due at once."""
    file: ReadFile

    def is_overdue(self, today: dt.date) -> bool:
        """Tell whether the day has passed."""
        return self.due is None or self.due < today


@dataclass(frozen=True, slots=True)
class Citation:
    """A page or record that cites a superseded document and has not been read again since."""

    target: Target
    title: str
    owner: str
    document: Target
    since: dt.date | None
    """When the document's successor was issued, where that is known."""
    file: ReadFile
    place: Place
    """Where it is cited first."""


def reviews(library: Library) -> tuple[Review, ...]:
    """Give every review that was asked for, the first due first."""
    found = [review for one in _kept(library) if (review := review_of(one))]
    return tuple(sorted(found, key=lambda one: (one.due or dt.date.min, one.target)))


def review_of(one: Entry | HandPage) -> Review | None:
    """Tell when a page or record has to be read again; None where nobody asked for it."""
    head = _head(one)
    if head.review_every is None or head.draft:
        return None
    due = _later(head.reviewed_on, head.review_every) if head.reviewed_on else None
    return Review(one.target, head.title, head.owner or "", due, one.file)


def citations(library: Library) -> tuple[Citation, ...]:
    """Give whoever cites a superseded document and was not read again since, each document once."""
    since = {
        entry.target: _replaced_on(library, entry.target)
        for entry in library.of_kind("document")
        if isinstance(entry.record, Document) and entry.record.status == "superseded"
    }
    found = [
        Citation(
            origin.target,
            head.title,
            head.owner or "",
            document,
            day,
            origin.file,
            _cited_at(library, origin, document),
        )
        for document, day in since.items()
        for origin in _citing(library, document)
        if not (head := _head(origin)).draft
        and not isinstance(head, Document)
        and (head.reviewed_on is None or day is None or head.reviewed_on < day)
    ]
    return tuple(sorted(found, key=lambda one: (one.since or dt.date.max, one.document, one.target)))


def _citing(library: Library, document: Target) -> Iterator[Entry | HandPage]:
    """Give the records and pages that cite a document, or a statement of it."""
    parts = (Target(document.kind, document.id, part) for part in library.entry(document).parts)
    users = (user.whole() for cited in (document, *parts) for user in library.uses.get(cited, ()))
    for user in dict.fromkeys(users):
        if user.kind == PAGE:
            yield library.pages[user.id]
        elif user.kind != REPORT:  # what the handbook tells of itself is not read again
            yield library.entry(user)


def _cited_at(library: Library, origin: Entry | HandPage, document: Target) -> Place:
    """Find where a record or page cites a document first."""
    referrings = referrings_of_page(origin) if isinstance(origin, HandPage) else referrings_of_entry(origin)
    return next(
        referring.place()
        for referring in referrings
        if isinstance(cited := library.resolve(referring.reference), Target) and cited.whole() == document
    )


def _kept(library: Library) -> Iterator[Entry | HandPage]:
    yield from library.entries.under_review()
    yield from library.pages.values()


def _head(one: Entry | HandPage) -> Record | Page:
    return one.meta if isinstance(one, HandPage) else one.record


def _replaced_on(library: Library, document: Target) -> dt.date | None:
    days = [
        record.issued_on
        for successor in library.successors(document)
        if isinstance(record := library.entry(successor).record, Document) and record.issued_on
    ]
    return min(days, default=None)


def _later(day: dt.date, months: int) -> dt.date:
    """Give the day so many months later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
