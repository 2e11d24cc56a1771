"""A record and the file it stands in: read whole, or with everything that is wrong with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.card import Card, card_of, said_by
from handbook.library.entries import Shelved, shelved
from handbook.library.entry import Entry, parts_of
from handbook.reading.decoding import read_data
from handbook.reading.files import ReadFile
from handbook.reading.markdown_files import read_markdown_data
from handbook.reading.references import MENTION_START
from handbook.reading.sparing import GivenFields
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml_data
from handbook.records.kinds import Kind
from handbook.text.formats import number

MOST_MENTIONS = 10_000
"""How many references one file may begin: each is looked up by many rules."""
PROSE_SUFFIX = ".md"


class ChangedSinceError(Exception):
    """A record could not be opened again as it was: its file has changed since it was read."""


class Shelf(Protocol):
    """Where records stand that were read before and about which there was nothing to tell."""

    def take(self, name: str, file: Path) -> tuple[Card, Callable[[], Entry | None]] | None:
        """Give the record of a file that is as it was: its card, and what opens it; that may fail and give None."""

    def put(self, data: bytes, entry: Entry, card: Card) -> tuple[Card, Callable[[], Entry | None]]:
        """Keep the record of a file that was not taken, with the bytes of the file; gives what `take` would give."""


def shelve_record(
    kind: Kind, file: Path, name: str, given: GivenFields, shelf: Shelf | None = None
) -> tuple[Shelved | None, list[Finding]]:
    """Read a record, or find it as it was read before; the first part is None when its file cannot be relied on.

    Args:
        kind: Of the record.
        file: Where it stands.
        name: The file as people know it.
        given: What the models of all records share.
        shelf: Where it can be taken from if the file is as it was.
    """
    kept = shelf.take(name, file) if shelf else None
    if kept is not None:
        card, fetch = kept
        return Shelved(card, lambda: _opened(kind, file, card, fetch)), []
    data, findings = read_data(file, name)
    if data is None:
        return None, findings
    entry, findings = _read(kind, file.stem, data, name)
    if entry is None:
        return None, findings
    given.share(entry.record)
    if shelf is None or findings:
        return shelved(entry), findings
    card, fetch = shelf.put(data, entry, card_of(entry))
    return Shelved(card, lambda: _opened(kind, file, card, fetch)), []


def read_record(kind: Kind, file: Path, name: str) -> tuple[Entry | None, list[Finding]]:
    """Read a record; the first part is None when what its file says cannot be relied on.

    Args:
        kind: Of the record.
        file: Where it stands.
        name: The file as people know it.
    """
    data, findings = read_data(file, name)
    return (None, findings) if data is None else _read(kind, file.stem, data, name)


def _opened(kind: Kind, file: Path, card: Card, fetch: Callable[[], Entry | None]) -> Entry:
    """Open a kept record; where it cannot be had any more, read its file again.

    Raises:
        ChangedSinceError: The file says something else by now.
    """
    entry = fetch()
    if entry is not None:
        return entry
    entry, _ = read_record(kind, file, card.file)
    if entry is None or said_by(entry.file) != card.digest:
        raise ChangedSinceError(card.file)
    return entry


def _read(kind: Kind, record_id: str, data: bytes, name: str) -> tuple[Entry | None, list[Finding]]:
    read, findings = (read_markdown_data if kind.suffix == PROSE_SUFFIX else read_yaml_data)(data, name)
    if read is None:
        return None, findings
    if (crowd := too_many_mentions(read)) is not None:
        return None, [*findings, crowd]
    record, found = validate(kind.model, read)
    entry = None if record is None else Entry(kind.id, record_id, record, read.spared(), parts_of(record))
    return entry, [*findings, *found]


def too_many_mentions(read: ReadFile) -> Finding | None:
    """Tell a file that begins more references than anybody writes."""
    if read.text.count(MENTION_START) <= MOST_MENTIONS:
        return None
    message = f"Tệp có hơn {number(MOST_MENTIONS)} dấu “{MENTION_START}”."
    return Finding(read.name, 1, 1, Code.FILE_TOO_BIG, message, "Chia thành nhiều tệp nhỏ hơn.")
