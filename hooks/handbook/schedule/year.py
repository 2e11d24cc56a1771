"""The days of a year's meetings, from how often a meeting is held; where no day is common to all, the periods.

Knows records and the numbers that their statements hold; must not know how a day is written or who prints it. Public
holidays stand in no record: a meeting moves away from Saturdays and Sundays only, and whoever prints the days says it.
"""

import calendar
import datetime as dt
from dataclasses import dataclass

from handbook.library.library import Library
from handbook.records.meeting import DayOffRule, Recurrence
from handbook.rules.points import amount
from handbook.schedule.deadlines import is_day_off

MONTHS = 12
FIRST_WEEK = range(1, 8)
"""The days of a month's first week."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a meeting is held, its day as a number.

    Months are counted in blocks that begin with a January: of every three months, the first is a quarter's first.
    """

    every_months: int
    day: int | None = None
    """The day of the month, in the first month of each block; None where each branch chooses its own."""
    on_day_off: DayOffRule | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The day of a meeting, and the one it would have been on if that were not a day off."""

    date: dt.date
    planned: dt.date

    @property
    def moved(self) -> bool:
        """Tell whether the meeting gives way to a day off."""
        return self.date != self.planned

    @property
    def on_day_off(self) -> bool:
        """Tell whether it stays on a day off, because no rule says where it goes."""
        return is_day_off(self.date)


@dataclass(frozen=True, slots=True)
class Period:
    """The days within which a meeting is held once."""

    first: dt.date
    last: dt.date


def rhythm(library: Library, recurrence: Recurrence) -> Rhythm:
    """Give how often a meeting is held, with the number that its statement holds.

    Raises:
        LookupError: The statement holds no number, which a checked library rules out.
    """
    day = amount(library, recurrence.day)
    if recurrence.day is not None and day is None:
        raise LookupError(f"{recurrence.day} holds no number")
    return Rhythm(recurrence.every_months, None if day is None else int(day), recurrence.on_day_off)


def year(given: Rhythm, start: dt.date) -> tuple[Held, ...] | tuple[Period, ...]:
    """Give the days, or the periods, of twelve months from the month of `start`; of more where it is held more rarely.

    A period belongs to the month in which it ends, so that the one under way is among them and each is whole.
    """
    first = start.year * MONTHS + start.month - 1
    months = range(first, first + max(MONTHS, given.every_months))
    if given.day is None:
        ends = (month for month in months if (month + 1) % given.every_months == 0)
        return tuple(Period(_day(month - given.every_months + 1, 1), _last_day(month)) for month in ends)
    return tuple(
        _held(_planned(month, given.day), given.on_day_off) for month in months if month % given.every_months == 0
    )


def _planned(month: int, day: int) -> dt.date:
    """Give a day of a month; a month without that day has its last one instead."""
    return _day(month, min(day, _last_day(month).day))


def _held(planned: dt.date, on_day_off: DayOffRule | None) -> Held:
    if on_day_off is None or not is_day_off(planned):
        return Held(planned, planned)
    week = [day for day in (planned.replace(day=number) for number in FIRST_WEEK) if not is_day_off(day)]
    return Held(next((day for day in week if day > planned), week[-1]), planned)


def _day(month: int, day: int) -> dt.date:
    """Give a day of a month, which is counted from the year 0."""
    return dt.date(month // MONTHS, month % MONTHS + 1, day)


def _last_day(month: int) -> dt.date:
    year_number, index = divmod(month, MONTHS)
    return dt.date(year_number, index + 1, calendar.monthrange(year_number, index + 1)[1])
