"""What records say, without any format: titled sections of lines with links. The same text for whoever builds it.

The words are those of the records and of their fields' titles, as on the handbook's own pages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.mentions import as_reference
from handbook.library.target import Target
from handbook.reading.fields import Model
from handbook.reading.references import find_mentions
from handbook.records.closed_lists import VocabularyId
from handbook.records.references import Reference, StatementReference

SILENT = frozenset({"schema_version", "title", "short_title", "id", "old_ids"})
SILENT_IN_PARTS = frozenset({"id", "old_ids"})
"""Fields that are no text of a section: names stand above it, ids nowhere."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record's page."""

    to: str
    """`kind/id`."""
    words: str
    is_title: bool
    """Whether the words are what the record is called: who builds from data looks them up."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the links behind it."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled section."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What one record says."""

    kind: str
    id: str
    title: str
    sections: tuple[Section, ...]
    story: str
    """Markdown; links lead to `kind/id` after a mark that the format replaces with its own beginning."""


MARK, END = "@@", "@/@"
"""What stands before and after the address of a link in a story."""


def told_by(library: Library) -> list[Told]:
    """Give what every record says, in the order of the library."""
    vocabulary = library.settings.vocabulary
    lists = (*vocabulary.roles, *vocabulary.phases, *vocabulary.branch_types, *vocabulary.quarters, *vocabulary.places)
    teller = _Teller(library, {entry.id: entry.title for entry in lists})
    return [teller.told(entry) for entry in library.entries.values()]


@dataclass(frozen=True, slots=True)
class _Teller:
    library: Library
    labels: Mapping[str, str]

    def told(self, entry: Entry) -> Told:
        record = entry.record
        sections = []
        for name, field in type(record).model_fields.items():
            lines = () if name in SILENT else tuple(self._lines(getattr(record, name)))
            if lines:
                sections.append(Section(field.title or name, lines))
        return Told(entry.kind, entry.id, record.title, tuple(sections), self._story(entry.file.body))

    def _lines(self, value: Any) -> Iterator[Line]:
        if isinstance(value, Model):
            yield from self._of_model(value)
        elif isinstance(value, tuple):
            for inner in value:
                yield from self._lines(inner)
        elif isinstance(value, Reference):
            yield Line("", (self._link(value),))
        elif isinstance(value, VocabularyId):
            yield Line(self.labels.get(value, value))
        elif isinstance(value, str):
            yield self._plain(value)
        elif value is not None and value is not False:
            yield Line(str(value))

    def _of_model(self, value: Model) -> Iterator[Line]:
        """Give one line for what stands directly in a part, then the lines of the parts below it."""
        own: list[Line] = []
        below: list[Line] = []
        for name in type(value).model_fields:
            inner = getattr(value, name)
            has_parts = isinstance(inner, tuple) and any(isinstance(one, Model) for one in inner)
            if name not in SILENT_IN_PARTS:
                (below if has_parts else own).extend(self._lines(inner))
        text = " · ".join(line.text for line in own if line.text)
        yield Line(text, tuple(link for line in own for link in line.links))
        yield from below

    def _plain(self, text: str) -> Line:
        links = []
        for mention in reversed(find_mentions(text)):
            link = self._link(as_reference(mention), mention.words)
            links.append(link)
            text = text[: mention.start] + link.words + text[mention.end :]
        return Line(text.strip(), tuple(reversed(links)))

    def _story(self, body: str) -> str:
        for mention in reversed(find_mentions(body)):
            link = self._link(as_reference(mention), mention.words)
            body = f"{body[: mention.start]}[{link.words}]({MARK}{link.to}{END}){body[mention.end :]}"
        return body.strip()

    def _link(self, reference: Reference, words: str | None = None) -> Link:
        target = self.library.target(reference)
        record = self.library.entry(target).record
        value = self.library.value(StatementReference("", target.id, target.part)) if target.part else None
        name = record.title
        own = words or (f"{value.amount} ({name})" if value else "")
        return Link(_address(target), own or name, is_title=not own)


def _address(target: Target) -> str:
    return f"{target.kind}/{target.id}"
