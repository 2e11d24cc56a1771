"""Drafts stay among themselves: nothing published leads to one, and nothing is published with its blanks unfilled."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.drafts import published
from handbook.library.library import Library
from handbook.library.mentions import in_file, leaves
from handbook.library.target import PAGE, Target
from handbook.reading.files import ReadFile
from handbook.reading.places import Place
from handbook.reading.prose import scan
from handbook.records.blanks import is_blank, may_hold_blanks
from handbook.records.destination import Destination
from handbook.rules.pages import generated_pages

_HINT = "Bỏ “draft: true” ở đó, hoặc bỏ chỗ dẫn này."


def references_lead_to_no_draft(library: Library) -> Iterator[Finding]:
    """Tell a reference from what is published to what is not."""
    for found, referrings in library.resolved():
        if not isinstance(found, Target) or not library.entries.is_draft(found.whole()):
            continue
        for referring in referrings:
            if not _is_draft(library, referring.origin):
                place = referring.place()
                message = f"“{found.id}” còn là bản nháp, chưa có trang."
                yield Finding(referring.file.name, place.line, place.column, Code.REFERENCE_DRAFT, message, _HINT)


def _is_draft(library: Library, origin: Target) -> bool:
    if origin.kind == PAGE:
        return library.pages[origin.id].meta.draft
    return origin.whole() in library.entries and library.entries.is_draft(origin.whole())


def links_lead_to_no_draft(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a link from what is published to a page that is not."""
    hidden = hidden_pages(library, addresses)
    if not hidden:
        return
    for page in library.pages.values():
        links = () if page.meta.draft else scan(page.file.body).links
        for place, target in ((link.place, link.target) for link in links if link.target):
            wanted = posixpath.join(posixpath.dirname(page.path), unquote(urlsplit(target).path))
            if posixpath.normpath(wanted) in hidden:
                yield _to_page(page.file, in_file(page.file, place), target)
    for sheet in library.sheets.values():
        for path, value, _ in leaves(sheet):
            if isinstance(value, Destination) and value.id in hidden:
                yield _to_page(sheet.file, sheet.file.place(path), value.id)


def hidden_pages(library: Library, addresses: Addresses) -> frozenset[str]:
    """Give the pages, by their file inside docs/, that are not made because of drafts."""
    shown = published(library)
    if shown is library:
        return frozenset()
    everything = {*library.pages, *generated_pages(library, addresses)}
    return frozenset(everything - {*shown.pages, *generated_pages(shown, addresses)})


def blanks_are_filled(library: Library) -> Iterator[Finding]:
    """Tell a blank of a new record that was left as it was, once the record is to be published."""
    for entry in library.entries.values():
        if entry.record.draft or not may_hold_blanks(entry.file.text):
            continue
        for path, text, _ in leaves(entry):
            if isinstance(text, str) and is_blank(text):
                yield _blank(entry.file, entry.file.place(path), text)
        for number, line in enumerate(entry.file.body.split("\n"), 1):
            if is_blank(line.strip()):
                yield _blank(entry.file, in_file(entry.file, Place(number, 1)), line.strip())


def _blank(file: ReadFile, place: Place, text: str) -> Finding:
    hint = "Điền nội dung, hoặc ghi “draft: true” để chưa đăng."
    return Finding(file.name, place.line, place.column, Code.VALUE_BLANK, f"Chỗ trống “{text}” chưa điền.", hint)


def _to_page(file: ReadFile, place: Place, page: str) -> Finding:
    message = f"Trang “{page}” còn là bản nháp, chưa đăng."
    return Finding(file.name, place.line, place.column, Code.REFERENCE_DRAFT, message, _HINT)
