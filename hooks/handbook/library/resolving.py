"""What a reference leads to among the records, or why it leads nowhere. It must not know who refers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from handbook.library.target import Target
from handbook.records.kinds import KIND_IDS
from handbook.records.references import Reference


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a reference leads nowhere: the kinds it might have meant (several: ambiguous), or only its part fails."""

    kinds: tuple[str, ...]
    missing_part: bool = False
    unread: bool = False
    """What it leads to is there but could not be read."""


class Lead(NamedTuple):
    """What a reference says of where it leads: the kinds it may lead to (none: all), one of them, an id, a part."""

    kinds: tuple[str, ...]
    kind: str
    id: str
    part: str


class Known(Protocol):
    """What has to be known of all records."""

    def kinds_of(self, record_id: str) -> Collection[str]:
        """Give the kinds that have a record with an id."""

    def parts_of(self, target: Target) -> Collection[str]:
        """Give the ids of the parts of a record."""


def lead_of(reference: Reference) -> Lead:
    """Give what a reference says of where it leads."""
    return Lead(reference.kinds, reference.kind, reference.id, reference.part)


def resolve(known: Known, lead: Lead, unread: frozenset[Target] = frozenset()) -> Target | Unresolved:
    """Find what a reference leads to among the records, or say why it leads nowhere."""
    kinds, kind, record_id, part = lead
    if kind:
        kinds = (kind,) if kind in (kinds or KIND_IDS) else ()
    elif not kinds:
        kinds = KIND_IDS
    having = known.kinds_of(record_id)
    found = tuple(one for one in kinds if one in having) if having else ()
    if unread and any(Target(one, record_id) in unread for one in kinds):
        return Unresolved(found, unread=True)
    if part:
        with_part = tuple(one for one in found if part in known.parts_of(Target(one, record_id)))
        if found and not with_part:
            return Unresolved(found, missing_part=True)
        found = with_part
    if len(found) != 1:
        return Unresolved(found)
    return Target(found[0], record_id, part)
