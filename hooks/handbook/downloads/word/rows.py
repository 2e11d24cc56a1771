"""The blocks that are worked through line by line, as tables: checklists, steps, deadlines, criteria."""

from collections.abc import Iterable, Sequence

from handbook.downloads.word.paper import Paper
from handbook.downloads.word.runs import BOLD, Face, run
from handbook.downloads.word.xml import Element
from handbook.views.blocks import Item, Phase, Ruler, Steps
from handbook.views.criteria_blocks import Criteria, Criterion
from handbook.views.pieces import Basis, Fact, Tone
from handbook.views.work_blocks import Milestone

Rows = list[list[Sequence[Element]]]


def phase_rows(paper: Paper, phase: Phase) -> Element:
    """Give a phase of a checklist: a box to tick, what to do, and who, when and by what proof."""
    rows: Rows = [
        [
            [paper.controls.box(item.anchor, item.number), run(f" {item.number}")],
            _item(paper, item),
            _facts(paper, item.facts),
        ]
        for item in phase.items
    ]
    return paper.grid(("TT", "Việc", "Ai làm, khi nào, minh chứng"), rows)


def step_rows(paper: Paper, steps: Steps) -> Element:
    """Give the steps of a meeting: what is done, who does it, how long it takes."""
    rows: Rows = [
        [[run(step.number)], paper.runs(step.line), [run(_joined((step.who, step.minutes)))]] for step in steps.steps
    ]
    return paper.grid(("TT", "Bước", "Ai làm, thời gian"), rows)


def ruler_rows(paper: Paper, ruler: Ruler) -> Element:
    """Give the deadlines around a meeting, in the order of time."""
    rows: Rows = [
        *(_milestone(paper, one) for one in ruler.before),
        [[], paper.runs(ruler.meeting, BOLD), []],
        *(_milestone(paper, one) for one in ruler.after),
    ]
    return paper.grid(("Khi nào", "Việc", "Ai làm"), rows)


def criteria_rows(paper: Paper, criteria: Criteria) -> Element:
    """Give a scoring table with a free column for the points."""
    rows: Rows = []
    for criterion in criteria.criteria:
        rows.append(_criterion(paper, criterion, Face(bold=bool(criterion.parts))))
        rows += [_criterion(paper, part, Face()) for part in criterion.parts]
    return paper.grid(("TT", "Tiêu chí", "Điểm tối đa", "Điểm chấm"), rows)


def _item(paper: Paper, item: Item) -> list[Element]:
    """Give what to do with its labels; on paper only what is not a duty is labelled, and a line says so."""
    duty = None if item.duty.tone is Tone.GOOD else item.duty
    labels = _joined(chip.words for chip in (item.scope, duty) if chip is not None)
    return [*paper.runs(item.line), *([run(f" [{labels}]")] if labels else []), *_bases(paper, item.bases)]


def _bases(paper: Paper, bases: Iterable[Basis]) -> list[Element]:
    runs: list[Element] = []
    for basis in bases:
        runs += [
            run("; " if runs else " ("),
            *paper.runs((basis.link,)),
            run(f": {basis.certainty.short_words.lower()}"),
        ]
    return [*runs, run(")")] if runs else []


def _facts(paper: Paper, facts: Iterable[Fact]) -> list[Element]:
    runs: list[Element] = []
    for fact in facts:
        runs.append(run(f"{'. ' if runs else ''}{fact.label}: ", BOLD))
        runs += paper.sentences(fact.lines)
    return runs


def _milestone(paper: Paper, milestone: Milestone) -> list[Sequence[Element]]:
    scope = [run(f" [{milestone.scope.words}]")] if milestone.scope else []
    return [paper.runs(milestone.day), [*paper.runs(milestone.line), *scope], [run(milestone.who)]]


def _criterion(paper: Paper, criterion: Criterion, face: Face) -> list[Sequence[Element]]:
    return [[run(criterion.number, face)], paper.runs(criterion.line, face), [run(criterion.points, face)], []]


def _joined(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)
