"""Who refers to whom: by what is used, those who use it. It must not open a record to know it."""

from collections.abc import Iterable, Iterator, Mapping

from handbook.library.card import Led
from handbook.library.entries import Entries
from handbook.library.resolving import Lead, Unresolved, resolve
from handbook.library.target import Target

_Row = tuple[str, str, str]
"""A target in a form that is quick to find: its kind, id and part."""

Leading = tuple[Target, Iterable[Led]]
"""A record, sheet or page, and where its references lead."""


class Uses(Mapping[Target, tuple[Target, ...]]):
    """By what is used, in the order of the first use: who uses it, in order."""

    __slots__ = ("_rows", "_targets")

    def __init__(self, rows: Mapping[_Row, tuple[_Row, ...]]) -> None:
        self._rows = rows
        self._targets: dict[_Row, Target] = {}  # those who use one thing mostly use others, too

    def __getitem__(self, target: Target) -> tuple[Target, ...]:
        if target.page:
            raise KeyError(target)
        known = self._targets
        rows = self._rows[target.kind, target.id, target.part]
        return tuple([known.get(row) or known.setdefault(row, Target(*row)) for row in rows])

    def __contains__(self, target: object) -> bool:
        return isinstance(target, Target) and not target.page and (target.kind, target.id, target.part) in self._rows

    def __iter__(self) -> Iterator[Target]:
        return (Target(*row) for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def uses_of(entries: Entries, others: Iterable[Leading]) -> tuple[Uses, Uses]:
    """Give who uses what, and who does so in a field made for it.

    Args:
        entries: The records; a record's own parts do not use each other.
        others: What else refers to them.
    """
    found: dict[Lead, _Row | None] = {}
    uses: dict[_Row, dict[_Row, bool]] = {}
    records = ((target, entries.card(target).leads) for target in entries)
    for origin, leads in (*records, *others):
        rows: dict[str, _Row] = {}
        for part, lead, field in leads:
            if lead not in found:
                found[lead] = _row(entries, lead)
            used = found[lead]
            if used is None or (used[1] == origin.id and used[0] == origin.kind):
                continue
            row = rows.setdefault(part, (origin.kind, origin.id, part))
            origins = uses.setdefault(used, {})
            origins[row] = field or origins.get(row, False)
    named = {used: tuple(row for row, field in origins.items() if field) for used, origins in uses.items()}
    return Uses({used: tuple(origins) for used, origins in uses.items()}), Uses(
        {used: origins for used, origins in named.items() if origins}
    )


def _row(entries: Entries, lead: Lead) -> _Row | None:
    target = resolve(entries, lead)
    return None if isinstance(target, Unresolved) else (target.kind, target.id, target.part)
