"""Every rule: a library that trips it, and one that just passes. The exact words stand under tests/invalid/."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.diagnostics.finding import Finding, Severity
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.rules import documents, duties, points, references, statements, vocabulary
from handbook.rules.checking import LIBRARY_RULES
from libraries import DAY, Fields, library_of, statement, worth

Rule = Callable[[Library], Iterable[Finding]]
Records = dict[str, Fields]

BOARD: Records = {"source/board": {}}


def _codes(rule: Rule, records: Mapping[str, Fields]) -> list[str]:
    return [str(finding.code) for finding in rule(library_of(records))]


def _replacing(**fields: Any) -> Records:
    """A new document that took the place of an old one, which has these fields."""
    new = {"issued_on": dt.date(2026, 5, 2), "supersedes": [{"document": "old", "relation": "stated"}]}
    return {"document/new": new, "document/old": {"status": "superseded", "issued_on": dt.date(2026, 5, 1), **fields}}


def _item(**fields: Any) -> Fields:
    item = {"id": "sweep", "text": "Quét.", "duty": "should", **fields}
    return {"phases": [{"phase": "prepare", "items": [item]}]}


def _table(*criteria: Fields, **fields: Any) -> Records:
    numbered = [{"number": str(number), "text": "Sạch.", **criterion} for number, criterion in enumerate(criteria, 1)]
    return {"criteria/table": {"criteria": numbered, **fields}, "document/rules": {"statements": [worth("forty", 40)]}}


def _levels(*levels: float, points: float | None = 60) -> Records:
    told = [{"when": "Khi.", "points": level} for level in levels]
    return _table({"id": "a", "levels": told, **({} if points is None else {"points": points})})


def _bands(*bands: tuple[float, float | None], **fields: Any) -> Records:
    told = [
        {"title": "Mức", "at_least": at_least, **({} if below is None else {"below": below})}
        for at_least, below in bands
    ]
    return _table({"id": "a", "points": 100}, total=100, bands=told, **fields)


def _resting(status: str, **fields: Any) -> Records:
    return {
        "checklist/list": _item(**fields),
        "document/rules": {"status": status, "statements": [worth("lead", 3), statement("words")]},
    }


CASES: dict[str, tuple[Rule, str, Records, Records]] = {
    "a role": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"checklist/a": _item(roles=["clerk", "nobody"])},
        {"checklist/a": _item(roles=["clerk"])},
    ),
    "a phase": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"checklist/a": {"phases": [{"phase": "later", "items": _item()["phases"][0]["items"]}]}},
        {"checklist/a": _item()},
    ),
    "a place of an item": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"checklist/a": _item(place="block-c")},
        {"checklist/a": _item(place="block-b")},
    ),
    "a place of a document": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"document/a": {"place": "block-c"}},
        {"document/a": {"place": "block-b", "statements": [statement("a", place="Điều 1")]}},
    ),
    "a place of a table and of a step": (
        vocabulary.closed_lists_hold,
        "value.choice",
        _table({"id": "a"}, procedure=[{"text": "Chấm.", "place": "block-c"}]),
        _table({"id": "a"}, procedure=[{"text": "Chấm.", "place": "block-b"}], place="block-b"),
    ),
    "a type of branch": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"case/a": {"branch_types": ["low-floor"]}},
        {"case/a": {"branch_types": ["high-floor"]}},
    ),
    "a unit": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"source/a": {"statements": [worth("a", 1, "metre")]}},
        {"source/a": {"statements": [worth("a", 1, "day")]}},
    ),
    "an unknown record": (
        references.references_resolve,
        "reference.unknown",
        {"source/a": {"note": "((b))"}},
        {"source/a": {"note": "((a))"}},
    ),
    "an unknown part": (
        references.references_resolve,
        "reference.part",
        {"source/a": {"note": "((a#b))"}},
        {"source/a": {"note": "((a#b))", "statements": [statement("b")]}},
    ),
    "a doubtful kind": (
        references.references_resolve,
        "reference.ambiguous",
        {"source/a": {"note": "((a))"}, "document/a": {}},
        {"source/a": {"note": "((source:a))"}, "document/a": {}},
    ),
    "brackets that are no reference": (
        references.references_are_well_formed,
        "reference.malformed",
        {"source/a": {"note": "((A))"}},
        {"source/a": {"note": "(A), ((a))"}},
    ),
    "brackets in a story": (
        references.references_are_well_formed,
        "reference.malformed",
        {"case/a": {"body": "\nXem ((A)).\n"}},
        {"case/a": {"body": "\nXem `((A))` và ((a)).\n"}},
    ),
    "a document that replaces itself": (
        documents.no_circles,
        "document.circle",
        {"document/a": {"supersedes": [{"document": "a", "relation": "stated"}]}},
        _replacing(),
    ),
    "a date before the old one": (
        documents.dates_run_forward,
        "document.date",
        _replacing(issued_on=dt.date(2026, 5, 3)),
        _replacing(issued_on=dt.date(2026, 5, 2)),
    ),
    "a date after the build": (
        documents.dates_run_forward,
        "document.date",
        {"document/a": {"issued_on": DAY + dt.timedelta(1)}},
        {"document/a": {"issued_on": DAY}},
    ),
    "an unknown date": (
        documents.dates_run_forward,
        "document.date",
        _replacing(issued_on=dt.date(2026, 5, 3)),
        _replacing(issued_on=None, issued_note="Chưa rõ."),
    ),
    "superseded by nobody": (
        documents.status_fits,
        "document.status",
        {"document/a": {"status": "superseded"}},
        {"document/a": {"status": "superseded", "status_note": "Theo lời kể."}},
    ),
    "in force though replaced": (
        documents.status_fits,
        "document.status",
        _replacing(status="in_force"),
        _replacing(status="unclear"),
    ),
    "an amount without a number": (
        points.amounts_hold_numbers,
        "reference.part",
        _table({"id": "a", "points": "rules#forty"}, total="rules#words")
        | {"document/rules": {"statements": [worth("forty", 40), statement("words")]}},
        _table({"id": "a", "points": "rules#forty"}, total=40),
    ),
    "a total": (
        points.points_add_up,
        "points.sum",
        _table({"id": "a", "points": "rules#forty"}, {"id": "b", "points": 59}, total=100),
        _table({"id": "a", "points": "rules#forty"}, {"id": "b", "points": 60}, total=100),
    ),
    "a total where a criterion has no points": (
        points.points_add_up,
        "points.sum",
        _table({"id": "a", "points": 40}, total=100),
        _table({"id": "a", "points": 40}, {"id": "b"}, total=100),
    ),
    "parts of a criterion": (
        points.points_add_up,
        "points.sum",
        _table({"id": "a", "points": 5, "parts": [{"id": "b", "number": "1.1", "text": "Phần.", "points": 4}]}),
        _table({"id": "a", "points": 5, "parts": [{"id": "b", "number": "1.1", "text": "Phần.", "points": 5}]}),
    ),
    "a sum whose source is unclear": (
        points.points_add_up,
        "points.sum",
        _table({"id": "a", "points": 40}, total=100),
        _table({"id": "a", "points": 40}, total=100, source_unclear=["Nguồn cộng lệch."]),
    ),
    "a level above its criterion": (points.levels_lie_inside, "points.level", _levels(61, 20), _levels(60, 20)),
    "a level below zero": (points.levels_lie_inside, "points.level", _levels(60, -1), _levels(60, 0)),
    "a level out of order": (points.levels_lie_inside, "points.level", _levels(20, 20), _levels(20, 19.5)),
    "a level without a top": (
        points.levels_lie_inside,
        "points.level",
        _levels(5, 6, points=None),
        _levels(600, 6, points=None),
    ),
    "a gap between bands": (
        points.bands_cover_the_range,
        "points.bands",
        _bands((80, None), (0, 79)),
        _bands((80, None), (0, 80)),
    ),
    "bands that overlap": (
        points.bands_cover_the_range,
        "points.bands",
        _bands((80, None), (0, 81)),
        _bands((80, None), (0, 80)),
    ),
    "a lowest band above zero": (
        points.bands_cover_the_range,
        "points.bands",
        _bands((80, None), (1, 80)),
        _bands((0, None)),
    ),
    "a highest band with an end": (
        points.bands_cover_the_range,
        "points.bands",
        _bands((80, 100), (0, 80)),
        _bands((100, None), (0, 100)),
    ),
    "a band nobody reaches": (
        points.bands_cover_the_range,
        "points.bands",
        _bands((101, None), (0, 101)),
        _bands((100, None), (0, 100)),
    ),
    "bands whose source is unclear": (
        points.bands_cover_the_range,
        "points.bands",
        _bands((80, None), (1, 80)),
        _bands((80, None), (1, 80), source_unclear=["Nguồn không nói dưới 1 điểm."]),
    ),
    "a duty without support": (
        duties.duties_are_supported,
        "duty.unsupported",
        {"checklist/a": _item(duty="must")},
        {"checklist/a": _item()},
    ),
    "a duty on what was only mentioned": (
        duties.duties_are_supported,
        "duty.unsupported",
        {
            "checklist/a": _item(duty="must", statements=["rules#a"]),
            "document/rules": {"statements": [statement("a", "board", extent="mentioned")]},
            **BOARD,
        },
        {
            "checklist/a": _item(duty="must", statements=["rules#a"]),
            "document/rules": {"statements": [statement("a", "board", extent="report")]},
            **BOARD,
        },
    ),
    "what rests on a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        _resting("superseded", statements=["rules#words"]),
        _resting("unclear", statements=["rules#words"]),
    ),
    "a number of a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        _resting("superseded", when="Trước ((rules#lead))"),
        _resting("superseded", notes=["Trước đây là ((rules#lead)), theo ((rules#words))."]),
    ),
    "a table that rests on a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        {"criteria/t": {"document": "rules"}, "document/rules": {"status": "superseded"}},
        {"criteria/t": {"document": "rules", "standing": "historical"}, "document/rules": {"status": "superseded"}},
    ),
    "a statement nobody uses": (
        statements.statements_are_used,
        "statement.unused",
        {"source/a": {"statements": [statement("a")]}},
        {"source/a": {"statements": [statement("a", left_out="Chưa cần.")]}},
    ),
    "a reason that no longer holds": (
        statements.statements_are_used,
        "statement.unused",
        {"source/a": {"statements": [statement("a", left_out="Chưa cần.")]}, "source/b": {"note": "((a#a))"}},
        {"source/a": {"statements": [statement("a")]}, "source/b": {"note": "((a#a))"}},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_rule_tells_the_fault_and_only_the_fault(case: str) -> None:
    """Exactly one finding where the fault is, none where it is just avoided."""
    rule, code, faulty, sound = CASES[case]

    assert _codes(rule, faulty) == [code]
    assert _codes(rule, sound) == []


def test_every_rule_has_a_case() -> None:
    """No rule over the library is without a library that trips it."""
    assert {rule for rule, *_ in CASES.values()} == set(LIBRARY_RULES)


def test_a_long_circle_is_told_at_each_of_its_documents() -> None:
    """Three documents that replace each other in turn are three findings."""
    circle = {
        f"document/{one}": {"supersedes": [{"document": other, "relation": "stated"}]}
        for one, other in (("a", "b"), ("b", "c"), ("c", "a"))
    }

    assert _codes(documents.no_circles, circle) == ["document.circle"] * 3


def test_the_hint_names_the_last_successor() -> None:
    """Where a document was replaced twice, the newest one is proposed."""
    records = {
        **_resting("superseded", statements=["rules#words"]),
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
    rule, _, faulty, _ = CASES[case]

    assert list(rule(library_of(faulty, unread=frozenset({Target("document", "faulty")})))) == []


@given(st.lists(st.integers(1, 99), unique=True, max_size=6))
def test_bands_cut_at_any_points_cover_the_range(cuts: list[int]) -> None:
    """Whatever the limits: bands that meet, from zero upwards, are sound."""
    limits = sorted({0, *cuts}, reverse=True)
    bands = [(float(limit), None if index == 0 else float(limits[index - 1])) for index, limit in enumerate(limits)]

    assert _codes(points.bands_cover_the_range, _bands(*bands)) == []


@given(st.lists(st.integers(1, 99), unique=True, min_size=1, max_size=6), st.data())
def test_a_band_that_is_missing_is_always_told(cuts: list[int], data: st.DataObject) -> None:
    """Take any band out of those that cover the range, and a finding says so."""
    limits = sorted({0, *cuts}, reverse=True)
    bands = [(float(limit), None if index == 0 else float(limits[index - 1])) for index, limit in enumerate(limits)]
    bands.pop(data.draw(st.integers(0, len(bands) - 1)))

    assert set(_codes(points.bands_cover_the_range, _bands(*bands))) == {"points.bands"}
