"""The page of a record: its head, what it says, where it is used, how it is cited. Every kind is put together here."""

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry as RecordEntry
from handbook.library.entry import short_title
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.text.collation import SortKey, sort_key
from handbook.text.formats import date, number
from handbook.views.blocks import (
    Block,
    Bullets,
    Chip,
    ChipFamily,
    Citation,
    Entries,
    Entry,
    Line,
    Link,
    Note,
    Section,
    Strong,
    Tone,
    View,
    Words,
)
from handbook.views.inline import kind_chip, line_of, link, plain, words
from handbook.views.lines import joined, more_words, origin_link

PAGE_WORDS = "Hướng dẫn"
LONGEST_DESCRIPTION = 160
MOST_LISTED = 12
"""How many pages that use a record are listed one below the other; more are grouped, or they outgrow the page."""
MOST_GROUPED = 30
"""How many pages of one kind are then named; a page that thousands use is not to grow with them."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says before its blocks, where it differs from what every record says."""

    lead: Line = ()
    """The first sentence."""
    title: str = ""
    """The page's title, when it is not the record's."""
    chips: tuple[Chip | None, ...] = ()
    """Chips beside the kind; what is None is left out."""
    meta: tuple[Line, ...] = ()
    """Quiet lines before the day of the last review."""
    told: str = ""
    """What the description says, when it is not the lead."""


def record_page(
    library: Library,
    addresses: Addresses,
    entry: RecordEntry,
    head: Head,
    blocks: Iterable[Block],
    opening: Iterable[Block] = (),
) -> View:
    """Put a record's page together: head, blocks, where it is used, and how it is cited.

    Args:
        library: All records.
        addresses: Where the record stands.
        entry: The record.
        head: What stands before the blocks.
        blocks: What the page says between its opening and its tail.
        opening: What stands first: the facts, the status.
    """
    target = entry.target
    title = head.title or entry.record.title
    unclear = unclear_note(library, entry.record.source_unclear)
    return View(
        target=target,
        title=title,
        crumb=short_title(entry),
        description=description(head.told or plain(head.lead)),
        kind=kind_chip(library, entry.kind),
        chips=tuple(chip for chip in head.chips if chip is not None),
        lead=head.lead,
        meta=(*head.meta, *reviewed_line(library, target)),
        blocks=(
            *opening,
            *unclear,
            *blocks,
            *used_section(library, target),
            citation_section(library, addresses, target, title),
        ),
        file=entry.file.name,
        line=1,
    )


def description(text: str) -> str:
    """Cut a text to what a search result shows, at a word's end."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    end = text.rfind(" ", 0, LONGEST_DESCRIPTION)
    return text[: end if end > 0 else LONGEST_DESCRIPTION - 1].rstrip(" ,.;:") + "…"


def _kind_of(library: Library, origin: Target) -> Chip:
    if origin.kind in {PAGE, REPORT}:
        return Chip(ChipFamily.KIND, PAGE_WORDS)
    return kind_chip(library, origin.kind)


def users(library: Library, target: Target) -> tuple[Target, ...]:
    """Give the records and pages that use a record or any part of it, each once."""
    parts = (Target(target.kind, target.id, part) for part in library.entry(target).parts)
    origins = (origin for one in (target, *parts) for origin in library.uses.get(one, ()))
    return tuple(dict.fromkeys(Target(origin.kind, origin.id) for origin in origins))


def used_section(library: Library, target: Target) -> tuple[Section, ...]:
    """Say on how many pages a record is used, and on which."""
    found = users(library, target)
    if not found:
        return ()
    block: Block
    if len(found) > MOST_LISTED:
        block = _by_kind(library, found)
    else:
        block = Entries(tuple(Entry(origin_link(library, one), kind=_kind_of(library, one)) for one in found))
    return (Section("duoc-dung-o", f"Được dùng ở {number(len(found))} trang", (block,), screen_only=True),)


def _by_kind(library: Library, origins: Iterable[Target]) -> Bullets:
    """Name many pages in little room: of each kind how many there are, then their short names, in order."""
    pages: dict[str, list[Target]] = {kind.title: [] for kind in library.settings.vocabulary.kinds}
    for origin in origins:
        pages.setdefault(_kind_of(library, origin).words, []).append(origin)
    return Bullets(tuple(_kind_line(library, kind, found) for kind, found in pages.items() if found))


def _kind_line(library: Library, kind: str, pages: list[Target]) -> Line:
    first = sorted(pages, key=lambda one: library.told(filed, one)[0])[:MOST_GROUPED]
    named = joined(_short_link(library, one) for one in first)
    more = more_words(len(pages) - MOST_GROUPED)
    line = (Strong(kind), Words(f" ({number(len(pages))}): "), *named)
    return (*line, Words(f" {more}")) if more else line


def filed(library: Library, target: Target) -> tuple[SortKey, str]:
    """Give the short name of a record or page, and before it what it is sorted by."""
    named = _short_link(library, target).words
    return sort_key(named), named


def _short_link(library: Library, target: Target) -> Link:
    is_record = target in library.entries
    return link(library, target, library.short_title(target)) if is_record else origin_link(library, target)


def unclear_note(library: Library, texts: tuple[str, ...]) -> tuple[Note, ...]:
    """Show where the source itself is unclear."""
    lines = tuple(line_of(library, text) for text in texts)
    return (Note("Chỗ nguồn chưa rõ", lines, Tone.UNCLEAR),) if lines else ()


def citation_section(library: Library, addresses: Addresses, target: Target, title: str) -> Section:
    """Give a ready citation, short and full; the address stands in it where the deployment has one."""
    handbook = library.settings.deployment.name
    day = date(library.settings.date)
    address = addresses.public(target)
    full = f"{handbook}. “{title}”. Bản ngày {day}."
    if address:
        full += f" {address}"
    return Section("trich-dan", "Trích dẫn trang này", (Citation(f"{handbook}, “{title}”, {day}", full),))


def reviewed_line(library: Library, target: Target) -> tuple[Line, ...]:
    """Say when a person last read the whole record again, where that is known."""
    reviewed = library.entry(target).record.reviewed_on
    return (words(f"Kiểm lại lần cuối: {date(reviewed)}"),) if reviewed else ()
