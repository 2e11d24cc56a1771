"""A library in which one thing alone is gone through, though all can be looked up: for what is said of each."""

import dataclasses
from collections.abc import Collection, ItemsView, Iterator, Mapping, ValuesView
from typing import TypeVar

from handbook.library.answers import Answers
from handbook.library.card import Card
from handbook.library.entries import Entries
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.mentions import referrings_of_entry
from handbook.library.referrings import Referrings, referrings_outside_records
from handbook.library.resolving import Unresolved
from handbook.library.target import Target
from handbook.records.references import Reference

Value = TypeVar("Value")


def focused(library: Library, one: Target | None) -> Library:
    """Give the library with one record in focus; without one, everything but records."""
    if one is None:
        return dataclasses.replace(
            library,
            entries=FocusedEntries(library.entries, None),
            referrings=Referrings(lambda: referrings_outside_records(library.settings, library.sheets, library.pages)),
            answers=Answers(),
        )
    return dataclasses.replace(
        library,
        entries=FocusedEntries(library.entries, one),
        pages=UnseenTable(library.pages),
        sheets=UnseenTable(library.sheets),
        referrings=Referrings(lambda: referrings_of_entry(library.entries[one])),
        answers=Answers(),
    )


class FocusedEntries(Entries):
    """All records, of which one is gone through, or none; which there are is known, and each can be looked up."""

    __slots__ = ("_inner", "_one")

    def __init__(self, entries: Entries, one: Target | None) -> None:
        self._inner = entries
        self._one = one

    def __getitem__(self, target: Target) -> Entry:
        return self._inner[target]

    def __contains__(self, target: object) -> bool:
        return target in self._inner

    def __iter__(self) -> Iterator[Target]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)

    def values(self) -> ValuesView[Entry]:
        """Give what is gone through."""
        return ({self._one: self._inner[self._one]} if self._one else {}).values()

    def items(self) -> ItemsView[Target, Entry]:
        """Give what is gone through, with what leads to it."""
        return ({self._one: self._inner[self._one]} if self._one else {}).items()

    def resolve(self, reference: Reference, unread: frozenset[Target]) -> Target | Unresolved:
        """Find what a reference leads to, or say why it leads nowhere."""
        return self._inner.resolve(reference, unread)

    def card(self, target: Target) -> Card:
        """Give the card of a record."""
        return self._inner.card(target)

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds that have records."""
        return self._inner.kinds()

    def kinds_of(self, record_id: str) -> Collection[str]:
        """Give the kinds that have a record with an id."""
        return self._inner.kinds_of(record_id)

    def parts_of(self, target: Target) -> Collection[str]:
        """Give the ids of the parts of a record."""
        return self._inner.parts_of(target)

    def short_title(self, target: Target) -> str:
        """Give what a record is called in few words."""
        return self._inner.short_title(target)

    def is_draft(self, target: Target) -> bool:
        """Tell whether a record is not to be published yet."""
        return self._inner.is_draft(target)

    def under_review(self) -> Iterator[Entry]:
        """Give what is gone through, if it is to be read again from time to time."""
        return (entry for entry in self.values() if self.card(entry.target).reviewed)

    def targets(self, kind: str) -> Collection[Target]:
        """Give what leads to what is gone through, if it is of a kind."""
        return (self._one,) if self._one and self._one.kind == kind else ()

    def outside(self) -> Iterator[tuple[Target, tuple[str, ...]]]:
        """Give what is gone through, if it leads outside the handbook."""
        return ((entry.target, told) for entry in self.values() if (told := self.card(entry.target).outside))

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Give what is gone through, if it is of a kind."""
        return (entry for entry in self.values() if entry.kind == kind)

    def former(self) -> Mapping[Target, Target]:
        """Give the records as they were called before."""
        return self._inner.former()


class UnseenTable(Mapping[str, Value]):
    """A table in which rows can be looked up, and none is gone through."""

    __slots__ = ("_inner",)

    def __init__(self, inner: Mapping[str, Value]) -> None:
        self._inner = inner

    def __getitem__(self, key: str) -> Value:
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        return key in self._inner

    def __iter__(self) -> Iterator[str]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)

    def values(self) -> ValuesView[Value]:
        """Give nothing."""
        nothing: dict[str, Value] = {}
        return nothing.values()

    def items(self) -> ItemsView[str, Value]:
        """Give nothing."""
        nothing: dict[str, Value] = {}
        return nothing.items()
