"""The addresses outside the handbook that one record, page or the settings lead readers to, with their places.

What the command saw of an address stands in links.yml; that file is no place where an address is used. Patterns of the
repository's addresses are none either: what stands in their braces is written only on a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.library.entry import Entry, HandPage
from handbook.library.mentions import in_file, texts_of_entry
from handbook.library.sheet import Sheet
from handbook.library.target import SETTINGS, Target
from handbook.reading.fields import URL_PATTERN
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, ValuePath
from handbook.reading.prose import scan
from handbook.records.case import Case
from handbook.records.links import Links
from handbook.settings.settings import Settings

MARK = "://"
"""A quick look for it tells most files that lead nowhere outside."""
_WHOLE = re.compile(URL_PATTERN)
_WITHIN = re.compile(r"https?://[^\s<>\"“”()]+(?<![.,;:!?…])", re.IGNORECASE)


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


def uses_of_entry(entry: Entry | Sheet) -> Iterator[OutsideUse]:
    """Give every place in a record, its story included, or in a single file."""
    if isinstance(entry.record, Links) or MARK not in entry.file.text:
        return
    for path, text in texts_of_entry(entry):
        yield from _of_text(entry.target, entry.file, path, text)
    if isinstance(entry, Entry) and isinstance(entry.record, Case):
        yield from _of_prose(entry)


def uses_of_page(page: HandPage) -> Iterator[OutsideUse]:
    """Give every place on a page written by hand."""
    if MARK in page.file.body:
        yield from _of_prose(page)


def uses_of_settings(settings: Settings) -> Iterator[OutsideUse]:
    """Give every place in the settings: the site's own address, how to reach people, the foot of all pages."""
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
