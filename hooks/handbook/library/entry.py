"""A record or a page as it was read: the model, its file, and the parts that others may refer to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.library.target import PAGE, Target
from handbook.reading.fields import Model
from handbook.reading.files import ReadFile
from handbook.reading.places import ValuePath
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.page import Page
from handbook.records.shared import Record
from handbook.records.source import Source


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record that has an id of its own, and its path inside the file."""

    model: Model
    path: ValuePath


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its file and its parts."""

    kind: str
    id: str
    record: Record
    file: ReadFile
    parts: Mapping[str, Part]

    @property
    def target(self) -> Target:
        """What links to this record lead to."""
        return Target(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page written by hand: its path inside docs/, its front matter and its file."""

    path: str
    meta: Page
    file: ReadFile

    @property
    def target(self) -> Target:
        """What links to this page lead to."""
        return Target(PAGE, self.path)


def parts_of(record: Record) -> dict[str, Part]:
    """Give the parts of a record by their ids, in order."""
    return dict(_parts(record))


def _parts(record: Record) -> Iterator[tuple[str, Part]]:
    if isinstance(record, Document | Source):
        for index, statement in enumerate(record.statements):
            yield statement.id, Part(statement, ("statements", index))
    elif isinstance(record, Checklist):
        for phase_index, phase in enumerate(record.phases):
            yield phase.phase, Part(phase, ("phases", phase_index))
            for index, item in enumerate(phase.items):
                yield item.id, Part(item, ("phases", phase_index, "items", index))
    elif isinstance(record, Criteria):
        for index, criterion in enumerate(record.criteria):
            yield criterion.id, Part(criterion, ("criteria", index))
            for part_index, part in enumerate(criterion.parts):
                yield part.id, Part(part, ("criteria", index, "parts", part_index))
