"""A record and the file it stands in: read whole, or with everything that is wrong with it."""

from pathlib import Path
from typing import Protocol

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry, parts_of
from handbook.reading.decoding import read_data
from handbook.reading.files import ReadFile
from handbook.reading.markdown_files import read_markdown_data
from handbook.reading.references import MENTION_START
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml_data
from handbook.records.kinds import Kind
from handbook.text.formats import number

MOST_MENTIONS = 10_000
"""How many references one file may begin: each is looked up by many rules."""
PROSE_SUFFIX = ".md"


class Shelf(Protocol):
    """Where records stand that were read before and about which there was nothing to tell."""

    def take(self, name: str, data: bytes) -> Entry | None:
        """Give the record of a file that holds these bytes; None if it is not there."""

    def put(self, data: bytes, entry: Entry) -> None:
        """Keep the record of a file that holds these bytes."""


def read_record(kind: Kind, file: Path, name: str, shelf: Shelf | None = None) -> tuple[Entry | None, list[Finding]]:
    """Read a record; the first part is None when what its file says cannot be relied on.

    Args:
        kind: Of the record.
        file: Where it stands.
        name: The file as people know it.
        shelf: Where it can be taken from if the file is as it was.
    """
    data, findings = read_data(file, name)
    if data is None:
        return None, findings
    entry = shelf.take(name, data) if shelf else None
    if entry is None:
        entry, findings = _read(kind, file.stem, data, name)
        if entry is not None and shelf and not findings:
            shelf.put(data, entry)
    return entry, findings


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
