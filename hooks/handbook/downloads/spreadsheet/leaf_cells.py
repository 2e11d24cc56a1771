"""The formulas of one row of the scoring sheet: whether it applies, is filled in and right, and what it lacks."""

from collections.abc import Iterator

from handbook.downloads.spreadsheet import layout as columns
from handbook.downloads.spreadsheet.formulas import Formula, at, constant, down, quoted
from handbook.downloads.spreadsheet.layout import Layout
from handbook.scoring.result import MET, GroupResult, LeafResult, State, fault_words
from handbook.scoring.table import Group, Leaf, Question
from handbook.scoring.words import MET_WORDS, NO, NOT_MET_WORDS, YES

MISSING, SCORED, INVALID, LEFT_OUT = range(4)
"""What is known of a leaf, as the sheet counts it."""
STATES = {State.MISSING: MISSING, State.SCORED: SCORED, State.INVALID: INVALID, State.LEFT_OUT: LEFT_OUT}

NOT_SCORED_WORDS = "Chưa chấm"
LEFT_OUT_WORDS = "Không chấm kỳ này"
NOT_ANSWERED_WORDS = "Chưa trả lời"
WRONG_ANSWER_WORDS = "Chọn Có hoặc Không"
STEP = 0.000001
"""Sets apart leaves that lack the same, in their order; far below a hundredth however long the table."""


def leaf_formulas(
    layout: Layout, leaf: Leaf, result: LeafResult, answers: dict[str, str], order: int
) -> Iterator[tuple[int, Formula]]:
    """Give the formulas of a leaf's row by their columns.

    Args:
        layout: Where everything stands.
        leaf: What is scored.
        result: Its score as the file is written.
        answers: The answers written to its questions, by their ids; what is not there is not answered.
        order: Its place among all leaves.
    """
    row = layout.leaves[leaf.id]
    applies, state = at(row, columns.APPLIES), at(row, columns.STATE)
    entry, points, lost = at(row, columns.ENTRY), at(row, columns.POINTS), at(row, columns.LOST_AT_LEAST)
    known = STATES[result.state]
    scored, left_out = known == SCORED, known == LEFT_OUT
    yield columns.APPLIES, _applies(layout, leaf, answers)
    check = f'IF({entry}="",{MISSING},{_valid(layout, leaf, entry)})'
    yield columns.STATE, Formula(f"IF({applies}=0,{LEFT_OUT},IF({applies}<0,{MISSING},{check}))", known)
    given = f"IF({entry}={quoted(MET_WORDS)},1,0)" if leaf.maximum is None else f"ROUND({entry},2)"
    yield columns.POINTS, Formula(f"IF({state}={SCORED},{given},0)", result.points)
    most = leaf.maximum or 0
    yield columns.COUNTED, Formula(f"IF({state}={LEFT_OUT},0,{constant(most)})", 0 if left_out else most)
    lacking = f"IF({state}={SCORED},ROUND({constant(leaf.worth)}-{points},2),0)"
    at_most = leaf.worth if left_out else result.lost
    yield columns.LOST_AT_MOST, Formula(f"IF({state}={LEFT_OUT},{constant(leaf.worth)},{lacking})", at_most)
    yield columns.LOST_AT_LEAST, Formula(lacking, result.lost)
    if leaf.maximum is not None:
        shift = order * STEP
        ranked = result.lost - shift if result.lost > 0 else 0
        yield columns.RANK, Formula(f"IF({lost}>0,{lost}-{shift:.6f},0)", ranked)
    words = {MISSING: NOT_SCORED_WORDS, INVALID: fault_words(leaf), LEFT_OUT: LEFT_OUT_WORDS}
    shown = quoted("") if leaf.maximum is None else lost
    for number, text in words.items():
        shown = f"IF({state}={number},{quoted(text)},{shown})"
    when_scored = "" if leaf.maximum is None else result.lost
    yield columns.TOLD, Formula(shown, when_scored if scored else words[known])


def group_formulas(layout: Layout, group: Group, result: GroupResult, *, scored: bool) -> Iterator[tuple[int, Formula]]:
    """Give the formulas of a criterion's own row: what it can give this time, and its sum once anything is scored."""
    first, last = layout.groups[group.id]
    yield columns.MAXIMUM, Formula(f"SUM({down(first, last, columns.COUNTED)})", result.maximum)
    yield columns.ENTRY, summed(first, last, result.points, scored=scored)


def summed(first: int, last: int, points: float, *, scored: bool) -> Formula:
    """Give the sum of the points of rows; empty until anything in them is scored."""
    states, sums = down(first, last, columns.STATE), down(first, last, columns.POINTS)
    return Formula(f'IF(COUNTIF({states},{SCORED})=0,"",ROUND(SUM({sums}),2))', points if scored else "")


def question_formula(layout: Layout, question: Question, answer: str | None) -> Formula:
    """Give what stands beside a question: that it is not answered, or not with yes or no."""
    entry = at(layout.questions[question.id], columns.ENTRY)
    right = f'IF({entry}={quoted(YES)},"",IF({entry}={quoted(NO)},"",{quoted(WRONG_ANSWER_WORDS)}))'
    return Formula(f'IF({entry}="",{quoted(NOT_ANSWERED_WORDS)},{right})', "" if answer else NOT_ANSWERED_WORDS)


def met(points: float) -> str:
    """Say whether a leaf without points is met, as it is chosen in the sheet."""
    return MET_WORDS if points == MET else NOT_MET_WORDS


def _applies(layout: Layout, leaf: Leaf, answers: dict[str, str]) -> Formula:
    """1: it applies; 0: it does not; -1: nobody has said so yet."""
    if not leaf.questions:
        return Formula("1", 1)
    cells = [at(layout.questions[question.id], columns.ENTRY) for question in leaf.questions]
    given = [answers.get(question.id) for question in leaf.questions]
    refused = ",".join(f"{cell}={quoted(NO)}" for cell in cells)
    agreed = ",".join(f"{cell}={quoted(YES)}" for cell in cells)
    value = 0 if NO in given else 1 if all(answer == YES for answer in given) else -1
    return Formula(f"IF(OR({refused}),0,IF(AND({agreed}),1,-1))", value)


def _valid(layout: Layout, leaf: Leaf, entry: str) -> str:
    if leaf.maximum is None:
        return f"IF(OR({entry}={quoted(MET_WORDS)},{entry}={quoted(NOT_MET_WORDS)}),{SCORED},{INVALID})"
    if leaf.levels:
        allowed = down(*layout.levels[leaf.id], columns.MAXIMUM)
        inside = f"COUNTIF({allowed},ROUND({entry},2))>0"
    else:
        inside = f"AND(ROUND({entry},2)>=0,ROUND({entry},2)<={constant(leaf.maximum)})"
    return f"IF(ISNUMBER({entry}),IF({inside},{SCORED},{INVALID}),{INVALID})"
