"""All records by what leads to them, kind by kind. It must not know what is looked up in it, or why."""

from collections.abc import Iterator, Mapping

from handbook.library.entry import Entry
from handbook.library.resolving import Unresolved, resolve
from handbook.library.target import Target
from handbook.records.references import Reference


class Entries(Mapping[Target, Entry]):
    """The records of a library, in the order of kinds and ids."""

    __slots__ = ("_entries", "_former", "_of_kind", "_resolved")

    def __init__(self, entries: Mapping[Target, Entry]) -> None:
        self._entries = entries
        self._former: Mapping[Target, Target] | None = None
        self._resolved: dict[Reference, Target | Unresolved] = {}
        self._of_kind: dict[str, list[Target]] = {}
        for target in entries:
            self._of_kind.setdefault(target.kind, []).append(target)

    def __getitem__(self, target: Target) -> Entry:
        return self._entries[target]

    def __contains__(self, target: object) -> bool:
        return target in self._entries

    def __iter__(self) -> Iterator[Target]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def resolve(self, reference: Reference, unread: frozenset[Target]) -> Target | Unresolved:
        """Find what a reference leads to, or say why it leads nowhere; thousands of records name the same things.

        Args:
            reference: The reference.
            unread: What could not be read, always the same.
        """
        found = self._resolved.get(reference)
        if found is None:
            found = self._resolved[reference] = resolve(self, reference, unread)
        return found

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds that have records."""
        return tuple(self._of_kind)

    def former(self) -> Mapping[Target, Target]:
        """Give the records as they were called before, each with what it is called now."""
        if self._former is None:
            every = self._entries.items()
            self._former = {Target(target.kind, old): target for target, entry in every for old in entry.record.old_ids}
        return self._former

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Give the records of a kind."""
        return (self._entries[target] for target in self._of_kind.get(kind, ()))
