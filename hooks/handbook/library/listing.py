"""By what readers look for a record in the index of its kind. Which groups an index has is not known here."""

from dataclasses import dataclass

from handbook.library.entry import Entry, short_title
from handbook.records.case import Case
from handbook.records.document import Document
from handbook.records.source import Source
from handbook.records.topic import Topic
from handbook.text.pickling import QuicklyPickled

LOCAL = "local"
"""The mark of a document that holds in one place only."""


@dataclass(frozen=True, slots=True)
class Listing(QuicklyPickled):
    """What an index has to know of a record before it lists it."""

    title: str
    short_title: str
    """What the record is called in few words."""
    marks: tuple[str, ...] = ()
    """What decides its group: the status of a document, the nature of a source, the kinds of branches of a case."""
    issued: str = ""
    """The day on which a document was issued, as it is written in data; "" where there is none."""


def listing_of(entry: Entry) -> Listing:
    """Give by what a record is looked for."""
    record, short = entry.record, short_title(entry)
    if isinstance(record, Document):
        issued = record.issued_on.isoformat() if record.issued_on else ""
        return Listing(record.title, short, (LOCAL if record.place else record.status,), issued)
    if isinstance(record, Source):
        return Listing(record.title, short, (record.nature,))
    return Listing(record.title, short, record.branch_types if isinstance(record, Case | Topic) else ())
