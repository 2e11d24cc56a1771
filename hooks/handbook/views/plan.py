"""A meeting at a glance, on one page of paper: the cover of what is printed for it.

Kept terse so that it stays one page: no notes, and of what things rest on only the names of the documents. What it
leaves out stands on the meeting's page and in the papers it names.
"""

from collections.abc import Iterator, Sequence

from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.meeting import Meeting, Step
from handbook.records.references import Reference
from handbook.text.formats import number
from handbook.views.blocks import Block, Cell, Column, Fact, Facts, Line, Link, Row, Table, View, Words
from handbook.views.inline import kind_chip, line_of, link, plain, words
from handbook.views.lines import documents_line, role_words
from handbook.views.meeting import meeting_line, milestones
from handbook.views.record_page import description
from handbook.views.work_blocks import Milestone

TITLE = "Kế hoạch buổi họp: {meeting}"
DEADLINE_COLUMNS = (Column("Hạn"), Column("Việc"), Column("Ai làm"), Column("Ngày cụ thể"))
STEP_COLUMNS = (Column("Bước"), Column("Ai làm"), Column("Phút gợi ý", numeric=True))
TO_FILL_IN = Cell(())
"""Left empty for a pen: the real day is known only to those who meet."""


def plan_view(library: Library, entry: Entry, meeting: Meeting) -> View:
    """Give the plan of a meeting: its days, its agenda, the papers to bring, what is not allowed."""
    title = TITLE.format(meeting=meeting.short_title)
    purpose = line_of(library, meeting.purpose)
    documents = (Words("Căn cứ chính: "), *documents_line(library, meeting.documents))
    return View(
        target=entry.target,
        title=title,
        crumb=title,
        description=description(plain(purpose)),
        kind=kind_chip(library, entry.kind),
        chips=(),
        lead=purpose,
        meta=(documents,) if meeting.documents else (),
        blocks=tuple(_blocks(library, meeting)),
        file=entry.file.name,
        line=1,
    )


def _blocks(library: Library, meeting: Meeting) -> Iterator[Block]:
    """Tables and facts alone: their captions and labels say what headings would, in less room."""
    yield _deadlines(library, meeting)
    yield _agenda(library, meeting)
    facts = []
    papers = tuple(_papers(library, meeting))
    if papers:
        facts.append(Fact("Mang theo", papers))
    if meeting.not_allowed:
        facts.append(Fact("Không được làm", tuple(line_of(library, line.text) for line in meeting.not_allowed)))
    if facts:
        yield Facts(tuple(facts))


def _deadlines(library: Library, meeting: Meeting) -> Table:
    day = Row((Cell(words("Ngày họp")), Cell(meeting_line(library, meeting)), Cell(()), TO_FILL_IN), strong=True)
    before = (_deadline(one) for one in milestones(library, meeting, "before"))
    after = (_deadline(one) for one in milestones(library, meeting, "after"))
    return Table("Các hạn, đếm từ ngày họp", DEADLINE_COLUMNS, (*before, day, *after))


def _deadline(milestone: Milestone) -> Row:
    place = (Words(f"{milestone.scope.words}: "),) if milestone.scope else ()
    return Row((Cell(milestone.day), Cell((*place, *milestone.line)), Cell(words(milestone.who)), TO_FILL_IN))


def _agenda(library: Library, meeting: Meeting) -> Table:
    """Give the steps of the meeting itself: of the phases in which steps have minutes; of all where none has."""
    timed = {step.phase for step in meeting.steps if step.minutes is not None}
    steps = [step for step in meeting.steps if not timed or step.phase in timed]
    rows = [_step(library, step) for step in steps]
    minutes = [step.minutes for step in steps if step.minutes is not None]
    if len(minutes) == len(steps):
        rows.append(Row((Cell(words("Cộng")), Cell(()), Cell(words(number(sum(minutes))))), strong=True))
    return Table("Chương trình", STEP_COLUMNS, tuple(rows))


def _step(library: Library, step: Step) -> Row:
    minutes = words(number(step.minutes)) if step.minutes is not None else ()
    return Row((Cell(line_of(library, step.text)), Cell(words(role_words(library, step.roles))), Cell(minutes)))


def _papers(library: Library, meeting: Meeting) -> Iterator[Line]:
    groups: tuple[tuple[str, Sequence[Reference]], ...] = (
        ("Biểu mẫu", meeting.forms),
        ("Bảng kiểm", meeting.checklists),
        ("Bảng chấm điểm", meeting.criteria),
    )
    for label, references in groups:
        line: list[Words | Link] = []
        for reference in references:
            line += [Words("; " if line else f"{label}: "), link(library, library.target(reference))]
        if line:
            yield tuple(line)
