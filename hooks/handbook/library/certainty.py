"""How sure a statement is: one function, computed from where the statement was seen. Nobody types it.

The ladder, from the top: the official text read in full; a passage of it read; reported by sources that agree; not
checked. Sources that disagree are a step of their own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from handbook.records.references import SourceReference
from handbook.records.source import Nature
from handbook.records.statement import Extent

TEXT_KEEPERS: frozenset[Nature] = frozenset({"official", "legal"})
"""Who publishes official texts as they are; others only tell of them."""


class Level(StrEnum):
    """How sure a statement is, from the top."""

    FULL_TEXT = "full-text"
    EXCERPT = "excerpt"
    REPORTED = "reported"
    UNCHECKED = "unchecked"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level and, for reports, how many sources agree."""

    level: Level
    agreeing: int = 0

    @property
    def supports_duty(self) -> bool:
        """Tell whether a duty may rest on it."""
        return self.level not in {Level.UNCHECKED, Level.DISPUTED}


class Sight(Protocol):
    """One place where a statement was seen, as far as sureness goes."""

    @property
    def source(self) -> SourceReference:
        """Where it was seen."""

    @property
    def extent(self) -> Extent:
        """How much of it was read there."""

    @property
    def differs(self) -> bool:
        """Whether it says something else there."""


def judge(seen_in: Iterable[Sight], nature_of: Callable[[SourceReference], Nature | None]) -> Judgement:
    """Judge a statement.

    Args:
        seen_in: Where it was seen.
        nature_of: Tells the nature of a source; None for a source that is not there.
    """
    read = [
        (seen, nature)
        for seen in seen_in
        if seen.extent != "mentioned" and (nature := nature_of(seen.source)) is not None
    ]
    if any(seen.differs for seen, _ in read):
        return Judgement(Level.DISPUTED, len({seen.source for seen, _ in read if not seen.differs}))
    kept = {(seen.extent, nature) for seen, nature in read if nature in TEXT_KEEPERS}
    sources = len({seen.source for seen, _ in read})
    if ("full", "official") in kept:
        return Judgement(Level.FULL_TEXT, sources)
    if any(extent in {"full", "excerpt"} for extent, _ in kept):
        return Judgement(Level.EXCERPT, sources)
    if read:
        return Judgement(Level.REPORTED, sources)
    return Judgement(Level.UNCHECKED)
