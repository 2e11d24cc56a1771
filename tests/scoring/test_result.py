"""From points to a grade: the shared example cases, and what holds for any points."""

import dataclasses
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.scoring.result import NOT_APPLICABLE, Points, State, score
from handbook.scoring.table import Leaf, ScoreTable
from scoring_examples import Example, example_library, example_table, examples

POINTED = ("seven", "levels", "needs", "asks", "asks-group", "gap")


def allowed(leaf: Leaf) -> st.SearchStrategy[float]:
    """Points that a leaf may be given."""
    if leaf.maximum is None:
        return st.sampled_from([0.0, 1.0])
    if leaf.levels:
        return st.sampled_from([level.points for level in leaf.levels])
    return st.integers(0, round(leaf.maximum * 100)).map(lambda amount: amount / 100)


@st.composite
def scored(draw: st.DrawFn, *, left_out: bool = True) -> tuple[ScoreTable, dict[str, Points]]:
    """Draw a table with every leaf scored or, where that may be, left out."""
    table = example_table(example_library(), draw(st.sampled_from(POINTED)))
    points: dict[str, Points] = {}
    for leaf in table.leaves:
        leaving = left_out and leaf.questions and draw(st.booleans())
        points[leaf.id] = NOT_APPLICABLE if leaving else draw(allowed(leaf))
    return table, points


def place(table: ScoreTable, grade: str | None) -> int:
    """Give the place of a grade, counted from the best; none at all is the last."""
    titles = [band.title for band in table.bands]
    return len(titles) if grade is None else titles.index(grade)


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.table}: {example.says}")
def test_an_example_comes_out_as_expected(example: Example) -> None:
    """Total, maximum, grade, reason and everything else of each shared case."""
    result = score(example_table(example_library(), example.table), example.points)
    assert {
        "total": result.total,
        "maximum": result.maximum,
        "missing": result.missing,
        "met": result.met,
        "grade": result.grade,
        "reason": result.reason,
        "costliest": [one.leaf.id for one in result.costliest],
        "invalid": [one.leaf.id for one in result.invalid],
    } == example.expected


def test_the_examples_are_many_and_differ() -> None:
    """At least forty cases, none twice."""
    cases = [(example.table, tuple(sorted(example.points.items()))) for example in examples()]
    assert len(cases) >= 40
    assert len(set(cases)) == len(cases)


@given(scored())
def test_sums_lie_between_nothing_and_the_maximum(case: tuple[ScoreTable, dict[str, Points]]) -> None:
    """No total is below zero or above the maximum, and the groups add up to both."""
    table, points = case
    result = score(table, points)
    assert result.total is not None
    assert result.maximum is not None
    assert 0 <= result.total <= result.maximum <= table.maximum
    assert math.isclose(sum(group.points for group in result.groups), result.total, abs_tol=0.001)
    assert math.isclose(sum(group.maximum for group in result.groups), result.maximum, abs_tol=0.001)
    lost = math.fsum(one.lost for one in result.leaves if one.leaf.maximum is not None)
    assert math.isclose(result.total + lost, result.maximum, abs_tol=0.001)


@given(scored(left_out=False), st.data())
def test_more_points_never_earn_a_worse_grade(case: tuple[ScoreTable, dict[str, Points]], data: st.DataObject) -> None:
    """Raising any leaf keeps the grade or betters it, where the bands leave no gap."""
    table, points = case
    if table.id == "gap":
        table = dataclasses.replace(table, bands=(table.bands[0], dataclasses.replace(table.bands[1], below=90)))
    leaf = data.draw(st.sampled_from(table.leaves))
    now = points[leaf.id]
    assert now != NOT_APPLICABLE
    raised = data.draw(allowed(leaf).filter(lambda better: better >= float(now)))
    before, after = score(table, points), score(table, points | {leaf.id: raised})
    assert place(table, after.grade) <= place(table, before.grade)
    assert (after.total or 0) >= (before.total or 0)


@given(scored(), st.data())
def test_while_anything_is_missing_there_is_no_grade(
    case: tuple[ScoreTable, dict[str, Points]], data: st.DataObject
) -> None:
    """Taking away any entries takes away the grade, and says how many are missing."""
    table, points = case
    taken = data.draw(st.sets(st.sampled_from(sorted(points)), min_size=1))
    result = score(table, {leaf: given for leaf, given in points.items() if leaf not in taken})
    assert result.grade is None
    assert result.missing == len(taken)
    assert str(len(taken)) in result.reason


@given(scored(), st.data())
def test_what_is_left_out_never_decides_the_grade(
    case: tuple[ScoreTable, dict[str, Points]], data: st.DataObject
) -> None:
    """Where a grade is given, it is the one that any points for what is left out would give."""
    table, points = case
    result = score(table, points)
    filled = dict(points)
    for one in result.leaves:
        if one.state is State.LEFT_OUT:
            filled[one.leaf.id] = data.draw(allowed(one.leaf))
    if result.grade is not None:
        assert score(table, filled).grade == result.grade


@given(scored(), st.data(), st.floats())
def test_an_entry_that_cannot_be_is_told_and_not_counted(
    case: tuple[ScoreTable, dict[str, Points]], data: st.DataObject, wild: float
) -> None:
    """Any number at all is either counted as it is or told; nothing is clipped, nothing fails."""
    table, points = case
    leaf = data.draw(st.sampled_from(table.leaves))
    result = score(table, points | {leaf.id: wild})
    one = next(one for one in result.leaves if one.leaf == leaf)
    if one.state is State.INVALID:
        assert one in result.invalid
        assert one.fault
        assert one.points == 0
        assert result.grade is None
    else:
        assert one.points == pytest.approx(wild, abs=0.005)
        assert 0 <= one.points <= leaf.worth


@given(scored())
def test_what_costs_most_stands_first(case: tuple[ScoreTable, dict[str, Points]]) -> None:
    """Three at most, in falling order, ties as in the table; nothing that costs more is left out."""
    table, points = case
    result = score(table, points)
    order = {leaf.id: index for index, leaf in enumerate(table.leaves)}
    ranks = [(-one.lost, order[one.leaf.id]) for one in result.costliest]
    assert len(ranks) <= 3
    assert all(before < after for before, after in pairwise(ranks))
    costs = [one.lost for one in result.leaves if one.lost and one.leaf.maximum is not None]
    assert [one.lost for one in result.costliest] == sorted(costs, reverse=True)[:3]


def test_points_for_what_is_not_asked_are_an_error() -> None:
    """A slip of whoever calls is not passed over."""
    with pytest.raises(KeyError, match="nobody"):
        score(example_table(example_library(), "seven"), {"nobody": 1})
