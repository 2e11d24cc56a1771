"""What a reference leads to among the records, or why it leads nowhere. It must not know who refers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.library.entry import Entry
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


def resolve(
    entries: Mapping[Target, Entry], reference: Reference, unread: frozenset[Target] = frozenset()
) -> Target | Unresolved:
    """Find what a reference leads to among `entries`, or say why it leads nowhere."""
    kinds = reference.kinds or KIND_IDS
    if reference.kind:
        kinds = tuple(kind for kind in kinds if kind == reference.kind)
    targets = [Target(kind, reference.id) for kind in kinds]
    found = [target for target in targets if target in entries]
    if unread and not unread.isdisjoint(targets):
        return Unresolved(_kinds(found), unread=True)
    if reference.part:
        with_part = [target for target in found if reference.part in entries[target].parts]
        if found and not with_part:
            return Unresolved(_kinds(found), missing_part=True)
        found = with_part
    if len(found) != 1:
        return Unresolved(_kinds(found))
    return Target(found[0].kind, reference.id, reference.part) if reference.part else found[0]


def _kinds(targets: Iterable[Target]) -> tuple[str, ...]:
    return tuple(target.kind for target in targets)
