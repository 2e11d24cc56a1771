"""Lines that several kinds of page say alike: what a thing rests on, what refers to it, roles, documents."""

from collections.abc import Iterable

from handbook.addresses.long_pages import MOST_USES
from handbook.library.certainty import Judgement, Level
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.records.checklist import Item
from handbook.records.references import ItemReference, Reference, StatementReference
from handbook.records.shared import SupportedLine
from handbook.text.formats import number
from handbook.views.blocks import (
    Basis,
    Bullets,
    Line,
    Link,
    Words,
)
from handbook.views.inline import item_number, judged, line_of, link

SOURCE_WORDS = "nguồn"
LADDER = tuple(Level)
DOUBTFUL = frozenset({Level.UNCHECKED, Level.DISPUTED})


def bases(library: Library, statements: Iterable[StatementReference]) -> tuple[Basis, ...]:
    """Give what something rests on: each document or source once, as sure as its least sure statement."""
    weakest: dict[Target, Target] = {}
    for reference in statements:
        target = library.target(reference)
        known = weakest.setdefault(target.whole(), target)
        if known != target and _sureness(library.judge(target)) < _sureness(library.judge(known)):
            weakest[target.whole()] = target
    return tuple(library.told(basis, target) for target in weakest.values())


def basis(library: Library, target: Target) -> Basis:
    """Give a document or source, by its short name, and how sure one of its statements is."""
    return Basis(link(library, target, library.short_title(target)), judged(library.judge(target)))


def _sureness(judgement: Judgement) -> tuple[int, int]:
    return (-LADDER.index(judgement.level), judgement.agreeing)


def origin_link(library: Library, origin: Target) -> Link:
    """Give a link to what refers: a record's part, a record, an index, a report, or a page written by hand."""
    if origin.kind == PAGE:
        return Link(library.pages[origin.id].meta.title, origin)
    if origin.kind == REPORT:
        report = library.settings.report(origin.id)
        return Link(report.title if report else origin.id, origin)
    if not origin.id:
        return Link(library.settings.kind(origin.kind).index_title, origin)
    return link(library, origin)


def origin_links(library: Library, origins: Iterable[Target]) -> tuple[Link, ...]:
    """Give links to what refers, record by record; a checklist is named once, then its items by number alone."""
    by_record: dict[Target, list[Target]] = {}
    for origin in origins:
        by_record.setdefault(origin.whole(), []).append(origin)
    links = []
    for parts in by_record.values():
        for index, origin in enumerate(parts):
            own = library.told(numbered, origin) if index else ""
            links.append(link(library, origin, own) if own else origin_link(library, origin))
    return tuple(links)


def joined(links: Iterable[Link]) -> Line:
    """Give links as one line."""
    pieces: list[Words | Link] = []
    for one in links:
        pieces += [Words(", "), one] if pieces else [one]
    return tuple(pieces)


def named_links(library: Library, origins: tuple[Target, ...]) -> Line:
    """Name what refers in one line; where it is very much, only the first of it, and how much more there is."""
    named = joined(origin_links(library, origins[:MOST_USES]))
    more = more_words(len(origins) - MOST_USES)
    return (*named, Words(f" {more}")) if more else named


def more_words(count: int) -> str:
    """Say after a list that it goes on."""
    return f"và {number(count)} nơi khác" if count > 0 else ""


def numbered(library: Library, target: Target) -> str:
    """Give the number of an item of a checklist; nothing for other targets."""
    entry = library.entries.get(target.whole())
    part = entry.parts.get(target.part) if entry else None
    return item_number(entry, target.part) if entry and part and isinstance(part.model, Item) else ""


def bullets(library: Library, texts: Iterable[str], *, caution: bool = False) -> Bullets:
    """Give texts as a list."""
    return Bullets(tuple(line_of(library, text) for text in texts), caution)


def documents_line(library: Library, references: Iterable[Reference]) -> Line:
    """Name documents one after the other."""
    line: list[Words | Link] = []
    for reference in references:
        if line:
            line.append(Words(", "))
        line.append(link(library, library.target(reference)))
    return tuple(line)


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
        doubt = f": {basis.certainty.short_words.lower()}" if basis.certainty.dial in DOUBTFUL else ""
        shown = Link(SOURCE_WORDS, basis.link.target) if basis.link.target.kind == "source" else basis.link
        pieces += [Words(", " if pieces else " ("), shown, *((Words(doubt),) if doubt else ())]
    return (*line, *pieces, Words(")")) if pieces else line


def supported_line(library: Library, line: SupportedLine) -> Line:
    """Give a sentence with what it rests on."""
    return with_bases(library, line_of(library, line.text), line.statements)
