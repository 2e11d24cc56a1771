"""The page of a problem: how it shows, why it happens, what helps from easy to hard, and what it costs."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.problem import EFFORT_ORDER, EFFORT_WORDS, Problem, Remedy
from handbook.views.blocks import Block, Bullets, Entries, Section, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.inline import line_of, link
from handbook.views.lines import bullets, item_links, origin_links, supported_line, with_bases
from handbook.views.record_page import Head, record_page
from handbook.views.work_blocks import Step, Steps

WORDS_NOTE = "Gợi ý biên tập; đổi lời cho hợp người, hợp việc."


def problem_view(library: Library, addresses: Addresses, entry: Entry, problem: Problem) -> View:
    """Say how a problem shows and what helps."""
    blocks: list[Block] = []
    for anchor, title, lines in (
        ("dau-hieu", "Dấu hiệu", problem.signs),
        ("nguyen-nhan", "Nguyên nhân", problem.causes),
    ):
        if lines:
            blocks.append(Section(anchor, title, (Bullets(tuple(supported_line(library, one) for one in lines)),)))
    blocks.append(Section("cach-go", "Cách gỡ", _remedies(library, problem), "Từ dễ đến khó"))
    if problem.words:
        blocks.append(Section("loi-chu-tri", "Lời chủ trì có thể dùng", (bullets(library, problem.words),), WORDS_NOTE))
    if problem.criteria:
        entries = tuple(ListEntry(link(library, library.target(one))) for one in problem.criteria)
        blocks.append(Section("mat-diem", "Mất điểm ở đâu", (Entries(entries),)))
    blocks += _solved(library, entry.target)
    head = Head(lead=line_of(library, problem.summary))
    return record_page(library, addresses, entry, head, blocks)


def _remedies(library: Library, problem: Problem) -> tuple[Steps, ...]:
    found = []
    number = 0
    for effort in EFFORT_ORDER:
        steps = []
        for remedy in problem.remedies:
            if remedy.effort == effort:
                number += 1
                steps.append(_remedy(library, remedy, number))
        if steps:
            found.append(Steps(f"cong-suc-{effort}", EFFORT_WORDS[effort], tuple(steps)))
    return tuple(found)


def _remedy(library: Library, remedy: Remedy, number: int) -> Step:
    cases = tuple(link(library, library.target(reference)) for reference in remedy.cases)
    return Step(
        anchor=remedy.id,
        number=str(number),
        line=with_bases(library, line_of(library, remedy.text), remedy.statements),
        who="",
        minutes="",
        bases=(),
        items=(*item_links(library, remedy.items), *cases),
        notes=(),
    )


def _solved(library: Library, problem: Target) -> tuple[Section, ...]:
    cases = origin_links(library, (one for one in library.uses.get(problem, ()) if one.kind == "case"))
    if not cases:
        return ()
    return (Section("noi-da-lam", "Nơi có cách làm liên quan", (Entries(tuple(ListEntry(one) for one in cases)),)),)
