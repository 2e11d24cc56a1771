"""What holds of any year of meetings, and how its rhythm is read from a record."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.records.meeting import Recurrence
from handbook.schedule.deadlines import is_day_off
from handbook.schedule.year import Held, Period, Rhythm, rhythm, year
from libraries import library_of, statement, worth

STARTS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
MONTHS = st.integers(1, 60)
DAYS = st.integers(1, 31)
ONE_DAY = dt.timedelta(days=1)


@given(MONTHS, DAYS, st.sampled_from((None, "first-week")), STARTS)
def test_meetings_are_as_many_months_apart_as_is_said(every: int, day: int, rule: str | None, start: dt.date) -> None:
    """No year is without a meeting; each is planned in its own month, on its day or the month's last."""
    found = year(Rhythm(every, day, "first-week" if rule else None), start)

    held = [one for one in found if isinstance(one, Held)]
    assert len(held) == len(found) >= 1
    months = [one.planned.year * 12 + one.planned.month for one in held]
    assert {later - earlier for earlier, later in itertools.pairwise(months)} <= {every}
    assert held[0].planned >= start.replace(day=1)
    for one in held:
        assert one.planned.day == day or (one.planned.day < day and (one.planned + ONE_DAY).day == 1)


@given(DAYS, STARTS)
def test_a_meeting_gives_way_within_the_first_week(day: int, start: dt.date) -> None:
    """With the rule no meeting is on a day off; one that moves is in the first week, without passing a working day."""
    for one in year(Rhythm(1, day, "first-week"), start):
        assert isinstance(one, Held)
        assert not one.on_day_off
        assert one.moved == is_day_off(one.planned)
        if one.moved:
            assert one.date.day in range(1, 8)
            assert (one.date.year, one.date.month) == (one.planned.year, one.planned.month)
            between = (one.planned + number * ONE_DAY for number in range(1, (one.date - one.planned).days))
            assert all(is_day_off(day) for day in between)


@given(DAYS, STARTS)
def test_without_a_rule_a_meeting_stays(day: int, start: dt.date) -> None:
    """The day is kept, and it is told when that is a day off."""
    for one in year(Rhythm(1, day), start):
        assert isinstance(one, Held)
        assert not one.moved
        assert one.on_day_off == is_day_off(one.date)


@given(MONTHS, STARTS)
def test_periods_follow_each_other_without_a_gap(every: int, start: dt.date) -> None:
    """Each begins on the first of a month, the day after the one before; the first is not over in the first month."""
    found = [one for one in year(Rhythm(every), start) if isinstance(one, Period)]

    assert found
    assert found[0].last >= start
    for period in found:
        assert period.first.day == 1
        assert (period.last + ONE_DAY).day == 1
        months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
        assert months == every
    for earlier, later in itertools.pairwise(found):
        assert later.first == earlier.last + ONE_DAY


def test_a_record_says_its_day_or_where_it_stands() -> None:
    """The day may be a statement's number, a number, or missing."""
    library = library_of({"document/rules": {"statements": [worth("third", 3, "day")]}})

    def read(**fields: object) -> Rhythm:
        return rhythm(library, Recurrence.model_validate({"every_months": 1, **fields}))

    assert read(day="rules#third", on_day_off="first-week") == Rhythm(1, 3, "first-week")
    assert read(day=10) == Rhythm(1, 10)
    assert read(every_months=3) == Rhythm(3)


def test_a_day_that_is_nowhere_is_no_period() -> None:
    """A library that no rule has checked is told, not counted with."""
    library = library_of({"document/rules": {"statements": [statement("words")]}})
    recurrence = Recurrence.model_validate({"every_months": 1, "day": "rules#words"})

    with pytest.raises(LookupError, match="no number"):
        rhythm(library, recurrence)
