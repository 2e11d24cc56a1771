"""A scoring table ready to score with: what is asked, what it may earn, and what each grade needs.

Made from a record once its amounts are known. It knows neither files nor how a table looks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.library.library import Library
from handbook.records.criteria import Band as BandRecord
from handbook.records.criteria import Criteria, Criterion, Part
from handbook.records.references import Amount
from handbook.rules.points import amount
from handbook.scoring.points import from_hundredths, hundredths

Say = Callable[[str], str]
"""Gives a text of a record in plain words, its references filled in."""


@dataclass(frozen=True, slots=True)
class Level:
    """Points that may be given, and when."""

    words: str
    points: float


@dataclass(frozen=True, slots=True)
class Question:
    """Asked before scoring: what it stands at counts only when the answer is yes."""

    id: str
    """The id of the criterion or part that it stands at."""
    words: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """What gets points, or is met or not: a part, or a criterion that has none."""

    id: str
    number: str
    words: str
    maximum: float | None
    """None where the table gives no points: then it is met or not."""
    levels: tuple[Level, ...]
    """The only points allowed; empty where everything from 0 to the maximum is."""
    questions: tuple[Question, ...]
    """Its own and its criterion's: it counts when all are answered with yes."""
    asked: bool
    """Whether the score needs it; what gives no points in a table of points, and no grade needs, is only read."""

    @property
    def worth(self) -> float:
        """What being full is worth: the maximum, or one for being met."""
        return 1.0 if self.maximum is None else self.maximum


@dataclass(frozen=True, slots=True)
class Group:
    """A criterion with its leaves; one without parts is its own leaf."""

    id: str
    number: str
    words: str
    questions: tuple[Question, ...]
    leaves: tuple[Leaf, ...]

    @property
    def single(self) -> bool:
        """Whether the criterion is its own leaf."""
        return len(self.leaves) == 1 and self.leaves[0].id == self.id

    @property
    def has_points(self) -> bool:
        """Whether anything in it gives points."""
        return any(leaf.maximum is not None for leaf in self.leaves)

    @property
    def maximum(self) -> float:
        """What its leaves give together."""
        return _sum(leaf.maximum or 0 for leaf in self.leaves)


@dataclass(frozen=True, slots=True)
class Need:
    """A criterion or part that must be full: the number it has in the table, and its leaves."""

    id: str
    number: str
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A grade, the totals that earn it, and what else it needs."""

    title: str
    at_least: float
    below: float | None
    needs: tuple[Need, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A scoring table; `declared` is the total that the record gives, None where it gives none."""

    id: str
    title: str
    groups: tuple[Group, ...]
    bands: tuple[Band, ...]
    """From the highest down."""
    declared: float | None

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """What is asked, in order."""
        return tuple(leaf for group in self.groups for leaf in group.leaves if leaf.asked)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions before scoring, each once, in order."""
        return tuple(dict.fromkeys(question for leaf in self.leaves for question in leaf.questions))

    @property
    def has_points(self) -> bool:
        """Whether the table gives points at all."""
        return any(group.has_points for group in self.groups)

    @property
    def maximum(self) -> float:
        """What all leaves give together."""
        return _sum(group.maximum for group in self.groups)

    @property
    def whole(self) -> bool:
        """Whether the leaves add up to the total that the record gives; without one there is nothing to compare."""
        return self.declared is None or hundredths(self.declared) == hundredths(self.maximum)


def score_table(library: Library, table_id: str, record: Criteria, say: Say) -> ScoreTable:
    """Make the table of a record.

    Raises:
        LookupError: A grade needs a criterion that is not there or begins at an amount that holds no number, which
            checked records rule out.
    """
    has_points = any(_maximum(library, part) is not None for part in _all_parts(record))
    needed = frozenset(wanted for band in record.bands for wanted in band.needs_full)
    groups = tuple(_group(library, criterion, say, needed, has_points=has_points) for criterion in record.criteria)
    return ScoreTable(
        id=table_id,
        title=say(record.title),
        groups=groups,
        bands=tuple(_band(library, band, groups, say) for band in record.bands),
        declared=amount(library, record.total),
    )


def _all_parts(record: Criteria) -> Iterator[Part]:
    for criterion in record.criteria:
        yield criterion
        yield from criterion.parts


def _group(library: Library, criterion: Criterion, say: Say, needed: frozenset[str], *, has_points: bool) -> Group:
    questions = _questions(criterion, say)
    by_parts = _scored_by_parts(library, criterion)

    def leaf(part: Part, maximum: float | None, questions: tuple[Question, ...]) -> Leaf:
        return Leaf(
            id=part.id,
            number=part.number,
            words=say(part.text),
            maximum=maximum,
            levels=() if maximum is None else _levels(library, part, say),
            questions=questions,
            asked=maximum is not None or part.id in needed or criterion.id in needed or not has_points,
        )

    leaves: tuple[Leaf, ...] = () if by_parts else (leaf(criterion, _maximum(library, criterion), questions),)
    leaves += tuple(
        leaf(part, _maximum(library, part) if by_parts else None, questions + _questions(part, say))
        for part in criterion.parts
        if by_parts or part.id in needed
    )
    return Group(criterion.id, criterion.number, say(criterion.text), questions, leaves)


def _scored_by_parts(library: Library, criterion: Criterion) -> bool:
    """Tell whether points are given part by part; parts whose points nobody knows only explain their criterion."""
    if not criterion.parts:
        return False
    return _maximum(library, criterion) is None or all(_maximum(library, part) is not None for part in criterion.parts)


def _questions(part: Part, say: Say) -> tuple[Question, ...]:
    return (Question(part.id, say(part.applies_when)),) if part.applies_when else ()


def _maximum(library: Library, part: Part) -> float | None:
    given = amount(library, part.points)
    levels = [points for level in part.levels if (points := amount(library, level.points)) is not None]
    return max(levels, default=None) if given is None else given


def _levels(library: Library, part: Part, say: Say) -> tuple[Level, ...]:
    found = ((level, amount(library, level.points)) for level in part.levels)
    return tuple(Level(say(level.when), points) for level, points in found if points is not None)


def _band(library: Library, band: BandRecord, groups: tuple[Group, ...], say: Say) -> Band:
    return Band(
        title=say(band.title),
        at_least=_known(library, band.at_least),
        below=None if band.below is None else _known(library, band.below),
        needs=tuple(_need(wanted, groups) for wanted in band.needs_full),
        note=say(band.note) if band.note else "",
    )


def _known(library: Library, given: Amount) -> float:
    found = amount(library, given)
    if found is None:
        raise LookupError(f"{given} holds no number")
    return found


def _need(wanted: str, groups: tuple[Group, ...]) -> Need:
    for group in groups:
        if group.id == wanted:
            return Need(wanted, group.number, tuple(leaf.id for leaf in group.leaves))
        for leaf in group.leaves:
            if leaf.id == wanted:
                return Need(wanted, leaf.number, (leaf.id,))
    raise LookupError(f"the table has no criterion {wanted}")


def _sum(amounts: Iterator[float]) -> float:
    return from_hundredths(sum(hundredths(one) or 0 for one in amounts))
