"""What several kinds of page say alike: where a record is used, what a thing rests on, the ready citation."""

from collections.abc import Iterable

from handbook.addresses.addresses import Addresses
from handbook.library.certainty import Level
from handbook.library.library import Library
from handbook.library.target import PAGE, Target
from handbook.records.checklist import Item
from handbook.records.document import Document
from handbook.records.shared import ItemReference, Reference, StatementReference, SupportedLine
from handbook.text.formats import date
from handbook.views.blocks import (
    Basis,
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
    Tone,
    Words,
)
from handbook.views.inline import certainty, item_number, kind_chip, line_of, link, short_title, words

PAGE_WORDS = "Hướng dẫn"
SOURCE_WORDS = "nguồn"
DOUBTFUL = frozenset({Level.UNCHECKED, Level.DISPUTED})


def bases(library: Library, statements: Iterable[StatementReference]) -> tuple[Basis, ...]:
    """Give what something rests on: each document or source once, as sure as its least sure statement."""
    weakest: dict[Target, Target] = {}
    for reference in statements:
        target = library.target(reference)
        known = weakest.setdefault(target.whole(), target)
        if _sureness(library, target) < _sureness(library, known):
            weakest[target.whole()] = target
    return tuple(
        Basis(link(library, target, short_title(library.entry(target))), certainty(library, target))
        for target in weakest.values()
    )


def _sureness(library: Library, target: Target) -> tuple[int, int]:
    judgement = library.judge(target)
    return (-tuple(Level).index(judgement.level), judgement.agreeing)


def origin_link(library: Library, origin: Target) -> Link:
    """Give a link to what refers: a record's part, a record, or a page written by hand."""
    if origin.kind == PAGE:
        return Link(library.pages[origin.id].meta.title, origin)
    return link(library, origin)


def origin_links(library: Library, origins: Iterable[Target]) -> tuple[Link, ...]:
    """Give links to what refers, record by record; a checklist is named once, then its items by number alone."""
    by_record: dict[Target, list[Target]] = {}
    for origin in origins:
        by_record.setdefault(origin.whole(), []).append(origin)
    links = []
    for parts in by_record.values():
        for index, origin in enumerate(parts):
            number = _item_number(library, origin) if index else None
            links.append(link(library, origin, number) if number else origin_link(library, origin))
    return tuple(links)


def _item_number(library: Library, target: Target) -> str | None:
    entry = library.entries.get(target.whole())
    part = entry.parts.get(target.part) if entry else None
    return item_number(entry, target.part) if entry and part and isinstance(part.model, Item) else None


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
    entries = tuple(Entry(origin_link(library, origin), kind=_kind_of(library, origin)) for origin in found)
    return (Section("duoc-dung-o", f"Được dùng ở {len(found)} trang", (Entries(entries),)),)


def unclear_note(library: Library, texts: tuple[str, ...]) -> tuple[Note, ...]:
    """Show where the source itself is unclear."""
    lines = tuple(line_of(library, text) for text in texts)
    return (Note("Chỗ nguồn chưa rõ", lines, Tone.UNCLEAR),) if lines else ()


def bullets(library: Library, texts: Iterable[str], *, caution: bool = False) -> Bullets:
    """Give texts as a list."""
    return Bullets(tuple(line_of(library, text) for text in texts), caution)


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


def documents_line(library: Library, references: Iterable[Reference]) -> Line:
    """Name documents one after the other."""
    line: list[Words | Link] = []
    for reference in references:
        if line:
            line.append(Words(", "))
        line.append(link(library, library.target(reference)))
    return tuple(line)


def description(text: str) -> str:
    """Cut a text to what a search result shows, at a word's end."""
    longest = 160
    if len(text) <= longest:
        return text
    end = text.rfind(" ", 0, longest)
    return text[: end if end > 0 else longest - 1].rstrip(" ,.;:") + "…"


def _kind_of(library: Library, origin: Target) -> Chip:
    if origin.kind == PAGE:
        return Chip(ChipFamily.KIND, PAGE_WORDS)
    return kind_chip(library, origin.kind)


def document_of(library: Library, target: Target) -> Document | None:
    """Give the document a target leads to or into, if it is one."""
    record = library.entry(target).record
    return record if isinstance(record, Document) else None


def role_words(library: Library, roles: Iterable[str]) -> str:
    """Name roles from their closed list."""
    titles = {role.id: role.title for role in library.settings.vocabulary.roles}
    return ", ".join(titles[role] for role in roles)


def item_links(library: Library, references: Iterable[ItemReference]) -> tuple[Link, ...]:
    """Give links to items of checklists, a checklist named once."""
    return origin_links(library, (library.target(reference) for reference in references))


def with_bases(library: Library, line: Line, statements: Iterable[StatementReference]) -> Line:
    """Put after a line what it rests on, in brackets; how sure that is only where it is in doubt."""
    pieces: list[Words | Link] = []
    for basis in bases(library, statements):
        doubt = f" ({basis.certainty.short_words.lower()})" if basis.certainty.dial in DOUBTFUL else ""
        shown = Link(SOURCE_WORDS, basis.link.target) if basis.link.target.kind == "source" else basis.link
        pieces += [Words(", " if pieces else " ("), shown, *((Words(doubt),) if doubt else ())]
    return (*line, *pieces, Words(")")) if pieces else line


def supported_line(library: Library, line: SupportedLine) -> Line:
    """Give a sentence with what it rests on."""
    return with_bases(library, line_of(library, line.text), line.statements)
