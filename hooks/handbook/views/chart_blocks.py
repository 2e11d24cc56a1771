"""The block of a comparison: bars from zero that carry their numbers. The same numbers stand in a table beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `share` is its length between 0 and 1."""

    label: str
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that can be compared: one unit, one base."""

    caption: str
    bars: tuple[Bar, ...]
