"""Every address outside the handbook that it leads its readers to, with all that leads there."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.library.library import Library
from handbook.library.outside import OutsideUse, uses_of_entry, uses_of_page, uses_of_settings
from handbook.library.target import Target
from handbook.records.links import Outcome


@dataclass(frozen=True, slots=True)
class Leading:
    """What leads outside: a record or page as a whole, the settings, or a single file."""

    origin: Target
    file: str = ""
    """The file as people know it, of what may have no page."""


_RANKS: dict[Outcome, int] = {"moved": 1, "refused": 1}


def outside_uses(library: Library) -> dict[str, tuple[OutsideUse, ...]]:
    """Give every outside address, in order, with the places where it is written; every record is opened for that."""
    found: dict[str, list[OutsideUse]] = {}
    for use in _uses(library):
        found.setdefault(use.address, []).append(use)
    return {address: tuple(found[address]) for address in sorted(found)}


def links_to_look_at(library: Library) -> tuple[tuple[str, tuple[Leading, ...]], ...]:
    """Give every outside address with all that leads there, each once; no record is opened.

    First those that did not answer, then those nobody knows of, then the others.
    """
    found: dict[str, dict[Leading, None]] = {}
    for address, leading in _led(library):
        found.setdefault(address, {})[leading] = None
    order = sorted(found, key=lambda address: (_rank(library, address), address))
    return tuple((address, tuple(found[address])) for address in order)


def _rank(library: Library, address: str) -> int:
    link = library.links.of(address)
    if link is None:
        return 2
    return 0 if link.is_dead else _RANKS.get(link.outcome, 3)


def _uses(library: Library) -> Iterator[OutsideUse]:
    yield from uses_of_settings(library.settings)
    for entry in library.written():
        yield from uses_of_entry(entry)
    for page in library.pages.values():
        yield from uses_of_page(page)


def _led(library: Library) -> Iterator[tuple[str, Leading]]:
    for use in uses_of_settings(library.settings):
        yield use.address, Leading(use.origin, use.file.name)
    for target, addresses in library.entries.outside():
        yield from ((address, Leading(target)) for address in addresses)
    for sheet in library.sheets.values():
        yield from ((use.address, Leading(use.origin, use.file.name)) for use in uses_of_entry(sheet))
    for page in library.pages.values():
        yield from ((use.address, Leading(use.origin)) for use in uses_of_page(page))
