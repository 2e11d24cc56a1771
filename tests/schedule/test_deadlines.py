"""What holds of deadlines on any day, and how they are read from a meeting's record."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.library.target import Target
from handbook.records.meeting import Meeting
from handbook.schedule.deadlines import Due, Offset, deadlines, due, is_day_off, offsets
from libraries import library_of, statement, worth

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
COUNTS = st.integers(0, 366) | st.floats(0, 366)
OFFSETS = st.builds(
    Offset,
    st.just("a"),
    st.sampled_from(("before", "after")),
    COUNTS,
    st.sampled_from(("day", "working-day")),
)
ONE_DAY = dt.timedelta(days=1)


@given(OFFSETS, DAYS)
def test_before_is_before_and_after_is_after(offset: Offset, day: dt.date) -> None:
    """A day or more before the meeting is an earlier day, a day or more after it a later one; nothing crosses it."""
    found = due(offset, day).date

    assert found <= day if offset.side == "before" else found >= day
    if offset.days >= 1:
        assert found != day


@given(OFFSETS, DAYS)
def test_working_days_never_end_on_a_weekend(offset: Offset, day: dt.date) -> None:
    """What is counted in working days is due on one; only there could a public holiday move the day."""
    found = due(offset, day)

    assert found.leaves_out_holidays == (offset.counted_in == "working-day")
    if found.leaves_out_holidays:
        assert not is_day_off(found.date)


@given(st.integers(1, 366), DAYS, st.sampled_from((1, -1)))
def test_as_many_working_days_lie_between_as_are_counted(count: int, day: dt.date, step: int) -> None:
    """From the day after the meeting to the last day of a deadline there are exactly so many working days."""
    found = due(Offset("a", "after" if step == 1 else "before", count, "working-day"), day).date

    between = [day + number * step * ONE_DAY for number in range(1, abs((found - day).days) + 1)]
    assert sum(not is_day_off(one) for one in between) == count


@given(st.integers(0, 366), DAYS)
def test_plain_days_are_counted_as_they_are(count: int, day: dt.date) -> None:
    """A number of days before and as many after are twice as many apart."""
    before, after = deadlines((Offset("a", "before", count), Offset("b", "after", count)), day)

    assert (day - before.date, after.date - day) == (count * ONE_DAY, count * ONE_DAY)


@given(st.tuples(COUNTS, COUNTS), OFFSETS, DAYS)
def test_more_days_are_never_nearer(counts: tuple[float, float], offset: Offset, day: dt.date) -> None:
    """Of two deadlines counted alike, the longer one is not nearer to the meeting."""
    near, far = (abs(due(Offset("a", offset.side, days, offset.counted_in), day).date - day) for days in sorted(counts))

    assert near <= far


@given(st.lists(OFFSETS, max_size=6), DAYS)
def test_deadlines_come_in_the_order_of_time(given_offsets: list[Offset], day: dt.date) -> None:
    """All of them, the earliest first."""
    found = deadlines(tuple(given_offsets), day)

    assert [one.date for one in found] == sorted(due(offset, day).date for offset in given_offsets)


def test_a_record_says_the_numbers_or_where_they_stand() -> None:
    """A number of a statement, a number in the record, working days and places are read in the record's order."""
    told = [
        {"id": "notice", "text": "Báo.", "side": "before", "days": "rules#lead"},
        {"id": "paper", "text": "Dán.", "side": "after", "days": 3, "counted_in": "working-day", "place": "block-b"},
    ]
    library = library_of(
        {"meeting/a": {"deadlines": told}, "document/rules": {"statements": [worth("lead", 7, "day")]}}
    )
    meeting = library.entries[Target("meeting", "a")].record
    assert isinstance(meeting, Meeting)

    given_offsets = offsets(library, meeting)

    assert given_offsets == (
        Offset("notice", "before", 7),
        Offset("paper", "after", 3, "working-day", "block-b"),
    )
    assert deadlines(given_offsets, dt.date(2026, 12, 4)) == (
        Due("notice", dt.date(2026, 11, 27), "before", 7, "day", None),
        Due("paper", dt.date(2026, 12, 9), "after", 3, "working-day", "block-b"),
    )


def test_a_number_that_is_nowhere_is_no_zero() -> None:
    """A library that no rule has checked is told, not counted with."""
    told = [{"id": "notice", "text": "Báo.", "side": "before", "days": "rules#words"}]
    library = library_of({"meeting/a": {"deadlines": told}, "document/rules": {"statements": [statement("words")]}})
    meeting = library.entries[Target("meeting", "a")].record
    assert isinstance(meeting, Meeting)

    with pytest.raises(LookupError, match="no number"):
        offsets(library, meeting)
