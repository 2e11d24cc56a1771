"""The shared cases: every program that counts meetings and deadlines answers them alike, this one first."""

import datetime as dt
import json
from typing import Any

import pytest

from building import ROOT
from handbook.schedule.deadlines import Offset, deadlines
from handbook.schedule.year import Held, Period, Rhythm, year

EXAMPLES: dict[str, Any] = json.loads((ROOT / "tests/schedule/examples.json").read_text(encoding="utf-8"))


def _named(cases: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    named = {case["name"]: case for case in cases}
    assert len(named) == len(cases)
    return named


DEADLINES = _named(EXAMPLES["deadlines"])
YEARS = _named(EXAMPLES["years"])


@pytest.mark.parametrize("name", DEADLINES)
def test_deadlines_fall_on_the_days_of_the_shared_cases(name: str) -> None:
    """Each deadline is due on the expected day, and they come in the expected order."""
    case = DEADLINES[name]
    given = tuple(Offset(**offset) for offset in case["deadlines"])

    found = deadlines(given, dt.date.fromisoformat(case["meeting"]))

    assert [[due.id, due.date.isoformat()] for due in found] == case["due"]


@pytest.mark.parametrize("name", YEARS)
def test_a_year_has_the_meetings_of_the_shared_cases(name: str) -> None:
    """Each meeting is held on the expected day, or within the expected period."""
    case = YEARS[name]

    found = year(Rhythm(**case["recurrence"]), dt.date.fromisoformat(case["from"]))

    assert [_plain(one) for one in found] == case.get("held", case.get("periods"))


def _plain(one: Held | Period) -> list[str]:
    days = (one.date, one.planned) if isinstance(one, Held) else (one.first, one.last)
    return [day.isoformat() for day in days]
