"""What all that can be read of a library stands for, as digests: equal digests mean that the same would be read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b

from handbook.build.told import ABSENT, Told, told_of
from handbook.library.card import said_by
from handbook.library.library import Library
from handbook.library.reads import (
    ALL,
    DRAFT,
    FILLING,
    FORMER,
    ID,
    KIND,
    LISTINGS,
    NAMED,
    NAMES_OF_KINDS,
    OUTSIDE,
    PAGES,
    PARTS,
    RECORD,
    RECORDS,
    SHEETS,
    TARGETS,
    TITLE,
    TOLD,
    UNDER_REVIEW,
    USES,
    unwritten,
    written,
)
from handbook.library.target import Target
from handbook.text.digest import digest_of

BONDS = "bonds"
"""All that decides who uses what; nobody reads it."""


class Digests:
    """The digests of one library, and of what a command adds to it: each is found when it is asked for."""

    __slots__ = ("_known", "_library", "_more", "_rows", "_stood", "_suspects", "_tables", "asked", "given")

    def __init__(self, library: Library, more: Mapping[str, Callable[[str], bytes]], told: Told | None = None) -> None:
        """Get ready to digest a library.

        Args:
            library: The library, not a traced one.
            more: What gives the digests of what is read besides, by the name of its table.
            told: What tells what it is asked; None where nothing is known of earlier answers.
        """
        self._library = library
        self._known: dict[str, bytes] = {}
        self._more = more
        self._suspects: AbstractSet[str] = frozenset()
        self._stood: AbstractSet[bytes] = frozenset()
        self.asked: set[str] = set()
        """All reads that something was compared by or remembered for."""
        self.given: set[bytes] = set()
        """The digests of all that stands, as `of` gives them."""
        entries = library.entries
        self._tables: Mapping[str, Callable[[], bytes]] = {
            ALL: self._all,
            USES: self._all,  # who goes through all uses is rare, and they come from everywhere
            NAMED: self._all,
            BONDS: lambda: digest_of(*self._bonds(), self.of_one(PAGES), self.of_one(SHEETS)),
            RECORDS: lambda: _listed(entries),
            NAMES_OF_KINDS: lambda: _texts(entries.kinds()),
            UNDER_REVIEW: lambda: digest_of(*self._of_records(one for one in entries if entries.card(one).reviewed)),
            FORMER: lambda: _texts(sorted(f"{written(old)} {written(now)}" for old, now in entries.former().items())),
            OUTSIDE: lambda: _texts(" ".join((written(target), *told)) for target, told in entries.outside()),
            PAGES: lambda: digest_of(*self._of_files(PAGES, library.pages)),
            SHEETS: lambda: digest_of(*self._of_files(SHEETS, library.sheets)),
        }
        asked = told or told_of(library)
        self._rows: Mapping[str, Callable[[str], bytes]] = {
            RECORD: lambda key: entries.card(_target(key)).digest,
            TITLE: lambda key: _texts((entries.short_title(_target(key)),)),
            PARTS: lambda key: _texts(entries.parts_of(_target(key))),
            DRAFT: lambda key: _texts((str(entries.is_draft(_target(key))),)),
            ID: lambda key: _texts(entries.kinds_of(key)),
            KIND: lambda key: digest_of(*self._of_records(entries.targets(key))),
            TARGETS: lambda key: _listed(entries.targets(key)),
            LISTINGS: lambda key: _texts(f"{written(target)} {told}" for target, told in entries.listings(key)),
            FILLING: lambda key: _texts(
                sorted(f"{'.'.join(keys)} {written(first)}" for keys, first in entries.filling(key).items())
            ),
            USES: lambda key: _listed(library.uses[_target(key)]),
            NAMED: lambda key: _listed(library.named[_target(key)]),
            PAGES: lambda key: said_by(library.pages[key].file),
            SHEETS: lambda key: said_by(library.sheets[key].file),
            TOLD: lambda question: asked.digest(question, self),
        }

    def suspect(self, reads: AbstractSet[str], others: Mapping[str, bytes], stood: AbstractSet[bytes]) -> None:
        """Learn that only these reads may stand for something else than they did when the last build ended.

        Args:
            reads: Those that may.
            others: What some others stand for, as before.
            stood: The digests, as `of` gave them, of all that stood then; something else was not remembered then.
        """
        self._suspects = reads
        self._stood = stood
        self._known.update(others)

    def stand(self, reads: Collection[str], before: bytes) -> bool:
        """Tell whether some reads stand for what they stood for before, when `of` gave this digest."""
        if before in self._stood and self._suspects.isdisjoint(reads):
            self.asked.update(reads)
            self.given.add(before)
            return True
        return self.of(reads) == before

    def of(self, reads: Collection[str]) -> bytes:
        """Digest all that some reads stand for."""
        self.asked.update(reads)
        known = self._known
        found = blake2b(b"".join([known.get(read) or self.of_one(read) for read in reads]), digest_size=16).digest()
        self.given.add(found)
        return found

    def of_one(self, read: str) -> bytes:
        """Give what one read stands for, always as many bytes."""
        table, space, key = read.partition(" ")
        if table in self._more:
            return self._more[table](key)  # never kept: it may be another each time
        found = self._known.get(read)
        if found is None:
            try:
                found = self._rows[table](key) if space else self._tables[table]()
            except KeyError:  # there is no such thing (any more)
                found = ABSENT
            self._known[read] = found
        return found

    def _all(self) -> bytes:
        kinds = self._library.entries.kinds()
        return digest_of(*(self.of_one(f"{KIND} {kind}") for kind in kinds), self.of_one(PAGES), self.of_one(SHEETS))

    def _of_records(self, targets: Iterable[Target]) -> Iterable[bytes]:
        for target in targets:
            yield written(target).encode()
            yield self._library.entries.card(target).digest

    def _bonds(self) -> Iterable[bytes]:
        for target in self._library.entries:
            yield written(target).encode()
            yield self._library.entries.card(target).bonds

    def _of_files(self, table: str, names: Iterable[str]) -> Iterable[bytes]:
        for name in names:
            yield name.encode()
            yield self.of_one(f"{table} {name}")


def _target(key: str) -> Target:
    found = unwritten(key)
    if isinstance(found, Target):
        return found
    kind, _, record_id = key.partition("/")
    return Target(kind, record_id)


def _listed(targets: Iterable[Target]) -> bytes:
    return _texts(map(written, targets))


def _texts(texts: Iterable[str]) -> bytes:
    return digest_of("\n".join(texts).encode())
