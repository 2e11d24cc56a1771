"""Records as they were read before: a file is read again when its bytes have changed.

The cards of all records are kept together and taken at once; each record is kept by itself and taken when it is opened.
"""

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from handbook.build.looking import stand_of
from handbook.build.memory import ForgottenError, Kept, Memory
from handbook.library.card import Card, shared
from handbook.library.entry import Entry, parts_of
from handbook.reading.decoding import read_data
from handbook.text.digest import digest_of
from handbook.text.pickling import QuicklyPickled

CARDS, RECORD = "cards", "record"


@dataclass(frozen=True, slots=True)
class _Row(QuicklyPickled):
    """What is kept of one file and its record."""

    stand: tuple[int, ...] | None
    """How the file stood before it was read."""
    data: bytes
    """The digest of its bytes."""
    content: bytes
    """The digest of what is kept of the record."""
    card: Card


class KeptRecords:
    """The records that one memory keeps, by the names of their files."""

    __slots__ = ("_known", "_memory", "_rows", "_rows_kept", "_stands")

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        cards = memory.whole(CARDS)
        self._rows: dict[str, _Row] = pickle.loads(cards) if cards else {}  # noqa: S301 - digested, and our own
        self._rows_kept = dict(self._rows)
        self._known: dict[Any, Any] = {}
        self._stands: dict[str, tuple[int, ...] | None] = {}

    def take(self, name: str, file: Path) -> tuple[Card, Callable[[], Entry | None]] | None:
        """Give the record of a file that is as it was: its card, and what opens it; that may fail and give None."""
        stand = self._stands[name] = stand_of(file)
        row = self._rows.get(name)
        if row is None:
            return None
        if stand is None or row.stand != stand:
            data, _ = read_data(file, name)
            if data is None or row.data != digest_of(data):
                return None
            row = self._rows[name] = dataclasses.replace(row, stand=stand)
        return row.card, partial(self._open, name, row.content)

    def put(self, data: bytes, entry: Entry, card: Card) -> tuple[Card, Callable[[], Entry | None]]:
        """Keep the record of a file that was not taken, with the bytes of the file; gives what `take` would give."""
        content = pickle.dumps((entry.kind, entry.id, entry.record, entry.file), pickle.HIGHEST_PROTOCOL)
        kept, name = shared(card, self._known), card.file
        self._rows[name] = _Row(self._stands[name], digest_of(data), digest_of(content), kept)
        self._memory.keep(RECORD, name, Kept("", b"", b"", digest_of(content)), content)
        return kept, partial(self._open, name, digest_of(content))

    def close(self) -> None:
        """Write down what is kept now, and forget the records of files that are not there any more."""
        gone = self._rows.keys() - self._stands.keys()
        rows = {name: row for name, row in self._rows.items() if name not in gone}
        if rows != self._rows_kept:
            self._memory.keep_whole(CARDS, pickle.dumps(rows, pickle.HIGHEST_PROTOCOL))
            self._memory.forget(RECORD, gone)

    def _open(self, name: str, digest: bytes) -> Entry | None:
        try:
            kind, record_id, record, file = pickle.loads(self._memory.content(RECORD, name, digest))  # noqa: S301 - digested, and our own
        except ForgottenError:
            self._memory.forget_whole(CARDS)  # so that the next run reads all records, and keeps them whole
            return None
        return Entry(kind, record_id, record, file, parts_of(record))
