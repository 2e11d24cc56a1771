"""A record or a page as it was read: the model, its file, and the parts that others may refer to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from handbook.library.target import PAGE, Target
from handbook.reading.fields import Model
from handbook.reading.files import ReadFile
from handbook.reading.places import ValuePath
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.form import Form
from handbook.records.meeting import Meeting
from handbook.records.page import Page
from handbook.records.problem import Problem
from handbook.records.shared import Record, Titled
from handbook.records.source import Source

One = TypeVar("One", bound=Record)


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


def of_model(entries: Iterable[Entry], model: type[One]) -> Iterator[tuple[Entry, One]]:
    """Give the entries that hold a record of a model, each with its record."""
    return ((entry, entry.record) for entry in entries if isinstance(entry.record, model))


def short_title(entry: Entry) -> str:
    """Give the short name of a record: what a document is called, else its short title, else its title."""
    record = entry.record
    if isinstance(record, Document):
        return record.short_name
    return record.short_title if isinstance(record, Titled) else record.title


def parts_of(record: Record) -> dict[str, Part]:
    """Give the parts of a record by their ids, in order."""
    return dict(_parts(record))


def _parts(record: Record) -> Iterator[tuple[str, Part]]:
    match record:
        case Document() | Source():
            yield from _listed("statements", record.statements)
        case Checklist():
            for number, phase in enumerate(record.phases):
                yield phase.phase, Part(phase, ("phases", number))
                yield from _listed("items", phase.items, ("phases", number))
        case Criteria():
            for number, criterion in enumerate(record.criteria):
                yield criterion.id, Part(criterion, ("criteria", number))
                yield from _listed("parts", criterion.parts, ("criteria", number))
        case Meeting():
            yield from _listed("deadlines", record.deadlines)
            yield from _listed("steps", record.steps)
        case Problem():
            yield from _listed("remedies", record.remedies)
        case Form():
            for number, form_part in enumerate(record.parts):
                yield form_part.id, Part(form_part, ("parts", number))
                yield from _listed("fields", form_part.fields, ("parts", number))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _listed(key: str, models: Iterable[_Named], path: ValuePath = ()) -> Iterator[tuple[str, Part]]:
    numbered = enumerate(models)
    return ((model.id, Part(model, (*path, key, index))) for index, model in numbered if isinstance(model, Model))
