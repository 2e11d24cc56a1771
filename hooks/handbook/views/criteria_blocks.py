"""The blocks of a scoring table: its criteria with points, levels and parts. They know nothing of their print."""

from dataclasses import dataclass

from handbook.views.pieces import Basis, Fact, Line


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of a criterion: when it is reached and what it earns."""

    when: Line
    points: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of a scoring table with its points, levels, parts and what helps to reach it."""

    anchor: str
    number: str
    line: Line
    points: str
    """In words with the unit, such as "10 điểm"; empty where the table gives none."""
    bases: tuple[Basis, ...]
    levels: tuple[LevelRow, ...]
    notes: tuple[Line, ...]
    facts: tuple[Fact, ...]
    """What it means, how to reach it, what costs points, what serves it; what is unknown is left out."""
    parts: tuple["Criterion", ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a scoring table, in order."""

    criteria: tuple[Criterion, ...]
