"""An old id belongs to one record or part only, and what is written today uses the new one."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.mentions import in_file
from handbook.library.old_ids import old_anchors, old_records
from handbook.library.sheet import Sheet
from handbook.library.target import Target
from handbook.reading.places import ValuePath
from handbook.reading.prose import scan
from handbook.records.shared import Identified
from handbook.rules.pages import find_generated


def old_ids_are_free(library: Library) -> Iterator[Finding]:
    """Tell an old id that is in use, or that two claim: its address could not lead to both."""
    owners: dict[Target, str] = {}
    entries = library.entries
    for now in entries:
        for number, old in enumerate(entries.card(now).old_ids):
            target = Target(now.kind, old)
            owner = owners.setdefault(target, now.id)
            if target in entries:
                yield _claimed(entries[now], ("old_ids", number), f"Id cũ “{old}” nay là id của một bản ghi khác.")
            elif owner != now.id:
                yield _claimed(entries[now], ("old_ids", number), f"Id cũ “{old}” đã thuộc bản ghi “{owner}”.")


def old_ids_of_parts_are_free(library: Library) -> Iterator[Finding]:
    """Tell an old id of a part that is in use in its record, or that two parts claim."""
    for written in library.written():
        yield from _parts(written)


def links_use_new_ids(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a link of a page written by hand that goes to an old address."""
    records = {addresses.page_file(old): new for old, new in old_records(library).items()}
    for page in library.pages.values():
        links = scan(page.file.body).links
        for stands, target in ((link.place, link.target) for link in links if link.target):
            parts = urlsplit(target)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path)))
            generated = find_generated(library, addresses, path)
            record = records.get(path) or generated
            if record is None:
                continue
            part = old_anchors(library, record).get(parts.fragment, parts.fragment)
            if generated is not None and part == parts.fragment:
                continue
            new = addresses.link_to_file(Target(record.kind, record.id, part), page.path)
            place = in_file(page.file, stands)
            message = f"Liên kết “{target}” dùng id cũ."
            yield Finding(page.file.name, place.line, place.column, Code.REFERENCE_RENAMED, message, f"Viết “{new}”.")


def _parts(entry: Entry | Sheet) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for part_id, part in entry.parts.items():
        for number, old in enumerate(part.model.old_ids if isinstance(part.model, Identified) else ()):
            owner = owners.setdefault(old, part_id)
            if old in entry.parts:
                yield _claimed(entry, (*part.path, "old_ids", number), f"Id cũ “{old}” nay là id của một phần khác.")
            elif owner != part_id:
                yield _claimed(entry, (*part.path, "old_ids", number), f"Id cũ “{old}” đã thuộc phần “{owner}”.")


def _claimed(entry: Entry | Sheet, path: ValuePath, message: str) -> Finding:
    place = entry.file.place(path)
    hint = "Bỏ id cũ này ở một nơi; một địa chỉ chỉ dẫn tới một chỗ."
    return Finding(entry.file.name, place.line, place.column, Code.RECORD_OLD_ID, message, hint)
