"""Problems against their remedies: what each costs in effort, which items carry it out, where it was done.

Where nothing carries a remedy out, it says so in words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from handbook.library.comparing import problems_by_title
from handbook.library.coverage import Served, served_problems
from handbook.library.entry import short_title
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.problem import EFFORT_ORDER, EFFORT_WORDS, Problem, Remedy
from handbook.records.references import Reference
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import number
from handbook.views.blocks import Block, Cell, Column, Line, Link, Paragraph, Row, Section, Table
from handbook.views.inline import line_of, plain, words
from handbook.views.lines import named_links
from handbook.views.long_view import LongView, Opening, Unit
from handbook.views.report_page import report_page

NOTHING = "Chưa ghi khó khăn nào."
NO_ITEMS = "Chưa có việc nào"
NO_CASES = "Chưa có nơi nào"
BESIDES = "Chưa gắn với cách gỡ nào"
COLUMNS = (Column("Cách gỡ"), Column("Việc giúp gỡ"), Column("Nơi đã làm"))


def problem_remedies_view(library: Library, report: ReportEntry) -> LongView:
    """Show for each problem what helps, from easy to hard, and what carries it out."""
    problems = problems_by_title(library)

    def blocks(units: range) -> tuple[Block, ...]:
        some = problems[units.start : units.stop]
        served = served_problems(library, some)
        return tuple(_section(library, one, problem) for one, (_, problem) in zip(served, some, strict=True))

    return LongView(
        report_page(report, ()),
        tuple(Unit(entry.id, short_title(entry), short_title(entry)) for entry, _ in problems),
        blocks,
        lambda: _opening([problem for _, problem in problems]),
    )


def _opening(problems: Sequence[Problem]) -> Opening:
    if not problems:
        return Opening(blocks=(Paragraph(words(NOTHING)),))
    remedies = [remedy for problem in problems for remedy in problem.remedies]
    open_ones = sum(not remedy.items for remedy in remedies)
    told = f"{number(len(problems))} khó khăn, {number(len(remedies))} cách gỡ"
    told += f"; {number(open_ones)} cách chưa có việc nào." if open_ones else "."
    return Opening((words(told),))


def _section(library: Library, served: Served, problem: Problem) -> Section:
    remedies = sorted(problem.remedies, key=lambda remedy: EFFORT_ORDER.index(remedy.effort))
    rows = [_row(library, served.target, remedy) for remedy in remedies]
    rows += _besides(library, served, problem)
    counted = Counter(remedy.effort for remedy in remedies)
    hint = ", ".join(f"{counted[one]} {EFFORT_WORDS[one].lower()}" for one in EFFORT_ORDER if counted[one])
    title = library.short_title(served.target)
    return Section(served.target.id, title, (Table(problem.title, COLUMNS, tuple(rows)),), hint)


def _row(library: Library, problem: Target, remedy: Remedy) -> Row:
    text = plain(line_of(library, remedy.text)).rstrip(".")
    named = Link(text, Target(problem.kind, problem.id, remedy.id))
    return Row(
        (
            Cell((named, *words(f" ({EFFORT_WORDS[remedy.effort].lower()})"))),
            Cell(_line(library, _targets(library, remedy.items), NO_ITEMS)),
            Cell(_line(library, _targets(library, remedy.cases), NO_CASES)),
        )
    )


def _besides(library: Library, served: Served, problem: Problem) -> Iterator[Row]:
    """Show what says of itself that it helps, though no remedy names it."""
    references: list[Reference] = [one for remedy in problem.remedies for one in (*remedy.items, *remedy.cases)]
    named = set(_targets(library, references))
    items, cases = (tuple(one for one in served.of_kind(kind) if one not in named) for kind in ("checklist", "case"))
    if items or cases:
        yield Row((Cell(words(BESIDES)), Cell(_line(library, items, NO_ITEMS)), Cell(_line(library, cases, NO_CASES))))


def _targets(library: Library, references: Iterable[Reference]) -> tuple[Target, ...]:
    return tuple(library.target(reference) for reference in references)


def _line(library: Library, targets: tuple[Target, ...], gap: str) -> Line:
    return named_links(library, targets) or words(gap)
