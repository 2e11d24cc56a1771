"""What has to be read again, and when: by its own rhythm, and after a document was superseded."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses
from handbook.library.freshness import citations, reviews
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.due import due_note
from handbook.pages.feeds import feeds
from handbook.rules.freshness import check_freshness, reviews_are_in_time
from handbook.settings.vocabulary import OwnerEntry, ReportEntry
from handbook.views.report import report_view
from libraries import Fields, library_of, settings_of_second

OWNER = OwnerEntry(id="board", title="Ban quản trị")
REPORT = ReportEntry(id="review", slug="doc-lai", title="Cần đọc lại", lead="Đến hạn.")


def shelf(today: dt.date, **fields: Any) -> Library:
    """A term with these fields, which cites a document of 2021 that one of 2025 took the place of."""
    settings = settings_of_second()
    vocabulary = settings.vocabulary.model_copy(update={"owners": (OWNER,), "reports": (REPORT,)})
    return library_of(
        {
            "document/old": {"number": "1", "status": "superseded", "issued_on": dt.date(2021, 1, 1)},
            "document/new": {
                "number": "2",
                "issued_on": dt.date(2025, 6, 1),
                "supersedes": [{"document": "old", "relation": "stated"}],
            },
            "term/a": {"meaning": "Theo ((old)).", "owner": "board", **fields},
        },
        settings=dataclasses.replace(settings, date=today, vocabulary=vocabulary),
    )


READ = dt.date(2026, 1, 31)
DUE = dt.date(2026, 2, 28)


@pytest.mark.parametrize(("today", "overdue"), [(DUE, False), (DUE + dt.timedelta(days=1), True)])
def test_a_review_follows_the_day_that_is_given(today: dt.date, overdue: bool) -> None:  # noqa: FBT001
    """A month after 31 January is 28 February; on the day itself there is still time, on the next there is none."""
    library = shelf(today, reviewed_on=READ, review_every=1)

    [review] = reviews(library)
    warned = list(reviews_are_in_time(library))
    errors = check_freshness(library)
    note = due_note(library.entries[Target("term", "a")], today)

    assert review.due == DUE
    assert [finding.severity for finding in warned] == ["warning"] * overdue
    assert [finding.severity for finding in errors] == ["error"] * overdue
    assert all("Người phụ trách: Ban quản trị." in finding.message for finding in [*warned, *errors])
    assert (" hidden" in note, "quá hạn kiểm lại từ 28/02/2026" in note) == (not overdue, overdue)
    assert 'data-sh-due="2026-02-28"' in note


@given(day=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), months=st.integers(1, 60))
def test_a_due_day_is_so_many_months_later(day: dt.date, months: int) -> None:
    """It is in the right month, on the same day of it or on its last."""
    [review] = reviews(shelf(DUE, reviewed_on=day, review_every=months))

    assert review.due
    assert (review.due.year * 12 + review.due.month) - (day.year * 12 + day.month) == months
    assert review.due.day == day.day or (review.due + dt.timedelta(days=1)).day == 1 > review.due.day - day.day


def test_what_was_never_read_again_is_due_at_once() -> None:
    """A rhythm without a first day is overdue, and readers are told nothing, as there is no day to tell."""
    library = shelf(READ, review_every=12)

    assert reviews(library)[0].is_overdue(dt.date(1900, 1, 1))
    assert due_note(library.entries[Target("term", "a")], READ) == ""


@pytest.mark.parametrize(
    ("reviewed_on", "open_"), [(None, True), (dt.date(2025, 5, 31), True), (dt.date(2025, 6, 1), False)]
)
def test_a_superseded_document_leaves_a_dated_task(reviewed_on: dt.date | None, open_: bool) -> None:  # noqa: FBT001
    """Who cites it has it to do, with its owner and the day of the successor, until it was read again since."""
    library = shelf(READ, **({"reviewed_on": reviewed_on} if reviewed_on else {}))

    found = citations(library)

    assert [(one.target.id, one.document.id, one.owner, one.since) for one in found] == [
        ("a", "old", "board", dt.date(2025, 6, 1))
    ] * open_
    assert [finding.code.value for finding in check_freshness(library)] == ["review.superseded"] * open_


def test_what_the_handbook_tells_of_itself_is_not_read_again() -> None:
    """A change of long ago may name a document that was superseded since; a page that cites it is told."""
    records: dict[str, Fields] = {
        "document/old": {"number": "1", "status": "superseded"},
        "document/new": {"number": "2", "supersedes": [{"document": "old", "relation": "stated"}]},
    }
    change = {"date": DUE, "text": "Theo ((old)).", "see": []}
    library = library_of(records, {"a.md": "Theo ((old))."}, sheets={"changes": {"changes": [change]}})

    assert len(library.uses[Target("document", "old")]) == 3
    assert [one.target for one in citations(library)] == [Target("page", "a.md")]


def test_the_list_and_the_feed_name_owner_and_day() -> None:
    """Both say who has what to read again by when; the feed leads to public addresses."""
    library = shelf(DUE + dt.timedelta(days=1), reviewed_on=READ, review_every=1)
    # READ is after the document was superseded, so only the rhythm is told
    view = report_view(library, Addresses(library.settings), Target("report", "review"))
    [(file, text)] = list(feeds(library, Addresses(library.settings)))

    assert [(section.title, section.hint) for section in view.blocks] == [("Ban quản trị", "1 việc")]  # type: ignore[union-attr]
    assert "28/02/2026" in repr(view)
    assert file == "doc-lai/feed.xml"
    assert "quá hạn từ 28/02/2026 (Ban quản trị)" in text
    assert '<link href="https://vi-du.example/cu-dan/tu-ngu/a/" />' in text


def test_the_list_says_when_nothing_is_due() -> None:
    """An empty list says that it is empty, and why."""
    library = shelf(READ, reviewed_on=READ)

    assert "Chưa trang nào" in repr(report_view(library, Addresses(library.settings), Target("report", "review")))
