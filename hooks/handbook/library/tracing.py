"""A library that tells what is read of it while something is made, so that it is known when that must be made anew.

Everything that is made from records reaches them through the library's tables and answers, and these note each look. A
look that finds nothing is noted too: what is not there today may be there tomorrow.
"""

import dataclasses
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast, overload

from handbook.library.answers import Answers
from handbook.library.answers import Key as Asked
from handbook.library.card import Card
from handbook.library.entries import Entries
from handbook.library.entry import Entry
from handbook.library.filling import Keys
from handbook.library.library import Library
from handbook.library.listing import Listing
from handbook.library.mentions import Referring
from handbook.library.reads import (
    ALL,
    DRAFT,
    FILLING,
    FORMER,
    LISTINGS,
    NAMED,
    NAMES_OF_KINDS,
    OUTSIDE,
    PAGES,
    PARTS,
    RECORDS,
    SHEETS,
    TARGETS,
    TITLE,
    UNDER_REVIEW,
    USES,
    Reads,
    read_of,
    read_of_id,
    read_of_kind,
    read_of_record,
    read_of_told,
)
from handbook.library.referrings import Referrings
from handbook.library.resolving import Unresolved, lead_of, resolve
from handbook.library.target import Target
from handbook.records.references import Reference

Key = TypeVar("Key")
Value = TypeVar("Value")


def traced(library: Library, reads: Reads) -> Library:
    """Give the same library, whose reads are noted."""
    return dataclasses.replace(
        library,
        entries=TracedEntries(library.entries, reads),
        pages=TracedTable(library.pages, PAGES, reads),
        referrings=TracedReferrings(library.referrings, reads),
        uses=TracedTable(library.uses, USES, reads),
        named=TracedTable(library.named, NAMED, reads),
        sheets=TracedTable(library.sheets, SHEETS, reads),
        answers=TracedAnswers(reads),
    )


class TracedEntries(Entries):
    """The records, with a note of every look."""

    __slots__ = ("_inner", "_reads", "_reads_of")

    def __init__(self, entries: Entries, reads: Reads) -> None:
        self._inner = entries
        self._reads = reads
        self._reads_of: dict[Reference, tuple[set[str], Target | Unresolved]] = {}

    def __getitem__(self, target: Target) -> Entry:
        self._reads.note(read_of_record(target))
        return self._inner[target]

    def __contains__(self, target: object) -> bool:
        if isinstance(target, Target):
            self._reads.note(read_of_id(target.id))
        return target in self._inner

    def __iter__(self) -> Iterator[Target]:
        self._reads.note(RECORDS)
        return iter(self._inner)

    def __len__(self) -> int:
        self._reads.note(RECORDS)
        return len(self._inner)

    def resolve(self, reference: Reference, unread: frozenset[Target]) -> Target | Unresolved:
        """Find what a reference leads to, or say why it leads nowhere."""
        known = self._reads_of.get(reference)
        if known is None:
            with self._reads.watch() as seen:
                known = self._reads_of[reference] = (seen, resolve(self, lead_of(reference), unread))
        self._reads.note_all(known[0])
        return known[1]

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds that have records."""
        self._reads.note(NAMES_OF_KINDS)
        return self._inner.kinds()

    def card(self, target: Target) -> Card:
        """Give the card of a record."""
        self._reads.note(read_of_record(target))
        return self._inner.card(target)

    def kinds_of(self, record_id: str) -> Collection[str]:
        """Give the kinds that have a record with an id."""
        self._reads.note(read_of_id(record_id))
        return self._inner.kinds_of(record_id)

    def parts_of(self, target: Target) -> Collection[str]:
        """Give the ids of the parts of a record."""
        self._reads.note(read_of(PARTS, target))
        return self._inner.parts_of(target)

    def short_title(self, target: Target) -> str:
        """Give what a record is called in few words."""
        self._reads.note(read_of(TITLE, target))
        return self._inner.short_title(target)

    def is_draft(self, target: Target) -> bool:
        """Tell whether a record is not to be published yet."""
        self._reads.note(read_of(DRAFT, target))
        return self._inner.is_draft(target)

    def former(self) -> Mapping[Target, Target]:
        """Give the records as they were called before."""
        self._reads.note(FORMER)
        return self._inner.former()

    def under_review(self) -> Iterator[Entry]:
        """Give the records that are to be read again from time to time."""
        self._reads.note(UNDER_REVIEW)
        return self._inner.under_review()

    def outside(self) -> Iterator[tuple[Target, tuple[str, ...]]]:
        """Give the records that lead outside the handbook."""
        self._reads.note(OUTSIDE)
        return self._inner.outside()

    def listings(self, kind: str) -> Iterator[tuple[Target, Listing]]:
        """Give by what readers look for the records of a kind."""
        self._reads.note(f"{LISTINGS} {kind}")
        return self._inner.listings(kind)

    def filling(self, kind: str) -> Mapping[Keys, Target]:
        """Give the first record of a kind that fills a field, for each that one does."""
        self._reads.note(f"{FILLING} {kind}")
        return self._inner.filling(kind)

    def targets(self, kind: str) -> Collection[Target]:
        """Give what leads to the records of a kind."""
        self._reads.note(f"{TARGETS} {kind}")
        return self._inner.targets(kind)

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Give the records of a kind."""
        self._reads.note(read_of_kind(kind))
        return self._inner.of_kind(kind)


class TracedTable(Mapping[Key, Value]):
    """A table of a library, with a note of every look."""

    __slots__ = ("_inner", "_name", "_reads")

    def __init__(self, inner: Mapping[Key, Value], name: str, reads: Reads) -> None:
        self._inner = inner
        self._name = name
        self._reads = reads

    def __getitem__(self, key: Key) -> Value:
        self._reads.note(read_of(self._name, key))
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        self._reads.note(read_of(self._name, key))
        return key in self._inner

    def __iter__(self) -> Iterator[Key]:
        self._reads.note(self._name)
        return iter(self._inner)

    def __len__(self) -> int:
        self._reads.note(self._name)
        return len(self._inner)


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """An answer, how it was asked for, and what was read to find it."""

    name: str
    value: Any
    reads: tuple[str, ...]


class TracedAnswers(Answers):
    """The answers of a library, with a note of every question; what is read to find one is noted apart."""

    __slots__ = ("_found", "_reads")

    def __init__(self, reads: Reads) -> None:
        super().__init__()
        self._found: dict[tuple[Callable[..., Any], Target | str], FoundAnswer] = {}
        self._reads = reads

    def of(self, library: Any, tell: Callable[[Any, Asked], Value], key: Asked) -> Value:
        """Give the answer of a function about one thing."""
        found = self.found(library, tell, key)
        self._reads.note(found.name)
        return cast("Value", found.value)

    def found(self, library: Library, tell: Callable[..., Any], key: Target | str) -> FoundAnswer:
        """Give an answer with what was read to find it.

        Args:
            library: The traced one that these answers belong to.
            tell: The function.
            key: What it is asked about.

        Raises:
            LookupError: What it is asked about is not there; what was read to learn that is noted.
        """
        asked = (tell, key)
        found = self._found.get(asked)
        if found is None:
            with self._reads.watch(apart=True) as seen:
                value = tell(library, key)
            reads = tuple(map(sys.intern, sorted(seen)))
            found = self._found[asked] = FoundAnswer(read_of_told(tell, key), value, reads)
        return found


class TracedReferrings(Referrings):
    """All references, with a note of every look: they come from everywhere."""

    __slots__ = ("_inner", "_reads")

    def __init__(self, referrings: Referrings, reads: Reads) -> None:
        self._inner = referrings
        self._reads = reads

    @overload
    def __getitem__(self, index: int) -> Referring: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Referring]: ...
    def __getitem__(self, index: int | slice) -> Referring | Sequence[Referring]:
        self._reads.note(ALL)
        return self._inner[index]

    def __iter__(self) -> Iterator[Referring]:
        self._reads.note(ALL)
        return iter(self._inner)

    def __len__(self) -> int:
        self._reads.note(ALL)
        return len(self._inner)
