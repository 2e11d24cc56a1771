"""What goes together in a whole handbook: criteria and work for them, problems and ways out, meetings and papers.

These are told when somebody asks what is still missing (`check --coverage`); a handbook in the making is sound without.
"""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.coverage import Coverage, Served
from handbook.library.entry import Entry, of_model
from handbook.library.library import Library
from handbook.reading.places import ValuePath
from handbook.records.criteria import Part
from handbook.records.meeting import Meeting

WAYS = frozenset({"checklist", "case"})
"""What shows where to begin with a remedy: an item to do, a place where it was done."""


def check_pairings(library: Library, coverage: Coverage) -> list[Finding]:
    """Tell every pairing that is missing; nothing while a file is faulty, which may hold what is missing."""
    if library.unread:
        return []
    return [
        *_criteria_have_items(coverage),
        *_problems_have_a_way_out(library, coverage),
        *_meetings_have_their_papers(coverage),
    ]


def _criteria_have_items(coverage: Coverage) -> Iterator[Finding]:
    """A criterion that gives points is reached by an item of its own, or each of its parts with points is."""
    for table in coverage.tables:
        for criterion in table.parts:
            scored = tuple(part for part in criterion.parts if _has_points(table.entry, part))
            if criterion.reached or not (scored or _has_points(table.entry, criterion)):
                continue
            for one in tuple(part for part in scored if not part.reached) or (criterion,):
                message = f"Tiêu chí “{one.target.part}” chưa có việc nào trong bảng kiểm giúp đạt."
                hint = f"Ghi “{table.entry.id}#{one.target.part}” vào “criteria” của việc giúp đạt."
                path = table.entry.parts[one.target.part].path
                yield _finding(table.entry, (*path, "id"), Code.COVERAGE_CRITERION, message, hint)


def _problems_have_a_way_out(library: Library, coverage: Coverage) -> Iterator[Finding]:
    """A problem without any remedy cannot be written; one whose remedies lead nowhere leaves its reader alone."""
    for problem in coverage.problems:
        if WAYS.isdisjoint(one.kind for one in problem.by):
            message = f"Không cách gỡ nào của “{problem.target.id}” dẫn tới việc trong bảng kiểm hay nơi đã làm."
            hint = "Thêm “items” hoặc “cases” cho một cách gỡ."
            yield _finding(library.entry(problem.target), ("remedies",), Code.COVERAGE_PROBLEM, message, hint)


def _meetings_have_their_papers(coverage: Coverage) -> Iterator[Finding]:
    for entry, record in of_model((meeting.entry for meeting in coverage.meetings), Meeting):
        for key, given, called in (("checklists", record.checklists, "bảng kiểm"), ("forms", record.forms, "biểu mẫu")):
            if not given:
                message = f"Cuộc họp “{record.short_title}” chưa có {called} nào."
                hint = f"Ghi id vào “{key}”; chưa có {called} thì viết trước."
                yield _finding(entry, (key,), Code.COVERAGE_MEETING, message, hint)


def _has_points(table: Entry, served: Served) -> bool:
    part = table.parts[served.target.part].model
    return isinstance(part, Part) and part.points is not None


def _finding(entry: Entry, path: ValuePath, code: Code, message: str, hint: str) -> Finding:
    place = entry.file.place(path)
    return Finding(entry.file.name, place.line, place.column, code, message, hint)
