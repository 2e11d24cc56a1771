"""Every address outside the handbook that it leads its readers to, with each place where it is written.

What the command saw of an address stands in links.yml; that file is no place where an address is used. Patterns of the
repository's addresses are none either: what stands in their braces is written only on a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.library.entry import Entry, HandPage
from handbook.library.library import Library
from handbook.library.mentions import in_file, texts_of_entry
from handbook.library.target import SETTINGS, Target
from handbook.reading.fields import URL_PATTERN
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, ValuePath
from handbook.reading.prose import scan
from handbook.records.case import Case
from handbook.records.links import Links, Outcome
from handbook.settings.settings import Settings

MARK = "://"
"""A quick look for it tells most files that lead nowhere outside."""
_WHOLE = re.compile(URL_PATTERN)
_WITHIN = re.compile(r"https?://[^\s<>\"“”()]+(?<![.,;:!?…])", re.IGNORECASE)
_RANKS: dict[Outcome, int] = {"moved": 1, "refused": 1}


@dataclass(frozen=True, slots=True)
class OutsideUse:
    """One place where an outside address is written."""

    address: str
    origin: Target
    """The record or page; the settings for what stands in them."""
    file: ReadFile
    path: ValuePath = ()
    """Where in the file's values; empty for prose."""
    occurrence: int = 0
    """Which one of the same addresses in this text."""
    within_body: Place | None = None
    """Where in the prose body."""

    def place(self) -> Place:
        """Find where the address stands."""
        if self.within_body is not None:
            return in_file(self.file, self.within_body)
        return self.file.place_of(self.path, self.address, self.occurrence)


def outside_uses(library: Library) -> dict[str, tuple[OutsideUse, ...]]:
    """Give every outside address, in order, with the places where it is written."""
    found: dict[str, list[OutsideUse]] = {}
    for use in _uses(library):
        found.setdefault(use.address, []).append(use)
    return {address: tuple(found[address]) for address in sorted(found)}


def links_to_look_at(library: Library) -> tuple[tuple[str, tuple[OutsideUse, ...]], ...]:
    """Give every outside address: first those that did not answer, then those nobody knows of, then the others."""
    uses = outside_uses(library)
    return tuple((address, uses[address]) for address in sorted(uses, key=lambda one: (_rank(library, one), one)))


def _rank(library: Library, address: str) -> int:
    link = library.links.of(address)
    if link is None:
        return 2
    return 0 if link.is_dead else _RANKS.get(link.outcome, 3)


def _uses(library: Library) -> Iterator[OutsideUse]:
    yield from _of_settings(library.settings)
    for entry in library.written():
        if not isinstance(entry.record, Links) and MARK in entry.file.text:
            for path, text in texts_of_entry(entry):
                yield from _of_text(entry.target, entry.file, path, text)
            if isinstance(entry, Entry) and isinstance(entry.record, Case):
                yield from _of_prose(entry)
    for page in library.pages.values():
        if MARK in page.file.body:
            yield from _of_prose(page)


def _of_settings(settings: Settings) -> Iterator[OutsideUse]:
    deployment = settings.deployment
    texts: tuple[tuple[ValuePath, str | None], ...] = (
        (("address",), deployment.address),
        (("contact",), deployment.contact),
        *((("footer", number), sentence) for number, sentence in enumerate(deployment.footer)),
    )
    for path, text in texts:
        yield from _of_text(SETTINGS, settings.deployment_file, path, text or "")


def _of_text(origin: Target, file: ReadFile, path: ValuePath, text: str) -> Iterator[OutsideUse]:
    if MARK not in text:
        return
    if _WHOLE.match(text):
        yield OutsideUse(text, origin, file, path)
        return
    seen: dict[str, int] = {}
    for written in _WITHIN.findall(text):
        seen[written] = seen.get(written, -1) + 1
        yield OutsideUse(written, origin, file, path, seen[written])


def _of_prose(one: Entry | HandPage) -> Iterator[OutsideUse]:
    for link in scan(one.file.body).links:
        if link.target is not None and _WHOLE.match(link.target):
            yield OutsideUse(link.target, one.target, one.file, within_body=link.place)
