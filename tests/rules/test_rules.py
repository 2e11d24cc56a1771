"""Every rule: a library that trips it, and one that just passes. The exact words stand under tests/invalid/."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document_cases import DOCUMENT_CASES
from handbook.diagnostics.finding import Severity
from handbook.library.target import Target
from handbook.rules import documents, duties, freshness, house, letters, links, meetings, points, statements
from handbook.rules.checking import COMPARING_RULES, LIBRARY_RULES, RECORD_RULES
from libraries import Fields, library_of, statement
from number_cases import NUMBER_CASES, bands, meeting, table
from rule_cases import CASES, Records, Rule, resting
from text_cases import TEXT_CASES

ELSEWHERE = {
    letters.letters_of_the_deployment_can_be_printed,  # in test_letters.py
    house.house_words_are_kept,  # in test_house.py, as the next
    house.exceptions_are_needed,
    freshness.reviews_are_in_time,  # in library/test_freshness.py
    freshness.owners_of_pages_are_known,  # in test_pages.py
    links.links_answered,  # in test_links.py
}
ALL_CASES = {**CASES, **DOCUMENT_CASES, **NUMBER_CASES, **TEXT_CASES}


def _codes(rule: Rule, records: Mapping[str, Fields]) -> list[str]:
    return [str(finding.code) for finding in rule(library_of(records))]


@pytest.mark.parametrize("case", ALL_CASES)
def test_a_rule_tells_the_fault_and_only_the_fault(case: str) -> None:
    """Exactly one finding where the fault is, none where it is just avoided."""
    rule, code, faulty, sound = ALL_CASES[case]

    assert _codes(rule, faulty) == [code]
    assert _codes(rule, sound) == []


def test_every_rule_has_a_case() -> None:
    """No rule over the library is without a library that trips it."""
    assert {rule for rule, *_ in ALL_CASES.values()} | ELSEWHERE == {*RECORD_RULES, *COMPARING_RULES, *LIBRARY_RULES}


def test_a_long_circle_is_told_at_each_of_its_documents() -> None:
    """Three documents that replace each other in turn are three findings."""
    circle = {
        f"document/{one}": {"supersedes": [{"document": other, "relation": "stated"}]}
        for one, other in (("a", "b"), ("b", "c"), ("c", "a"))
    }

    assert _codes(documents.no_circles, circle) == ["document.circle"] * 3


@pytest.mark.parametrize(
    ("rule", "records"),
    [
        (
            points.levels_lie_inside,
            table({"id": "a", "points": 10, "levels": [{"when": "Khi.", "points": "rules#none"}]}),
        ),
        (points.bands_cover_the_range, table({"id": "a"}, bands=[{"title": "Tốt", "at_least": "rules#none"}])),
        (meetings.deadlines_stand_in_order, meeting(("before", "rules#none"), ("before", 3))),
    ],
)
def test_a_number_that_is_not_there_is_told_once(rule: Rule, records: Records) -> None:
    """The reference is told; what would follow from the number is not guessed."""
    assert _codes(rule, records) == []


def test_a_band_that_holds_nothing_is_told() -> None:
    """Its lower limit lies at or above its upper one."""
    told = _codes(points.bands_cover_the_range, bands((90, None), (95, 90), (0, 95)))

    assert "points.bands" in told


def test_two_ways_to_an_older_document_are_no_circle() -> None:
    """A document may replace two that both replaced the same one."""

    def after(*older: str) -> Fields:
        return {"supersedes": [{"document": one, "relation": "stated"} for one in older]}

    ways = {"document/d": after("b", "c"), "document/c": after("a"), "document/b": after("a"), "document/a": {}}

    assert _codes(documents.no_circles, ways) == []


def test_the_hint_names_the_last_successor() -> None:
    """Where a document was replaced twice, the newest one is proposed."""
    records = {
        **resting("superseded", statements=["rules#words"]),
        "document/second": {"status": "superseded", "supersedes": [{"document": "rules", "relation": "stated"}]},
        "document/third": {"number": "9/HS", "supersedes": [{"document": "second", "relation": "stated"}]},
    }

    (finding,) = duties.nothing_current_rests_on_superseded(library_of(records))

    assert "“third” (9/HS)" in finding.hint


def test_the_newest_of_a_circle_is_found_all_the_same() -> None:
    """Following successors ends even where they run in a circle."""
    circle = {
        "document/a": {"supersedes": [{"document": "b", "relation": "stated"}]},
        "document/b": {"supersedes": [{"document": "a", "relation": "stated"}]},
    }

    assert documents.newest(library_of(circle), Target("document", "a")) == Target("document", "b")


def test_an_unused_statement_stops_nothing() -> None:
    """It is a warning, not an error."""
    findings = statements.statements_are_used(library_of({"source/a": {"statements": [statement("a")]}}))

    assert [finding.severity for finding in findings] == [Severity.WARNING]


@pytest.mark.parametrize("case", ["superseded by nobody", "a duty without support", "a statement nobody uses"])
def test_what_may_stand_in_an_unread_file_is_not_called_missing(case: str) -> None:
    """While a file is faulty, nobody is told that something it might say is not said."""
    rule, _, faulty, _ = ALL_CASES[case]

    assert list(rule(library_of(faulty, unread=frozenset({Target("document", "faulty")})))) == []


@given(st.lists(st.integers(1, 99), unique=True, max_size=6))
def test_bands_cut_at_any_points_cover_the_range(cuts: list[int]) -> None:
    """Whatever the limits: bands that meet, from zero upwards, are sound."""
    limits = sorted({0, *cuts}, reverse=True)
    told = [(float(limit), None if index == 0 else float(limits[index - 1])) for index, limit in enumerate(limits)]

    assert _codes(points.bands_cover_the_range, bands(*told)) == []


@given(st.lists(st.integers(1, 99), unique=True, min_size=1, max_size=6), st.data())
def test_a_band_that_is_missing_is_always_told(cuts: list[int], data: st.DataObject) -> None:
    """Take any band out of those that cover the range, and a finding says so."""
    limits = sorted({0, *cuts}, reverse=True)
    told = [(float(limit), None if index == 0 else float(limits[index - 1])) for index, limit in enumerate(limits)]
    told.pop(data.draw(st.integers(0, len(told) - 1)))

    assert set(_codes(points.bands_cover_the_range, bands(*told))) == {"points.bands"}
