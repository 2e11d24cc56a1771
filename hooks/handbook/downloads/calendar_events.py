"""What stands in a calendar of meetings: each meeting and each of its deadlines as a day with its words.

The words are those of the records, as pages show them. Must not know how a calendar file is written.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.meeting import Meeting, Recurrence
from handbook.records.references import Amount, StatementReference
from handbook.schedule.deadlines import HOLIDAYS_WORDS, deadlines, offsets
from handbook.schedule.year import Held, Period, rhythm, year
from handbook.text.formats import date
from handbook.views.inline import line_of, plain
from handbook.views.lines import bases
from handbook.views.meeting import duration, milestones
from handbook.views.work_blocks import Milestone

EXPECTED = "Ngày dự kiến. Họp ngày khác thì dời cả các hạn."
MOVED = "Ngày {planned} là thứ Bảy hoặc Chủ nhật nên chuyển sang ngày này."
ON_DAY_OFF = "Ngày này là thứ Bảy hoặc Chủ nhật."
COUNTED = "{day}, tính từ buổi họp {meeting}."
CHOOSE = "{meeting}: chọn một ngày họp, chậm nhất {last}"
LAST_DAY = "{meeting}: hạn cuối của kỳ {first}–{last}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a whole day."""

    key: str
    """Stays the same from one build to the next, so that a calendar read in again has nothing twice."""
    date: dt.date
    summary: str
    description: tuple[str, ...]
    """Short paragraphs."""
    target: Target
    """Where the handbook says more."""


def events(library: Library, entry: Entry, start: dt.date) -> tuple[Event, ...]:
    """Give a year of meetings of one kind, with the deadlines of each; none for a record that does not recur.

    Args:
        library: All records.
        entry: The meeting.
        start: A day in the first month.
    """
    meeting = entry.record
    if not isinstance(meeting, Meeting) or meeting.recurrence is None:
        return ()
    found: list[Event] = []
    for held in year(rhythm(library, meeting.recurrence), start):
        if isinstance(held, Period):
            found += _period(library, entry, meeting, meeting.recurrence, held)
        else:
            found.append(_meeting(library, entry, meeting, meeting.recurrence, held))
            found += _deadlines(library, entry, meeting, held.date)
    return tuple(found)


def _meeting(library: Library, entry: Entry, meeting: Meeting, recurrence: Recurrence, held: Held) -> Event:
    caution = [EXPECTED]
    if held.moved:
        caution.insert(0, MOVED.format(planned=date(held.planned)))
    if held.on_day_off:
        caution.insert(0, ON_DAY_OFF)
    if recurrence.on_day_off:
        caution.append(_sentence(HOLIDAYS_WORDS))
    description = (" ".join(caution), *_about(library, meeting, recurrence))
    return Event(_key(entry, held.date), held.date, meeting.short_title, description, entry.target)


def _deadlines(library: Library, entry: Entry, meeting: Meeting, meeting_day: dt.date) -> Iterator[Event]:
    told = {milestone.anchor: milestone for milestone in milestones(library, meeting)}
    records = {deadline.id: deadline for deadline in meeting.deadlines}
    for due in deadlines(offsets(library, meeting), meeting_day):
        milestone = told[due.id]
        counted = COUNTED.format(day=plain(milestone.day), meeting=date(meeting_day))
        description = [f"{counted} {_sentence(HOLIDAYS_WORDS)}" if due.leaves_out_holidays else counted]
        description += [f"Ai làm: {milestone.who}."] if milestone.who else []
        description += _basis(library, records[due.id].days, records[due.id].statements)
        yield Event(
            key=_key(entry, meeting_day, due.id),
            date=due.date,
            summary=f"{_task(milestone)} ({meeting.short_title} {date(meeting_day)})",
            description=tuple(description),
            target=Target(entry.kind, entry.id, due.id),
        )


def _period(
    library: Library, entry: Entry, meeting: Meeting, recurrence: Recurrence, period: Period
) -> Iterator[Event]:
    """Remind of a period on its first and on its last day; a bar over all of it would hide the days in between."""
    told = {"meeting": meeting.short_title, "first": date(period.first), "last": date(period.last)}
    counted = (f"{plain(one.day)}: {_task(one)}." for one in milestones(library, meeting))
    description = (*_about(library, meeting, recurrence), *counted)
    for day, words in ((period.first, CHOOSE), (period.last, LAST_DAY)):
        yield Event(_key(entry, day), day, words.format(**told), description, entry.target)


def _about(library: Library, meeting: Meeting, recurrence: Recurrence) -> Iterator[str]:
    yield plain(line_of(library, meeting.purpose))
    shortest = plain(duration(library, meeting))
    if shortest:
        yield f"Thời lượng tối thiểu: {shortest}."
    if meeting.rhythm:
        yield plain(line_of(library, meeting.rhythm.text))
    yield from _basis(library, recurrence.day, recurrence.statements)


def _basis(library: Library, counted: Amount | None, statements: tuple[StatementReference, ...]) -> Iterator[str]:
    """Say what a day rests on, its number before all, and how sure that is."""
    numbers = (counted,) if isinstance(counted, StatementReference) else ()
    for basis in bases(library, (*numbers, *statements)):
        status = f" ({basis.link.status.words.lower()})" if basis.link.status else ""
        yield f"Căn cứ: {basis.link.words}{status}. {basis.certainty.words}."


def _task(milestone: Milestone) -> str:
    """Name what is due in a few words, with the place where it is limited to one."""
    words = plain(milestone.line).rstrip(".")
    return f"{milestone.scope.words}: {words}" if milestone.scope else words


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _key(entry: Entry, meeting_day: dt.date, part: str = "") -> str:
    """Join what makes an event the same: ids hold no full stop, so no two keys run together."""
    return ".".join((entry.kind, entry.id, *((part,) if part else ()), meeting_day.isoformat()))
