"""Blocks of a meeting: the ruler of its deadlines and the steps of the day."""

from dataclasses import dataclass

from handbook.views.pieces import Basis, Chip, Line, Link


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something due by a day; `day` says which in words, such as "trước ít nhất 01 ngày"."""

    anchor: str
    day: Line
    line: Line
    who: str
    scope: Chip | None
    bases: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Ruler:
    """The deadlines before the meeting, the meeting itself, the deadlines after it."""

    before: tuple[Milestone, ...]
    meeting: Line
    after: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the meeting; `minutes` is a suggestion in words and may be empty."""

    anchor: str
    number: str
    line: Line
    who: str
    minutes: str
    bases: tuple[Basis, ...]
    items: tuple[Link, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in order, under the title of their phase."""

    anchor: str
    title: str
    steps: tuple[Step, ...]
