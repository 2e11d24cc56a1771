"""What is asked of every record, on a card: thousands of records need not be opened for it.

A card knows nothing of other records: what a reference leads to may change though the record does not.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from handbook.library.entry import Entry
from handbook.library.filling import Keys, filled_fields
from handbook.library.listing import Listing, listing_of
from handbook.library.mentions import Referring, referrings_of_entry
from handbook.library.outside import uses_of_entry
from handbook.library.resolving import Lead, lead_of
from handbook.reading.files import ReadFile
from handbook.text.digest import digest_of
from handbook.text.pickling import QuicklyPickled

Led = tuple[str, Lead, bool]
"""The part that a reference stands in ("": none), where it leads, and whether it has a field of its own."""


@dataclass(frozen=True, slots=True)
class Card(QuicklyPickled):
    """What is known of a record that has not been opened."""

    file: str
    """The file as people know it."""
    digest: bytes
    """Of all that its file says."""
    listing: Listing
    draft: bool
    reviewed: bool
    """Whether it is to be read again from time to time."""
    old_ids: tuple[str, ...]
    parts: tuple[str, ...]
    leads: tuple[Led, ...]
    """Where its references lead, in their order, each once."""
    bonds: bytes
    """The digest of all that decides who uses what: its parts, and where its references lead."""
    outside: tuple[str, ...]
    """The addresses outside the handbook that it leads to, in their order, each once."""
    filled: tuple[Keys, ...]
    """The fields that hold something."""


def card_of(entry: Entry) -> Card:
    """Write the card of a record."""
    record = entry.record
    leads = leads_of(referrings_of_entry(entry))
    parts = tuple(entry.parts)
    reviewed = record.review_every is not None and not record.draft
    return Card(
        entry.file.name,
        said_by(entry.file),
        listing_of(entry),
        record.draft,
        reviewed,
        record.old_ids,
        parts,
        leads,
        digest_of(repr((parts, leads)).encode()),
        tuple(dict.fromkeys(use.address for use in uses_of_entry(entry))),
        filled_fields(record),
    )


def leads_of(referrings: Iterable[Referring]) -> tuple[Led, ...]:
    """Give where the references of one record or page lead, as a card has it."""
    found: dict[tuple[str, Lead], bool] = {}
    for referring in referrings:
        led = (referring.origin.part, lead_of(referring.reference))
        found[led] = referring.field or found.get(led, False)
    return tuple((part, lead, field) for (part, lead), field in found.items())


def said_by(file: ReadFile) -> bytes:
    """Digest what was read, which may not stand on the disk any more."""
    return digest_of(file.places.text.encode(), file.body.encode(), str(file.body_line).encode())


def shared(card: Card, known: dict[Any, Any]) -> Card:
    """Give the same card, its leads and fields those that are known already: thousands of records have the same."""
    leads = tuple((part, known.setdefault(lead, lead), field) for part, lead, field in card.leads)
    return dataclasses.replace(card, leads=leads, filled=known.setdefault(card.filled, card.filled))
