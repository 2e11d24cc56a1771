"""All records by what leads to them, kind by kind, each opened when it is looked into. It must not know why."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from handbook.library.card import Card, card_of
from handbook.library.entry import Entry
from handbook.library.filling import Keys
from handbook.library.listing import Listing
from handbook.library.resolving import Unresolved, lead_of, resolve
from handbook.library.target import Target
from handbook.records.references import Reference

MOST_OPEN = 6_000
"""So many records are kept open at once: more would be too much to hold, and each can be opened again.

To hold fewer takes less memory and more time: 2,500 of 5,000 open, a build of all took a tenth more."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A record that need not be open: its card, and how it is opened."""

    card: Card
    open: Callable[[], Entry]


def shelved(entry: Entry) -> Shelved:
    """Shelve a record that is open."""
    return Shelved(card_of(entry), _giving(entry))


class Entries(Mapping[Target, Entry]):
    """The records of a library, in the order of kinds and ids."""

    __slots__ = ("_former", "_kinds_of", "_of_kind", "_opened", "_resolved", "_shelves")

    def __init__(self, shelves: Mapping[Target, Shelved]) -> None:
        self._shelves = shelves
        self._opened: dict[Target, Entry] = {}
        self._former: Mapping[Target, Target] | None = None
        self._resolved: dict[Reference, Target | Unresolved] = {}
        self._of_kind: dict[str, list[Target]] = {}
        self._kinds_of: dict[str, list[str]] = {}
        for target in shelves:
            self._of_kind.setdefault(target.kind, []).append(target)
            self._kinds_of.setdefault(target.id, []).append(target.kind)

    def __getitem__(self, target: Target) -> Entry:
        found = self._opened.pop(target, None)
        if found is None:
            found = self._shelves[target].open()
            if len(self._opened) >= MOST_OPEN:
                del self._opened[next(iter(self._opened))]
        self._opened[target] = found  # the last to be closed
        return found

    def __contains__(self, target: object) -> bool:
        return target in self._shelves

    def __iter__(self) -> Iterator[Target]:
        return iter(self._shelves)

    def __len__(self) -> int:
        return len(self._shelves)

    def resolve(self, reference: Reference, unread: frozenset[Target]) -> Target | Unresolved:
        """Find what a reference leads to, or say why it leads nowhere; thousands of records name the same things.

        Args:
            reference: The reference.
            unread: What could not be read, always the same.
        """
        found = self._resolved.get(reference)
        if found is None:
            found = self._resolved[reference] = resolve(self, lead_of(reference), unread)
        return found

    def card(self, target: Target) -> Card:
        """Give the card of a record."""
        return self._shelves[target].card

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds that have records."""
        return tuple(self._of_kind)

    def kinds_of(self, record_id: str) -> Collection[str]:
        """Give the kinds that have a record with an id."""
        return self._kinds_of.get(record_id, ())

    def parts_of(self, target: Target) -> Collection[str]:
        """Give the ids of the parts of a record."""
        return self.card(target).parts

    def short_title(self, target: Target) -> str:
        """Give what a record is called in few words."""
        return self.card(target).listing.short_title

    def is_draft(self, target: Target) -> bool:
        """Tell whether a record is not to be published yet."""
        return self.card(target).draft

    def former(self) -> Mapping[Target, Target]:
        """Give the records as they were called before, each with what it is called now."""
        if self._former is None:
            every = self._shelves.items()
            self._former = {Target(target.kind, old): target for target, one in every for old in one.card.old_ids}
        return self._former

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Give the records of a kind."""
        return (self[target] for target in self._of_kind.get(kind, ()))

    def under_review(self) -> Iterator[Entry]:
        """Give the records that are to be read again from time to time."""
        return (self[target] for target, one in self._shelves.items() if one.card.reviewed)

    def outside(self) -> Iterator[tuple[Target, tuple[str, ...]]]:
        """Give the records that lead outside the handbook, each with the addresses; none is opened."""
        return ((target, one.card.outside) for target, one in self._shelves.items() if one.card.outside)

    def listings(self, kind: str) -> Iterator[tuple[Target, Listing]]:
        """Give by what readers look for the records of a kind; none is opened."""
        return ((target, self.card(target).listing) for target in self.targets(kind))

    def filling(self, kind: str) -> Mapping[Keys, Target]:
        """Give the first record of a kind that fills a field, for each that one does; none is opened."""
        found: dict[Keys, Target] = {}
        for target in self.targets(kind):
            for keys in self.card(target).filled:
                found.setdefault(keys, target)
        return found

    def targets(self, kind: str) -> Collection[Target]:
        """Give what leads to the records of a kind; none is opened."""
        return self._of_kind.get(kind, ())

    def without(self, some: Collection[Target]) -> "Entries":
        """Give all records but some."""
        return Entries({target: one for target, one in self._shelves.items() if target not in some})

    def with_entries(self, *entries: Entry) -> "Entries":
        """Give all records, some of them as they now are, or new."""
        return Entries({**self._shelves, **{entry.target: shelved(entry) for entry in entries}})

    def opened(self) -> "Entries":
        """Give the same records, all of them open for good."""
        return Entries({target: Shelved(one.card, _giving(self[target])) for target, one in self._shelves.items()})


def _giving(entry: Entry) -> Callable[[], Entry]:
    return lambda: entry
