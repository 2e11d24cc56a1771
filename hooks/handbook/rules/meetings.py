"""A meeting's days can be counted, its deadlines stand in the order of time, its steps fill the shortest duration."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry, of_model
from handbook.library.library import Library
from handbook.reading.places import ValuePath
from handbook.records.meeting import Deadline, Meeting
from handbook.rules.points import amount
from handbook.text.formats import number

MOST_DAYS = 366
DAYS_OF_MONTH = range(1, 32)


def deadlines_stand_in_order(library: Library) -> Iterator[Finding]:
    """Tell a deadline that stands before one that comes earlier in time."""
    for entry, meeting in _meetings(library):
        days = [_day(library, deadline) for deadline in meeting.deadlines]
        for index in range(1, len(days)):
            before, here = days[index - 1], days[index]
            if before is not None and here is not None and here < before:
                yield _finding(
                    entry,
                    ("deadlines", index, "days"),
                    Code.MEETING_DEADLINES,
                    f"Hạn “{meeting.deadlines[index].id}” đến sớm hơn hạn đứng trước nó.",
                    "Xếp các hạn từ sớm đến muộn: xa nhất trước buổi họp ở đầu, xa nhất sau buổi họp ở cuối.",
                )


def days_can_be_counted(library: Library) -> Iterator[Finding]:
    """Tell a number of days that no calendar counts, and a day that no month has."""
    for entry, meeting in _meetings(library):
        for index, deadline in enumerate(meeting.deadlines):
            days = amount(library, deadline.days)
            if days is not None and not 0 <= days <= MOST_DAYS:
                yield _finding(
                    entry,
                    ("deadlines", index, "days"),
                    Code.VALUE_RANGE,
                    f"Hạn “{deadline.id}” cách buổi họp {number(days)} ngày.",
                    f"Ghi số ngày từ 0 đến {MOST_DAYS}; trước hay sau buổi họp thì ghi ở “side”.",
                )
        day = amount(library, meeting.recurrence.day) if meeting.recurrence else None
        if day is not None and day not in DAYS_OF_MONTH:
            yield _finding(
                entry,
                ("recurrence", "day"),
                Code.VALUE_RANGE,
                f"Không tháng nào có ngày {number(day)}.",
                "Ghi một ngày trong tháng, từ 1 đến 31.",
            )


def steps_fill_the_duration(library: Library) -> Iterator[Finding]:
    """Tell steps whose minutes, all given, add up to less than the shortest duration."""
    for entry, meeting in _meetings(library):
        shortest = amount(library, meeting.shortest_duration)
        minutes = [step.minutes for step in meeting.steps]
        given = [one for one in minutes if one is not None]
        if shortest is not None and len(given) == len(minutes) and sum(given) < shortest:
            yield _finding(
                entry,
                ("shortest_duration",),
                Code.MEETING_DURATION,
                f"Các bước cộng lại {sum(given)} phút, chưa đủ thời lượng tối thiểu {number(shortest)} phút.",
                "Thêm phút cho bước cần nhiều thời gian.",
            )


def _meetings(library: Library) -> Iterator[tuple[Entry, Meeting]]:
    return of_model(library.of_kind("meeting"), Meeting)


def _day(library: Library, deadline: Deadline) -> float | None:
    days = amount(library, deadline.days)
    if days is None:
        return None
    return -days if deadline.side == "before" else days


def _finding(entry: Entry, path: ValuePath, code: Code, message: str, hint: str) -> Finding:
    place = entry.file.place(path)
    return Finding(entry.file.name, place.line, place.column, code, message, hint)
