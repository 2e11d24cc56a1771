"""A meeting's deadlines on real days: counted from its day, back or on, in days or in working days.

Knows records and the numbers that their statements hold; must not know how a day is written or who prints it. Public
holidays stand in no record, so a working day is any day but Saturday and Sunday; whoever prints such a day says it.
"""

import datetime as dt
import math
from dataclasses import dataclass

from handbook.library.library import Library
from handbook.records.meeting import DayCount, Meeting, Side
from handbook.rules.points import amount

DAYS_OFF = (6, 7)
"""Saturday and Sunday, as ISO numbers the days of the week."""
HOLIDAYS_WORDS = "chưa trừ ngày lễ"
"""What stands beside a day that would be another if public holidays were known."""


@dataclass(frozen=True, slots=True)
class Offset:
    """A deadline as a number of days from the meeting."""

    id: str
    side: Side
    days: float
    counted_in: DayCount = "day"
    place: str | None = None
    """The place it is limited to; None where it holds everywhere."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline on a real day: the last one on which it is kept."""

    id: str
    date: dt.date
    side: Side
    days: float
    counted_in: DayCount
    place: str | None

    @property
    def leaves_out_holidays(self) -> bool:
        """Tell whether public holidays, which nobody has entered, could move the day."""
        return self.counted_in == "working-day"


def offsets(library: Library, meeting: Meeting) -> tuple[Offset, ...]:
    """Give a meeting's deadlines with the numbers that their statements hold, in the record's order.

    Raises:
        LookupError: A statement holds no number, which a checked library rules out.
    """
    found = []
    for deadline in meeting.deadlines:
        days = amount(library, deadline.days)
        if days is None:
            raise LookupError(f"{deadline.days} holds no number")
        found.append(Offset(deadline.id, deadline.side, days, deadline.counted_in, deadline.place))
    return tuple(found)


def due(offset: Offset, meeting_day: dt.date) -> Due:
    """Find the last day on which a deadline is kept, for a meeting on a given day.

    "At least two and a half days before" is kept on the third day before; "within two and a half days" until the second
    day after.
    """
    before = offset.side == "before"
    count = math.ceil(offset.days) if before else math.floor(offset.days)
    step = -1 if before else 1
    day = (
        working_day(meeting_day, count, step)
        if offset.counted_in == "working-day"
        else meeting_day + dt.timedelta(days=step * count)
    )
    return Due(offset.id, day, offset.side, offset.days, offset.counted_in, offset.place)


def deadlines(given: tuple[Offset, ...], meeting_day: dt.date) -> tuple[Due, ...]:
    """Find the days of all deadlines of a meeting, the earliest first.

    On real days the order may differ from the record's: over a weekend three working days are longer than four days.
    """
    return tuple(sorted((due(offset, meeting_day) for offset in given), key=lambda found: found.date))


def working_day(start: dt.date, count: int, step: int) -> dt.date:
    """Give the `count`-th working day from a day, after it (`step` 1) or before it (-1).

    The 0th is the day itself or, on a day off, the nearest working day in that direction.
    """
    day = start
    for _ in range(count):
        day = _on_a_working_day(day + dt.timedelta(days=step), step)
    return _on_a_working_day(day, step)


def is_day_off(day: dt.date) -> bool:
    """Tell whether a day is a Saturday or a Sunday; public holidays are not known."""
    return day.isoweekday() in DAYS_OFF


def _on_a_working_day(day: dt.date, step: int) -> dt.date:
    while is_day_off(day):
        day += dt.timedelta(days=step)
    return day
