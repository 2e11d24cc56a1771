"""What goes together: each pairing that is missing is told at its place, and what just pairs is not."""

from typing import Any

import pytest

from handbook.library.coverage import coverage_of
from handbook.library.target import Target
from handbook.rules.pairings import check_pairings
from libraries import Fields, library_of

ITEM = {"id": "x", "text": "Làm.", "duty": "should"}
REMEDY = {"id": "r", "text": "Gọi.", "effort": "low"}
PARTS = [{"id": one, "number": "1.1", "text": "Phần.", "points": 2} for one in ("p", "q")]
Records = dict[str, Fields]


MEETING: Records = {"meeting/m": {"problems": ["p"], "checklists": ["l"], "forms": ["f"]}, "form/f": {}}


def _checklist(**fields: Any) -> Records:
    return {"checklist/l": {"phases": [{"phase": "prepare", "items": [{**ITEM, **fields}]}]}}


def _table(standing: str = "current", **fields: Any) -> Records:
    criterion = {"id": "a", "number": "1", "text": "Sạch.", **fields}
    return {"criteria/t": {"criteria": [criterion], "standing": standing}}


def _told(records: Records, *unread: Target) -> list[tuple[str, int]]:
    library = library_of(records, unread=frozenset(unread))
    return [(str(one.code), one.line) for one in check_pairings(library, coverage_of(library))]


CASES: dict[str, tuple[str, int, Records, Records]] = {
    "a criterion without an item": (
        "coverage.criterion",
        1,
        {**_table(points=5), **_checklist()},
        {**_table(points=5), **_checklist(criteria=["t#a"])},
    ),
    "one of two parts without an item": (
        "coverage.criterion",
        1,
        {**_table(points=4, parts=PARTS), **_checklist(criteria=["t#p"])},
        {**_table(points=4, parts=PARTS), **_checklist(criteria=["t#p", "t#q"])},
    ),
    "two parts without an item": (
        "coverage.criterion",
        2,
        {**_table(parts=PARTS), **_checklist()},
        {**_table(parts=PARTS), **_checklist(criteria=["t#a"])},
    ),
    "parts without points": (
        "coverage.criterion",
        1,
        {**_table(points=4, parts=[{"id": "p", "number": "1.1", "text": "Phần."}]), **_checklist()},
        {**_table(parts=[{"id": "p", "number": "1.1", "text": "Phần."}]), **_checklist()},
    ),
    "a table in use": (
        "coverage.criterion",
        1,
        {**_table(points=5), **_checklist()},
        {**_table("historical", points=5), **_checklist()},
    ),
    "a problem that leads nowhere": (
        "coverage.problem",
        1,
        {"problem/p": {"remedies": [REMEDY]}, **MEETING, **_checklist()},
        {"problem/p": {"remedies": [{**REMEDY, "cases": ["c"]}]}, "case/c": {}},
    ),
    "a problem that an item names": (
        "coverage.problem",
        1,
        {"problem/p": {"remedies": [REMEDY]}},
        {"problem/p": {"remedies": [REMEDY]}, **_checklist(problems=["p"])},
    ),
    "a meeting without both": (
        "coverage.meeting",
        2,
        {"meeting/m": {}},
        {"meeting/m": {"checklists": ["l"], "forms": ["f"]}, "form/f": {}, **_checklist()},
    ),
    "a meeting without a form": (
        "coverage.meeting",
        1,
        {"meeting/m": {"checklists": ["l"]}, **_checklist()},
        {"meeting/m": {"checklists": ["l"], "forms": ["f"]}, "form/f": {}, **_checklist()},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_missing_pairing_is_told(case: str) -> None:
    """As often as it is missing, and not where it is just there."""
    code, times, faulty, sound = CASES[case]

    assert [told for told, _ in _told(faulty)] == [code] * times
    assert _told(sound) == []


def test_it_is_told_at_its_place() -> None:
    """The line of the part, not the top of the file."""
    library = library_of({**_table(points=4, parts=PARTS), **_checklist(criteria=["t#p"])})
    entry = library.entries[Target("criteria", "t")]

    (finding,) = check_pairings(library, coverage_of(library))

    place = entry.file.place(("criteria", 0, "parts", 1, "id"))
    assert (finding.path, finding.line, finding.column) == (entry.file.name, place.line, place.column)
    assert "t#q" in finding.hint


@pytest.mark.parametrize("case", CASES)
def test_while_a_file_is_faulty_nothing_is_called_missing(case: str) -> None:
    """It may hold what is missing."""
    assert _told(CASES[case][2], Target("checklist", "faulty")) == []
