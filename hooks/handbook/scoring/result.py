"""From points to a grade and its reasons: what is missing, what is wrong, what costs most. Nothing is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from handbook.scoring import words
from handbook.scoring.bands import Standing, candidate, earned, lacking, standings
from handbook.scoring.points import from_hundredths, hundredths
from handbook.scoring.table import Leaf, ScoreTable
from handbook.text.formats import number

NOT_APPLICABLE: Final = "not-applicable"
"""Given instead of points where a question before scoring was answered with no."""
MET, NOT_MET = 1.0, 0.0
"""Given instead of points where a table gives none."""

Points = float | Literal["not-applicable"]
MOST_COSTLY = 3


class State(StrEnum):
    """What is known of a leaf."""

    MISSING = "missing"
    SCORED = "scored"
    INVALID = "invalid"
    LEFT_OUT = "left-out"
    """It does not apply this time."""


@dataclass(frozen=True, slots=True)
class LeafResult:
    """A leaf's points, what it lacks of its worth, and what is wrong with its entry (empty when nothing is)."""

    leaf: Leaf
    state: State
    points: float
    """Zero unless it is scored."""
    lost: float
    """What it lacks of its worth; zero unless it is scored."""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A criterion's sum, and what it could give: what does not apply this time is in neither."""

    id: str
    points: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Result:
    """A score."""

    leaves: tuple[LeafResult, ...]
    groups: tuple[GroupResult, ...]
    """The criteria that give points."""
    total: float | None
    """Of what is scored so far; None where the table gives no points."""
    maximum: float | None
    met: int
    """How many leaves without points are met."""
    missing: int
    invalid: tuple[LeafResult, ...]
    """What cannot be counted as it was given; it is told, never mended."""
    grade: str | None
    reason: str
    """Why there is no grade, or why it is not the one that the total alone would give; empty when nothing is to say."""
    costliest: tuple[LeafResult, ...]
    """Where most points are lost, three at most, the most first."""
    lowest: tuple[Standing, ...]
    """How the total stands to each grade if what does not apply earned nothing."""
    highest: tuple[Standing, ...]
    """The same if it were full."""


def score(table: ScoreTable, points: Mapping[str, Points]) -> Result:
    """Score a table.

    Args:
        table: What is asked.
        points: What was given, by the id of the leaf; what is not there is not scored yet. Leaves that one question
            leaves out are left out together.

    Raises:
        KeyError: Points are given for what the table does not ask.
    """
    unknown = points.keys() - {leaf.id for leaf in table.leaves}
    if unknown:
        raise KeyError(*sorted(unknown))
    leaves = tuple(_leaf(leaf, points.get(leaf.id)) for leaf in table.leaves)
    total = _total(leaves)
    spared = sum(_worth(one.leaf) for one in leaves if one.state is State.LEFT_OUT and one.leaf.maximum is not None)
    lost = {one.leaf.id: hundredths(one.lost) or 0 for one in leaves}
    lowest = standings(table.bands, total, lost | _worths_left_out(leaves))
    highest = standings(table.bands, total + spared, lost)
    grade, reason = _grade(table, leaves, lowest, highest)
    maximum = (hundredths(table.maximum) or 0) - spared
    return Result(
        leaves=leaves,
        groups=_groups(table, leaves),
        total=from_hundredths(total) if table.has_points else None,
        maximum=from_hundredths(maximum) if table.has_points else None,
        met=sum(one.leaf.maximum is None and one.points == MET for one in leaves),
        missing=_count(leaves, State.MISSING),
        invalid=tuple(one for one in leaves if one.state is State.INVALID),
        grade=grade,
        reason=reason,
        costliest=_costliest(leaves),
        lowest=lowest,
        highest=highest,
    )


def fault_words(leaf: Leaf) -> str:
    """Say what may be given for a leaf."""
    if leaf.maximum is None:
        return words.NOT_AN_ANSWER
    if leaf.levels:
        return words.NOT_A_LEVEL.format(levels="; ".join(number(level.points) for level in leaf.levels))
    return words.OUT_OF_RANGE.format(maximum=number(leaf.maximum))


def not_whole_words(table: ScoreTable) -> str:
    """Say that the leaves do not add up to the total that the record gives."""
    return words.NOT_WHOLE.format(sum=number(table.maximum), total=number(table.declared or 0))


def _leaf(leaf: Leaf, given: Points | None) -> LeafResult:
    if given is None:
        return LeafResult(leaf, State.MISSING, 0, 0)
    if given == NOT_APPLICABLE:
        if leaf.questions:
            return LeafResult(leaf, State.LEFT_OUT, 0, 0)
        return LeafResult(leaf, State.INVALID, 0, 0, words.ALWAYS_SCORED)
    amount = hundredths(given)
    if amount is None:
        return LeafResult(leaf, State.INVALID, 0, 0, words.NOT_A_NUMBER)
    if leaf.maximum is None:
        valid = given in {MET, NOT_MET}
    elif leaf.levels:
        valid = amount in {hundredths(level.points) for level in leaf.levels}
    else:
        valid = 0 <= amount <= _worth(leaf)
    if not valid:
        return LeafResult(leaf, State.INVALID, 0, 0, fault_words(leaf))
    return LeafResult(leaf, State.SCORED, from_hundredths(amount), from_hundredths(_worth(leaf) - amount))


def _grade(
    table: ScoreTable, leaves: tuple[LeafResult, ...], lowest: tuple[Standing, ...], highest: tuple[Standing, ...]
) -> tuple[str | None, str]:
    hindrance = _hindrance(table, leaves)
    if hindrance:
        return None, hindrance
    place, aimed = earned(lowest), candidate(lowest)
    if place != earned(highest):
        return None, words.OPEN
    grade = None if place is None else table.bands[place].title
    if aimed is None:
        return None, words.OUTSIDE
    if place != aimed:
        band = table.bands[aimed]
        lost = {one.leaf.id: hundredths(one.lost) or 0 for one in leaves}
        return grade, words.LOWERED.format(band=band.title, numbers=", ".join(lacking(band, lost)))
    return grade, words.SAME if _count(leaves, State.LEFT_OUT) else ""


def _hindrance(table: ScoreTable, leaves: tuple[LeafResult, ...]) -> str:
    """Say why there can be no grade whatever the total; empty when there can be one."""
    if not table.leaves:
        return words.NO_CRITERIA
    if missing := _count(leaves, State.MISSING):
        return words.MISSING.format(count=missing)
    if invalid := _count(leaves, State.INVALID):
        return words.INVALID.format(count=invalid)
    if not table.has_points:
        return words.NO_POINTS
    if not table.whole:
        return not_whole_words(table)
    return "" if table.bands else words.NO_BANDS


def _groups(table: ScoreTable, leaves: tuple[LeafResult, ...]) -> tuple[GroupResult, ...]:
    found = []
    for group in table.groups:
        own = tuple(one for one in leaves if one.leaf in group.leaves)
        counted = sum(
            _worth(one.leaf) for one in own if one.leaf.maximum is not None and one.state is not State.LEFT_OUT
        )
        if group.has_points:
            found.append(GroupResult(group.id, from_hundredths(_total(own)), from_hundredths(counted)))
    return tuple(found)


def _costliest(leaves: tuple[LeafResult, ...]) -> tuple[LeafResult, ...]:
    lossy = [one for one in leaves if one.lost > 0 and one.leaf.maximum is not None]
    return tuple(sorted(lossy, key=lambda one: -one.lost)[:MOST_COSTLY])


def _worths_left_out(leaves: tuple[LeafResult, ...]) -> dict[str, int]:
    return {one.leaf.id: _worth(one.leaf) for one in leaves if one.state is State.LEFT_OUT}


def _total(leaves: tuple[LeafResult, ...]) -> int:
    return sum(hundredths(one.points) or 0 for one in leaves if one.leaf.maximum is not None)


def _worth(leaf: Leaf) -> int:
    return hundredths(leaf.worth) or 0


def _count(leaves: tuple[LeafResult, ...], state: State) -> int:
    return sum(one.state is state for one in leaves)
