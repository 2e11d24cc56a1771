"""What all that can be read of a library stands for, as digests: equal digests mean that the same would be read."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any

from handbook.build.memory import digest_of
from handbook.library.answers import function_named
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.library.tracing import (
    ALL,
    FORMER,
    NAMED,
    NAMES_OF_KINDS,
    PAGES,
    RECORDS,
    SHEETS,
    TOLD,
    USES,
    read_of,
    read_of_id,
    read_of_kind,
    read_of_record,
    unwritten,
    written,
)
from handbook.reading.files import ReadFile

ABSENT = bytes(16)
"""What is read where there is nothing."""


class Digests:
    """The digests of one library, and of what a command adds to it."""

    __slots__ = ("_functions", "_library", "_more", "_table")

    def __init__(self, library: Library, more: Mapping[str, Callable[[str], bytes]]) -> None:
        """Digest a library.

        Args:
            library: The library, not a traced one.
            more: What gives the digests of what is read besides, by the name of its table.
        """
        self._library = library
        self._table: dict[str, bytes] = {}
        self._functions: dict[str, Callable[..., Any]] = {}
        self._more = more
        table = self._table
        of_id: dict[str, list[str]] = {}
        of_kind: dict[str, list[bytes]] = {}
        for target, entry in library.entries.items():
            digest = _of_file(entry.file)
            table[read_of_record(target)] = digest
            of_id.setdefault(target.id, []).append(target.kind)
            of_kind.setdefault(target.kind, []).extend((target.id.encode(), digest))
        for record_id, kinds in of_id.items():
            table[read_of_id(record_id)] = digest_of(*(kind.encode() for kind in kinds))
        for kind, parts in of_kind.items():
            table[read_of_kind(kind)] = digest_of(*parts)
        table[RECORDS] = digest_of(*(written(target).encode() for target in library.entries))
        table[NAMES_OF_KINDS] = repr(library.entries.kinds()).encode()
        former = ((written(old), written(new)) for old, new in library.entries.former().items())
        table[FORMER] = repr(sorted(former)).encode()
        self._add_table(PAGES, {path: _of_file(page.file) for path, page in library.pages.items()})
        self._add_table(SHEETS, {name: _of_file(sheet.file) for name, sheet in library.sheets.items()})
        self._add_table(USES, {target: _used(origins) for target, origins in library.uses.items()})
        self._add_table(NAMED, {target: _used(origins) for target, origins in library.named.items()})
        table[ALL] = digest_of(*(table[name] for name in sorted(table)))

    def of(self, reads: Iterable[str]) -> bytes:
        """Digest all that some reads stand for."""
        known = self._table
        return blake2b(b"".join([known.get(read) or self.of_one(read) for read in reads]), digest_size=16).digest()

    def of_one(self, read: str) -> bytes:
        """Give what one read stands for, always as many bytes."""
        found = self._table.get(read)
        if found is None:
            table, _, key = read.partition(" ")
            if table == TOLD:
                found = self._table[read] = self._told(key)
            else:
                found = self._more[table](key) if table in self._more else ABSENT
        return found

    def _told(self, question: str) -> bytes:
        """Digest what the library tells today when it is asked the same."""
        name, _, key = question.partition(" ")
        if name not in self._functions:
            self._functions[name] = function_named(name)
        try:
            return digest_of(repr(self._library.told(self._functions[name], unwritten(key))).encode())
        except LookupError:  # what was asked about is gone
            return ABSENT

    def _add_table(self, name: str, rows: Mapping[Target, bytes] | Mapping[str, bytes]) -> None:
        for key, digest in rows.items():
            self._table[read_of(name, key)] = digest
        self._table[name] = digest_of(
            *(part for key, digest in rows.items() for part in (written(key).encode(), digest))
        )


def _of_file(file: ReadFile) -> bytes:
    """Digest what was read, which may not stand on the disk any more."""
    return digest_of(file.places.text.encode(), file.body.encode(), str(file.body_line).encode())


def _used(origins: Iterable[Target]) -> bytes:
    return digest_of("\n".join(map(written, origins)).encode())
