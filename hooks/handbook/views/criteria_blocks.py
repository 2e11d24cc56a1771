"""The blocks of a scoring table: its criteria with points, levels and parts. They know nothing of their print."""

from dataclasses import dataclass

from handbook.views.pieces import Basis, Chip, Line, Link


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of a criterion: when it is reached and what it earns."""

    when: Line
    points: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of a scoring table with its points, levels, parts and what serves it."""

    anchor: str
    number: str
    line: Line
    points: str
    """In words with the unit, such as "10 điểm"; empty where the table gives none."""
    bases: tuple[Basis, ...]
    scope: Chip | None
    levels: tuple[LevelRow, ...]
    notes: tuple[Line, ...]
    parts: tuple["Criterion", ...]
    served_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a scoring table, in order."""

    criteria: tuple[Criterion, ...]
