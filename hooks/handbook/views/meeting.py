"""The page of a meeting: what it is for, its deadlines on the ruler, its steps, and everything it is prepared with."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.meeting import DayCount, Deadline, Meeting, Side
from handbook.records.meeting import Step as StepRecord
from handbook.records.references import Reference
from handbook.records.shared import SupportedLine
from handbook.text.formats import number, quantity
from handbook.views.blocks import Block, Bullets, Entries, Fact, Facts, Figure, Line, Ruler, Section, Steps, View, Words
from handbook.views.blocks import Entry as ListEntry
from handbook.views.inline import (
    amount_number,
    figure,
    line_of,
    link,
    phase_title,
    scope_chip,
    words,
)
from handbook.views.lines import bases, documents_line, item_links, role_words, supported_line
from handbook.views.record_page import Head, record_page
from handbook.views.work_blocks import Milestone, Step

MINUTES_WORDS = "gợi ý {minutes} phút"
COUNTED_WORDS: dict[DayCount, str] = {"day": "ngày", "working-day": "ngày làm việc"}
"""For a handbook whose settings do not say how a unit is written."""


def meeting_view(library: Library, addresses: Addresses, entry: Entry, meeting: Meeting) -> View:
    """Say what a meeting is for and how it is held."""
    blocks: list[Block] = []
    if meeting.deadlines:
        hint = "Đếm từ ngày họp"
        blocks.append(Section("cac-han", "Các hạn", (_ruler(library, meeting),), hint))
    blocks.append(Section("cac-buoc", "Các bước", _steps(library, meeting)))
    for anchor, title, lines, caution in (
        ("tren-giay", "Phải có trên giấy", meeting.on_paper, False),
        ("khong-duoc", "Không được làm", meeting.not_allowed, True),
    ):
        if lines:
            blocks.append(Section(anchor, title, (_lines(library, lines, caution=caution),)))
    blocks += _tools(library, meeting)
    head = Head(lead=line_of(library, meeting.summary))
    return record_page(library, addresses, entry, head, blocks, (_facts(library, meeting),))


def _facts(library: Library, meeting: Meeting) -> Facts:
    facts = [Fact("Mục đích", (line_of(library, meeting.purpose),))]
    if meeting.participants:
        facts.append(Fact("Ai dự", tuple(line_of(library, text) for text in meeting.participants)))
    if meeting.rhythm:
        facts.append(Fact("Nhịp", (supported_line(library, meeting.rhythm),)))
    shortest = duration(library, meeting)
    if shortest:
        facts.append(Fact("Thời lượng tối thiểu", (shortest,)))
    if meeting.shares:
        facts.append(Fact("Tỷ lệ", tuple(supported_line(library, share) for share in meeting.shares)))
    if meeting.documents:
        facts.append(Fact("Căn cứ chính", (documents_line(library, meeting.documents),)))
    return Facts(tuple(facts))


def duration(library: Library, meeting: Meeting) -> Line:
    """Give the shortest duration with its unit; nothing where none is known."""
    given = meeting.shortest_duration
    if isinstance(given, Reference):
        value = library.value(given)
        return (figure(library, library.target(given), value),) if value else ()
    unit = library.settings.unit("minute")
    return words(quantity(given, unit)) if given is not None and unit else ()


def _ruler(library: Library, meeting: Meeting) -> Ruler:
    return Ruler(
        milestones(library, meeting, "before"), meeting_line(library, meeting), milestones(library, meeting, "after")
    )


def meeting_line(library: Library, meeting: Meeting) -> Line:
    """Name the meeting where it stands among its deadlines."""
    shortest = duration(library, meeting)
    return (Words("Buổi họp"), *((Words(", tối thiểu "), *shortest) if shortest else ()))


def milestones(library: Library, meeting: Meeting, *sides: Side) -> tuple[Milestone, ...]:
    """Give the deadlines before or after the meeting; without a side, all, in the record's order."""
    return tuple(_milestone(library, one) for one in meeting.deadlines if one.side in sides or not sides)


def _milestone(library: Library, deadline: Deadline) -> Milestone:
    lead = "Trước ít nhất " if deadline.side == "before" else "Trong "
    return Milestone(
        anchor=deadline.id,
        day=(Words(lead), _days(library, deadline)),
        line=line_of(library, deadline.text),
        who=role_words(library, deadline.roles),
        scope=scope_chip(library, deadline.place),
        bases=bases(library, deadline.statements),
    )


def _days(library: Library, deadline: Deadline) -> Words | Figure:
    if isinstance(deadline.days, Reference) and (value := library.value(deadline.days)):
        return figure(library, library.target(deadline.days), value)
    unit = library.settings.unit(deadline.counted_in)
    days = amount_number(library, deadline.days) or 0
    return Words(quantity(days, unit) if unit else f"{number(days)} {COUNTED_WORDS[deadline.counted_in]}")


def _steps(library: Library, meeting: Meeting) -> tuple[Steps, ...]:
    phases = tuple(dict.fromkeys(step.phase for step in meeting.steps))
    found = []
    for phase_number, phase in enumerate(phases, start=1):
        steps = [step for step in meeting.steps if step.phase == phase]
        told = tuple(_step(library, step, f"{phase_number}.{index}") for index, step in enumerate(steps, start=1))
        found.append(Steps(f"giai-doan-{phase}", f"{phase_number}. {phase_title(library, phase)}", told))
    return tuple(found)


def _step(library: Library, step: StepRecord, number: str) -> Step:
    return Step(
        anchor=step.id,
        number=number,
        line=line_of(library, step.text),
        who=role_words(library, step.roles),
        minutes="" if step.minutes is None else MINUTES_WORDS.format(minutes=step.minutes),
        bases=bases(library, step.statements),
        items=item_links(library, step.items),
        notes=tuple(line_of(library, note) for note in step.notes),
    )


def _lines(library: Library, lines: tuple[SupportedLine, ...], *, caution: bool) -> Bullets:
    return Bullets(tuple(supported_line(library, line) for line in lines), caution)


def _tools(library: Library, meeting: Meeting) -> list[Section]:
    groups = (
        ("bang-kiem", "Bảng kiểm", meeting.checklists),
        ("bieu-mau", "Biểu mẫu", meeting.forms),
        ("bang-cham", "Bảng chấm điểm", meeting.criteria),
        ("kho-khan", "Khó khăn hay gặp", meeting.problems),
    )
    return [
        Section(anchor, title, (Entries(tuple(ListEntry(link(library, library.target(one))) for one in references)),))
        for anchor, title, references in groups
        if references
    ]
