"""The index of a kind: every record of it, in groups that readers look for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from handbook.library.entry import Entry, short_title
from handbook.library.library import Library
from handbook.library.listing import LOCAL, Listing
from handbook.library.target import Target
from handbook.records.case import Case
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.form import Form
from handbook.records.meeting import Meeting
from handbook.records.problem import Problem
from handbook.records.source import NATURE_WORDS, READING_WORDS, Source
from handbook.records.term import Term
from handbook.records.topic import Topic
from handbook.text.collation import sort_key
from handbook.text.formats import date, number
from handbook.text.slug import slug
from handbook.views.blocks import Block, Chip, Entries, Line, Link, Section, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.facets import facets_of
from handbook.views.inline import certainty, line_of, scope_chip, status_chip, words
from handbook.views.long_view import LongView, Unit, whole_view
from handbook.views.record_page import description

Named = tuple[Target, str]
"""A record, and its short name."""
Listed = tuple[Target, Listing]
Grouped = tuple[str, tuple[Named, ...]]
Group = tuple[str, tuple[Listed, ...]]

SEVERAL_TYPES = "Nhiều loại hình"
ALL_TYPES = "Mọi loại hình"

DOCUMENT_GROUPS = {
    "in_force": "Còn hiệu lực",
    "unclear": "Chưa rõ hiệu lực",
    "superseded": "Đã bị thay thế",
    LOCAL: "Văn bản của địa phương",
}


def index_view(library: Library, kind: str) -> View:
    """List the records of a kind."""
    return whole_view(index_in_units(library, kind))


def index_in_units(library: Library, kind: str) -> LongView:
    """List the records of a kind, each a unit."""
    groups = library.told(grouped, kind)
    sections = [("" if len(groups) == 1 else slug(title), title, group) for title, group in groups]
    return LongView(
        _head(library, kind),
        tuple(Unit(anchor, title, named) for anchor, title, group in sections for _, named in group),
        lambda units: tuple(_blocks(library, groups, units)),
    )


def grouped(library: Library, kind: str) -> tuple[Grouped, ...]:
    """Give the records of a kind in the groups and the order in which readers look for them."""
    by_title = sorted(library.entries.listings(kind), key=lambda listed: sort_key(listed[1].title))
    listings = sorted(by_title, key=lambda listed: listed[1].issued, reverse=True)
    groups = _groups(library, kind, listings)
    return tuple((title, tuple((target, listing.short_title) for target, listing in group)) for title, group in groups)


def _blocks(library: Library, groups: Sequence[Grouped], units: range) -> Iterator[Block]:
    """List some of the records, each group under its heading; a part of a group says which part it is."""
    start = 0
    for title, group in groups:
        first, last = max(units.start - start, 0), min(units.stop - start, len(group))
        start += len(group)
        if first >= last:
            continue
        some = Entries(tuple(_entry(library, library.entry(target)) for target, _ in group[first:last]))
        hint = (
            f"Từ {number(first + 1)} đến {number(last)} trong {number(len(group))}" if last - first < len(group) else ""
        )
        yield some if len(groups) == 1 else Section(slug(title), f"{title} ({last - first})", (some,), hint)


def _head(library: Library, kind: str) -> View:
    named = library.settings.kind(kind)
    return View(
        target=Target(kind),
        title=named.index_title,
        crumb=named.index_title,
        description=description(named.index_lead),
        kind=None,
        chips=(),
        lead=words(named.index_lead),
        meta=(),
        blocks=(),
    )


def _groups(library: Library, kind: str, listings: Iterable[Listed]) -> Iterator[Group]:
    titles, group_of = _grouping(library, kind)
    groups: dict[str, list[Listed]] = {title: [] for title in titles}
    for target, listing in listings:
        groups[group_of(listing.marks)].append((target, listing))
    return ((title, tuple(group)) for title, group in groups.items() if group)


def _grouping(library: Library, kind: str) -> tuple[Iterable[str], Callable[[tuple[str, ...]], str]]:
    """Give the titles of the groups of a kind, in their order, and what finds that of a record by its marks."""
    if kind == "document":
        return DOCUMENT_GROUPS.values(), lambda marks: DOCUMENT_GROUPS[marks[0]]
    if kind == "source":
        return NATURE_WORDS.values(), lambda marks: NATURE_WORDS[marks[0]]
    if kind in {"case", "topic"}:
        types = {one.id: one.title for one in library.settings.vocabulary.branch_types}
        return [*types.values(), SEVERAL_TYPES, ALL_TYPES], lambda marks: _type_words(types, marks)
    title = library.settings.kind(kind).title
    return [title], lambda _: title


def _type_words(types: Mapping[str, str], own: tuple[str, ...]) -> str:
    """Name the group of a case or topic: the kind of branch it is of, or that it is of several."""
    if len(own) == 1:
        return types[own[0]]
    return ALL_TYPES if len(own) == len(types) else SEVERAL_TYPES


def _entry(library: Library, entry: Entry) -> ListEntry:
    record = entry.record
    chips: tuple[Chip, ...] = ()
    note: Line = ()
    judged = None
    title = record.title
    if isinstance(record, Document):
        title = f"{record.number}: {record.title}"
        day = date(record.issued_on) if record.issued_on else "chưa rõ ngày"
        note = words(f"{record.issuer}, {day}")
        scope = scope_chip(library, record.place)
        chips = (status_chip(record), *((scope,) if scope else ()))
        judged = certainty(library, entry.target)
    elif isinstance(record, Source):
        parts = [record.publisher, date(record.published_on) if record.published_on else None]
        told = ", ".join(part for part in parts if part)
        note = words(f"{told}. {READING_WORDS[record.reading]}." if told else f"{READING_WORDS[record.reading]}.")
    elif isinstance(record, Term):
        note = line_of(library, record.meaning)
    elif isinstance(
        record, Checklist | Criteria | Case | Meeting | Topic | Problem | Form
    ):  # pragma: no branch - no other
        note = line_of(library, record.summary)
        scope = scope_chip(library, record.place) if isinstance(record, Criteria) else None
        chips = (scope,) if scope else ()
    return ListEntry(
        Link(title or short_title(entry), entry.target),
        note=note,
        chips=chips,
        certainty=judged,
        facets=facets_of(library, entry),
    )
