"""A single file of data that holds no record: the changes, the journey, what people ask pages for, what links answered.

Its parts can be linked to like a record's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.library.entry import Part
from handbook.library.target import REPORT, SETTINGS, Target
from handbook.reading.files import ReadFile
from handbook.records.asked import Asked
from handbook.records.changes import Changes
from handbook.records.journey import Journey
from handbook.records.links import Links

Content = Asked | Changes | Journey | Links

ASKED = "asked"
CHANGES = "changes"
JOURNEY = "journey"
LINKS = "links"
MODELS: Mapping[str, type[Content]] = {ASKED: Asked, CHANGES: Changes, JOURNEY: Journey, LINKS: Links}
"""What each file holds, by its name; one that has a page is named like its report."""
PRINTED = (CHANGES, JOURNEY)
"""The files that have pages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it was read."""

    id: str
    record: Content
    file: ReadFile
    parts: Mapping[str, Part]
    kind: str = REPORT

    @property
    def target(self) -> Target:
        """What links to its report lead to; what has no page refers to others as the settings do."""
        return Target(REPORT, self.id) if self.id in PRINTED else SETTINGS


def parts_of_sheet(content: Content) -> Iterator[tuple[str, Part]]:
    """Give the parts with an id: the steps of a journey."""
    if isinstance(content, Journey):
        for index, step in enumerate(content.steps):
            yield step.id, Part(step, ("steps", index))
