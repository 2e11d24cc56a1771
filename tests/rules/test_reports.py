"""Rules about the single files of data: each trips on a fault and lets pass what just avoids it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.rules import pages, reports
from handbook.rules.references import references_resolve
from libraries import DAY, library_of, settings_of_second, statement

Sheets = dict[str, dict[str, Any]]

RECORDS = {"document/rules": {"statements": [statement("quorum")]}, "source/flyer": {}}
PAGES = {"a/first.md": "## Một mục\n"}


def _codes(rule: Callable[[Library, Addresses], Iterable[Finding]], library: Library) -> list[str]:
    return [str(finding.code) for finding in rule(library, Addresses(library.settings))]


def _changes(day: dt.date = DAY, *see: str) -> Sheets:
    return {"changes": {"changes": [{"date": day, "text": "Mới.", "see": [{"to": to} for to in see]}]}}


def _journey(*steps: list[str]) -> Sheets:
    told = [{"id": f"s{number}", "title": "Bước", "text": "Làm.", "pages": own} for number, own in enumerate(steps)]
    return {"journey": {"steps": told}}


@pytest.mark.parametrize(("days", "told"), [(-1, []), (0, []), (1, ["change.date"])])
def test_a_change_has_happened(days: int, told: list[str]) -> None:
    """On the day of the build at the latest."""
    library = library_of({}, sheets=_changes(DAY + dt.timedelta(days=days)))

    assert _codes(reports.changes_have_happened, library) == told


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("a/first.md", []),
        ("a/first.md#mot-muc", []),
        ("a/first.md#hai-muc", ["reference.part"]),
        ("a/frist.md", ["reference.unknown"]),
        ("noi-quy/rules.md", []),
        ("noi-quy/rules.md#quorum", []),
        ("noi-quy/rules.md#majority", ["reference.part"]),
        ("noi-quy/index.md", []),
        ("tin-moi.md", []),
        ("so-sua/con-phai-xem.md#rules", []),
        ("so-sua/con-phai-xem.md#flyer", ["reference.part"]),
    ],
)
def test_a_named_page_is_there_with_its_anchor(to: str, told: list[str]) -> None:
    """Written by hand or generated, an index or a report."""
    library = library_of(RECORDS, PAGES, sheets=_changes(DAY, to))

    assert _codes(reports.destinations_lead_somewhere, library) == told
    assert list(references_resolve(library)) == []


@pytest.mark.parametrize(("to", "told"), [("rules", []), ("rules#quorum", []), ("rulez", ["reference.unknown"])])
def test_a_named_record_is_there(to: str, told: list[str]) -> None:
    """The same rule as for all references tells of it, and no other."""
    library = library_of(RECORDS, sheets=_changes(DAY, to))

    assert [str(finding.code) for finding in references_resolve(library)] == told
    assert _codes(reports.destinations_lead_somewhere, library) == []


def test_a_page_that_could_not_be_read_is_not_called_missing() -> None:
    """Nobody knows what it says."""
    sheets = _changes(DAY, "b.md#c", "mot-quy.md#d")
    unread = frozenset({Target(PAGE, "b.md"), Target(REPORT, "journey")})

    assert _codes(reports.destinations_lead_somewhere, library_of({}, sheets=sheets, unread=unread)) == []


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([["a/first.md"], ["noi-quy/rules.md"]], []),
        ([["a/first.md"], ["a/first.md"]], ["journey.page"]),
        ([["rules"], ["noi-quy/rules.md"]], ["journey.page"]),
        ([["rules", "document:rules"], ["flyer"]], []),
    ],
)
def test_a_page_belongs_to_one_step(steps: list[list[str]], told: list[str]) -> None:
    """Whichever way it is named."""
    library = library_of(RECORDS, PAGES, sheets=_journey(*steps))

    assert _codes(reports.pages_belong_to_one_step, library) == told


def test_a_page_and_its_file_come_together() -> None:
    """Announced without its file, or there without being announced; a file that could not be read is there."""
    both = {**_changes(), **_journey([], [])}
    vocabulary = settings_of_second().vocabulary.model_copy(update={"reports": ()})
    silent = replace(settings_of_second(), vocabulary=vocabulary)
    unread = frozenset({Target(REPORT, "journey")})

    assert _codes(reports.reports_have_their_data, library_of({}, sheets=both)) == []
    assert _codes(reports.reports_have_their_data, library_of({}, sheets=_changes())) == ["file.missing"]
    assert _codes(reports.reports_have_their_data, library_of({}, sheets=_changes(), unread=unread)) == []
    assert _codes(reports.reports_have_their_data, library_of({}, sheets=both, settings=silent)) == (
        ["settings.missing"] * 2
    )
    assert _codes(reports.reports_have_their_data, library_of({}, settings=silent)) == []


def test_a_report_stands_on_no_record() -> None:
    """Its address is its own; a page written by hand on it is told as on any generated page."""
    settings = settings_of_second()
    (first, *others) = settings.vocabulary.reports
    moved = (first.model_copy(update={"slug": "noi-quy/rules"}), *others)
    clashing = replace(settings, vocabulary=settings.vocabulary.model_copy(update={"reports": moved}))

    assert _codes(pages.addresses_differ, library_of(RECORDS, settings=clashing)) == ["page.collision"]
    assert _codes(pages.addresses_differ, library_of(RECORDS)) == []
    assert _codes(pages.addresses_differ, library_of({}, {f"{first.slug}.md": "a"})) == ["page.collision"]
