"""The library: every record and page by id, references resolved, links both ways, certainty. Built once, then read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from handbook.library.answers import Answers, Key
from handbook.library.answers import Value as Told
from handbook.library.certainty import Judgement, Sight, judge
from handbook.library.entries import Entries
from handbook.library.entry import Entry, HandPage
from handbook.library.mentions import Referring
from handbook.library.referrings import Referrings, referrings_without_page
from handbook.library.resolving import Unresolved as Unresolved
from handbook.library.sheet import ASKED, CHANGES, JOURNEY, LINKS, Sheet
from handbook.library.target import Target
from handbook.records.asked import Asked, AskedPage
from handbook.records.changes import Changes
from handbook.records.document import Document
from handbook.records.journey import Journey
from handbook.records.links import Links
from handbook.records.references import Reference, SourceReference, StatementReference
from handbook.records.source import Nature, Source
from handbook.records.statement import Extent, Seen, Statement, Value
from handbook.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class _OwnSight:
    """That a statement was seen in the source it stands in."""

    source: SourceReference
    extent: Extent
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """All records and pages."""

    settings: Settings
    entries: Entries
    pages: Mapping[str, HandPage]
    referrings: Referrings
    uses: Mapping[Target, tuple[Target, ...]]
    """Who refers to a record or part, in order; a record's own parts are not among them."""
    named: Mapping[Target, tuple[Target, ...]]
    """Who of them does so in a field made for it."""
    unread: frozenset[Target] = frozenset()
    """The records and pages whose files are there but were told as faulty. Nobody can know what they say, so no rule
    tells that they, or something in them, is missing."""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """The single files of data, by the id of their report."""
    answers: Answers = field(default_factory=Answers, compare=False, repr=False)
    """What was asked of it before."""

    @property
    def changes(self) -> Changes | None:
        """Give what is new, if that is kept."""
        sheet = self.sheets.get(CHANGES)
        return sheet.record if sheet and isinstance(sheet.record, Changes) else None

    @property
    def journey(self) -> Journey | None:
        """Give the journey, if there is one."""
        sheet = self.sheets.get(JOURNEY)
        return sheet.record if sheet and isinstance(sheet.record, Journey) else None

    @property
    def asked(self) -> tuple[AskedPage, ...]:
        """Give the pages with words that people ask for them by."""
        sheet = self.sheets.get(ASKED)
        return sheet.record.pages if sheet and isinstance(sheet.record, Asked) else ()

    @property
    def links(self) -> Links:
        """Give what was seen of the outside addresses that were asked."""
        sheet = self.sheets.get(LINKS)
        return sheet.record if sheet and isinstance(sheet.record, Links) else Links(schema_version=1)

    def written(self) -> Iterator[Entry | Sheet]:
        """Give everything that is written as data: the records, then the single files."""
        yield from self.entries.values()
        yield from self.sheets.values()

    def referrings_without_page(self) -> Iterator[Referring]:
        """Give the references of what no page shows: of the settings, and of single files that are none."""
        return referrings_without_page(self.settings, self.sheets)

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Give the records of a kind, in the order of their ids."""
        return self.entries.of_kind(kind)

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds that have records."""
        return self.entries.kinds()

    def entry(self, target: Target) -> Entry:
        """Give the record a target leads to or into."""
        return self.entries[target.whole()]

    def short_title(self, target: Target) -> str:
        """Give what the record that a target leads to or into is called in few words; it need not be opened."""
        return self.entries.short_title(target.whole())

    def opened(self) -> "Library":
        """Give the same library with all records open for good, for who outlasts what they are kept in."""
        return replace(self, entries=self.entries.opened())

    def told(self, tell: Callable[["Library", Key], Told], key: Key) -> Told:
        """Give what a function of a module tells of something; what is made from it depends on the answer alone.

        Args:
            tell: The function; it is asked once. Equal answers must look the same (`repr`), whenever they are found.
            key: What it is asked about.
        """
        return self.answers.of(self, tell, key)

    def resolve(self, reference: Reference) -> Target | Unresolved:
        """Find what a reference leads to, or say why it leads nowhere."""
        return self.entries.resolve(reference, self.unread)

    def resolved(self) -> Iterator[tuple["Target | Unresolved", list[Referring]]]:
        """Give what each reference leads to, with all who refer by it: thousands of records name the same things."""
        by_reference: dict[int, list[Referring]] = {}
        for referring in self.referrings:
            by_reference.setdefault(id(referring.reference), []).append(referring)
        for referrings in by_reference.values():
            yield self.resolve(referrings[0].reference), referrings

    def target(self, reference: Reference) -> Target:
        """Find what a reference leads to; rules have made sure that it leads somewhere.

        Raises:
            LookupError: When it does not, which a checked library rules out.
        """
        found = self.resolve(reference)
        if isinstance(found, Target):
            return found
        raise LookupError(f"{reference} leads nowhere")

    def statement(self, target: Target) -> Statement | None:
        """Give the statement a target leads to, if it leads to one."""
        entry = self.entries.get(target.whole())
        part = entry.parts.get(target.part) if entry else None
        return part.model if part is not None and isinstance(part.model, Statement) else None

    def value(self, reference: StatementReference) -> Value | None:
        """Give the number a statement holds, if it is there and holds one."""
        found = self.resolve(reference)
        statement = None if isinstance(found, Unresolved) else self.statement(found)
        return statement.value if statement else None

    def nature(self, reference: SourceReference) -> Nature | None:
        """Tell the nature of a source; None where there is no such source."""
        entry = self.entries.get(Target("source", reference.id))
        return entry.record.nature if entry and isinstance(entry.record, Source) else None

    def judge(self, target: Target) -> Judgement:
        """Judge how sure a statement, or a document's place in the register, is."""
        return self.told(judged, target)

    def sightings(self, target: Target) -> tuple[Seen, ...]:
        """Tell where a statement was seen; a source's own statements were seen in that source besides."""
        entry = self.entry(target)
        part = entry.parts.get(target.part)
        if part is not None and isinstance(part.model, Statement):
            return part.model.seen_in
        return entry.record.seen_in if isinstance(entry.record, Document) else ()

    def successors(self, document: Target) -> tuple[Target, ...]:
        """Give the documents that took the place of this one, in the order of their dates."""
        users = (origin.whole() for origin in self.uses.get(document, ()) if origin.kind == document.kind)
        origins = dict.fromkeys((document, *users))  # a document may name itself; a rule tells so
        found = [
            entry
            for entry in map(self.entry, origins)
            if isinstance(entry.record, Document)
            and any(self.resolve(old.document) == document for old in entry.record.supersedes)
        ]
        return tuple(entry.target for entry in sorted(found, key=_issued))

    def predecessors(self, document: Target) -> tuple[Target, ...]:
        """Give the documents whose place this one took."""
        record = self.entry(document).record
        replaced = record.supersedes if isinstance(record, Document) else ()
        found = (self.resolve(old.document) for old in replaced)
        return tuple(target for target in found if isinstance(target, Target))


def judged(library: Library, target: Target) -> Judgement:
    """Judge how sure a statement, or a document's place in the register, is."""
    record = library.entry(target).record
    seen_in: tuple[Sight, ...] = library.sightings(target)
    if isinstance(record, Source):
        own = _OwnSight(SourceReference("", target.id), "mentioned" if record.reading == "title" else "report")
        seen_in = (own, *seen_in)
    return judge(seen_in, library.nature)


def _issued(entry: Entry) -> tuple[str, str]:
    record = entry.record
    issued = record.issued_on if isinstance(record, Document) else None
    return (issued.isoformat() if issued else "9999", entry.id)
