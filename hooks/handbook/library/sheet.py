"""A single file of data that holds no record: the changes, the journey. Its parts can be linked to like a record's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.library.entry import Part
from handbook.library.target import REPORT, Target
from handbook.reading.files import ReadFile
from handbook.records.changes import Changes
from handbook.records.journey import Journey

Content = Changes | Journey

CHANGES = "changes"
JOURNEY = "journey"
MODELS: Mapping[str, type[Content]] = {CHANGES: Changes, JOURNEY: Journey}
"""What each file holds, by the id of its report; the file is named like the report."""


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
        """What links to its report lead to."""
        return Target(REPORT, self.id)


def parts_of_sheet(content: Content) -> Iterator[tuple[str, Part]]:
    """Give the parts with an id: the steps of a journey."""
    if isinstance(content, Journey):
        for index, step in enumerate(content.steps):
            yield step.id, Part(step, ("steps", index))
