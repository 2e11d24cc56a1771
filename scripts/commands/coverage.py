"""Tells what the handbook covers: statements and where they are used; criteria, problems, steps and what serves them.

For a terminal of a hundred columns, or as JSON. What is missing is told by the rules, not here.
"""

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_github, as_json, as_text
from handbook.library.coverage import Coverage, Served, StatementUse
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, SETTINGS, Target
from handbook.records.meeting import Meeting
from handbook.records.problem import Problem

WIDTH = 100
BY_HAND = "Bài viết tay"
WITHOUT_REASON = "Chưa ghi lý do"
IN_PARTS = "xem từng phần"
WITH_WHOLE = "chung với cả tiêu chí"
NOTHING = {"checklist": "chưa có việc nào", "case": "chưa có nơi nào đã làm"}

_Report = Callable[[Library, Coverage, Iterable[Finding]], str]


def coverage_as_text(library: Library, coverage: Coverage, findings: Iterable[Finding]) -> str:
    """Give the whole for people, then the findings."""
    lines = [
        *_seed_lines(library, coverage),
        *_table_lines(library, coverage),
        *_problem_lines(library, coverage),
        *_meeting_lines(library, coverage),
    ]
    told = as_text(findings)
    return "\n".join([*lines, "", told]) if told else "\n".join(lines)


def coverage_as_json(library: Library, coverage: Coverage, findings: Iterable[Finding]) -> str:
    """Give the whole for machines; records and parts as people write them in a reference."""
    told = {
        "seeds": {
            entry.id: {one.id: {"users": _written(one.users), "left_out": one.left_out} for one in uses}
            for entry, uses in coverage.seeds
        },
        "criteria": {table.entry.id: [_json(one) for one in table.parts] for table in coverage.tables},
        "problems": [_json(one) for one in coverage.problems],
        "meetings": {
            meeting.entry.id: {
                "checklists": [one.id for one in _meeting(library, meeting.entry.target).checklists],
                "forms": [one.id for one in _meeting(library, meeting.entry.target).forms],
                "steps": [_json(one) for one in meeting.parts],
            }
            for meeting in coverage.meetings
        },
        "findings": json.loads(as_json(findings)),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def coverage_as_github(library: Library, coverage: Coverage, findings: Iterable[Finding]) -> str:  # noqa: ARG001 - alike
    """Give the findings alone, as workflow commands."""
    return as_github(findings)


COVERAGE_REPORTS: dict[str, _Report] = {
    "text": coverage_as_text,
    "json": coverage_as_json,
    "github": coverage_as_github,
}


def _seed_lines(library: Library, coverage: Coverage) -> Iterator[str]:
    total = sum(len(uses) for _, uses in coverage.seeds)
    yield f"BÀI GỐC: {len(coverage.seeds)} bài, {total} điều"
    for entry, uses in coverage.seeds:
        used = [one for one in uses if one.users]
        yield from _wrapped(2, f"{entry.id}: {len(uses)} điều, {len(used)} đã dùng, {len(uses) - len(used)} để riêng")
        if used:
            kinds = Counter(name for one in used for name in {_kind(library, user) for user in one.users})
            counted = ", ".join(f"{name} {count}" for name, count in sorted(kinds.items(), key=lambda pair: -pair[1]))
            yield from _wrapped(4, f"Số điều có mặt ở từng loại: {counted}")
        for reason, ids in _left_out(uses).items():
            yield from _wrapped(4, f"Để riêng {len(ids)} điều ({', '.join(ids)}): {reason}")


def _left_out(uses: Iterable[StatementUse]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in uses:
        if not one.users:
            found.setdefault(one.left_out or WITHOUT_REASON, []).append(one.id)
    return found


def _table_lines(library: Library, coverage: Coverage) -> Iterator[str]:
    yield from ("", "TIÊU CHÍ CỦA CÁC BẢNG ĐANG DÙNG")
    for table in coverage.tables:
        gap = "" if table.parts else ": chưa có tiêu chí nào"
        yield from _wrapped(2, f"{table.entry.id} ({table.entry.record.title}){gap}")
        for criterion in table.parts:
            yield from _wrapped(4, f"{criterion.target.part}: {_served(library, criterion)}")
            shared = WITH_WHOLE if criterion.like or criterion.of_kind("checklist") else ""
            for part in criterion.parts:
                told = _served(library, part) if part.by or part.like or not shared else shared
                yield from _wrapped(6, f"{part.target.part}: {told}")


def _problem_lines(library: Library, coverage: Coverage) -> Iterator[str]:
    yield from ("", "KHÓ KHĂN")
    for one in coverage.problems:
        record = library.entry(one.target).record
        remedies = len(record.remedies) if isinstance(record, Problem) else 0
        yield from _wrapped(2, f"{one.target.id}: {remedies} cách gỡ; {_served(library, one)}")


def _meeting_lines(library: Library, coverage: Coverage) -> Iterator[str]:
    yield from ("", "CÁC BƯỚC CỦA CUỘC HỌP")
    for meeting in coverage.meetings:
        record = _meeting(library, meeting.entry.target)
        checklists = ", ".join(one.id for one in record.checklists) or "chưa có bảng kiểm nào"
        forms = ", ".join(one.id for one in record.forms) or "chưa có biểu mẫu nào"
        yield from _wrapped(2, f"{meeting.entry.id}: dùng {checklists}; {forms}")
        for one in meeting.parts:
            yield from _wrapped(4, f"{one.target.part}: {_served(library, one, kinds=('checklist',))}")


def _served(library: Library, served: Served, kinds: tuple[str, ...] = ("checklist", "case")) -> str:
    """Say what serves it: the named kinds always, gaps in words; other kinds where there are any."""
    others = tuple(dict.fromkeys(one.kind for one in served.by if one.kind not in kinds))
    told = []
    for kind in (*kinds, *others):
        found = served.of_kind(kind)
        names = ", ".join(f"{one.id}#{one.part}" if one.part else one.id for one in found)
        if found:
            told.append(f"{_kind(library, found[0])} {len(found)} ({names})")
        elif not served.like and not served.parts:
            told.append(NOTHING[kind])
    if served.like:
        told.append(f"như {served.like.target.id}#{served.like.target.part}")
    elif served.parts and not served.of_kind("checklist"):
        told.append(IN_PARTS)
    return "; ".join(told)


def _kind(library: Library, target: Target) -> str:
    """Name the kind of what uses something."""
    if target.kind in {SETTINGS.kind, REPORT}:
        return "Trang chung"
    return BY_HAND if target.kind == PAGE else library.settings.kind(target.kind).title


def _meeting(library: Library, target: Target) -> Meeting:
    record = library.entry(target).record
    if not isinstance(record, Meeting):
        raise TypeError(f"{target} is no meeting")
    return record


def _json(served: Served) -> dict[str, object]:
    told: dict[str, object] = {"id": served.target.part or served.target.id, "by": _written(served.by)}
    if served.like:
        told["like"] = _written([served.like.target])[0]
    if served.parts:
        told["parts"] = [_json(one) for one in served.parts]
    return told


def _written(targets: Iterable[Target]) -> list[str]:
    return [f"{one.kind}:{one.id}" + (f"#{one.part}" if one.part else "") for one in targets]


def _wrapped(indent: int, text: str) -> list[str]:
    """Break a line at spaces, its continuation set further in."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_long_words=False,
        break_on_hyphens=False,
    )
