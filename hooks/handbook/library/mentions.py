"""Every place where a record or page refers to another: in a field made for it, or as ((id)) in a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from handbook.library.entry import Entry, HandPage
from handbook.library.sheet import Sheet
from handbook.library.target import SETTINGS, Target
from handbook.reading.fields import Model
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, ValuePath, place_at
from handbook.reading.references import MENTION_START, Mention, find_mentions, find_mentions_in_markdown
from handbook.records.case import Case
from handbook.records.destination import Destination
from handbook.records.references import Reference, as_amount
from handbook.settings.settings import Settings
from handbook.settings.typography import measures


@dataclass(frozen=True, slots=True)
class Referring:
    """One reference as written: from where, to what, and how to find its place in the file."""

    origin: Target
    """The record or part that refers."""
    reference: Reference
    file: ReadFile
    path: ValuePath
    """Where in the file's values; empty for prose."""
    raw: str
    """The written form of a reference in a text; empty for a field."""
    occurrence: int = 0
    """Which one of the same written references in this text."""
    within_body: Place | None = None
    """Where in the prose body."""
    field: bool = False

    def place(self) -> Place:
        """Find where the reference stands."""
        if self.within_body is not None:
            return in_file(self.file, self.within_body)
        if self.field:
            return self.file.place(self.path)
        return self.file.place_of(self.path, self.raw, self.occurrence)


def referrings_of_entry(entry: Entry | Sheet) -> Iterator[Referring]:
    """Give every reference of a record, its story included."""
    for path, value, origin in leaves(entry):
        if isinstance(value, Destination) and value.names_page:
            continue  # pages are no records
        if isinstance(value, Reference):
            yield Referring(origin, value, entry.file, path, "", field=True)
        elif MENTION_START in value:
            yield from _text(origin, entry.file, path, value)
    if isinstance(entry.record, Case):
        yield from _prose(entry.target, entry.file)


def referrings_of_page(page: HandPage) -> Iterator[Referring]:
    """Give every reference of a page written by hand."""
    yield from _prose(page.target, page.file)


def referrings_of_settings(settings: Settings) -> Iterator[Referring]:
    """Give every reference of the settings: the statements that hold measures of official papers."""
    for name, written in measures(settings.deployment.typography):
        reference = as_amount(written)
        if isinstance(reference, Reference):
            yield Referring(SETTINGS, reference, settings.deployment_file, ("typography", name), "", field=True)


def in_file(file: ReadFile, within_body: Place) -> Place:
    """Give the place in the file of a place in its body."""
    return Place(file.body_line + within_body.line - 1, within_body.column)


def as_reference(mention: Mention) -> Reference:
    """Give the reference that a text's ((…)) stands for."""
    return Reference(mention.kind or "", mention.id, mention.part or "")


def texts_of_entry(entry: Entry | Sheet) -> Iterator[tuple[ValuePath, str]]:
    """Give every text of a record with its path, references in fields left aside."""
    return ((path, value) for path, value, _ in leaves(entry) if isinstance(value, str))


_BARE = frozenset({bool, int, float, date})
"""What neither is a text nor leads anywhere."""

Leaf = tuple[ValuePath, str | Reference, Target]
"""A text or a reference of a record, its path, and the part it stands in."""


def leaves(entry: Entry | Sheet) -> list[Leaf]:
    """Give every text and every reference in a field of a record, with its path and the part it stands in."""
    owners = {id(part.model): Target(entry.kind, entry.id, part_id) for part_id, part in entry.parts.items()}
    found: list[Leaf] = []
    _walk(entry.record, (), entry.target, owners, found)
    return found


def _walk(value: Any, path: ValuePath, origin: Target, owners: dict[int, Target], found: list[Leaf]) -> None:
    """Add what is found: records are many, so it must be quick about the many fields that hold nothing."""
    if isinstance(value, str | Reference):
        found.append((path, value, origin))
    elif isinstance(value, Model):
        origin = owners.get(id(value), origin)
        for name, child in value.__dict__.items():
            if child and child.__class__ not in _BARE:
                _walk(child, (*path, name), origin, owners, found)
    elif isinstance(value, tuple):  # pragma: no branch - no field has a list of numbers or of days so far
        for index, child in enumerate(value):
            _walk(child, (*path, index), origin, owners, found)


def _text(origin: Target, file: ReadFile, path: ValuePath, text: str) -> Iterator[Referring]:
    seen: dict[str, int] = {}
    for mention in find_mentions(text):
        occurrence = seen.get(mention.raw, 0)
        seen[mention.raw] = occurrence + 1
        yield Referring(origin, as_reference(mention), file, path, mention.raw, occurrence)


def _prose(origin: Target, file: ReadFile) -> Iterator[Referring]:
    for mention in find_mentions_in_markdown(file.body):
        yield Referring(
            origin, as_reference(mention), file, (), mention.raw, within_body=place_at(file.body, mention.start)
        )
