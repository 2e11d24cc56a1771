"""The index of a kind: every record of it, in groups that readers look for."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from handbook.library.entry import Entry, short_title
from handbook.library.library import Library
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
Grouped = tuple[str, tuple[Named, ...]]
Group = tuple[str, tuple[Entry, ...]]

SEVERAL_TYPES = "Nhiều loại hình"
ALL_TYPES = "Mọi loại hình"

DOCUMENT_GROUPS = {
    "in_force": "Còn hiệu lực",
    "unclear": "Chưa rõ hiệu lực",
    "superseded": "Đã bị thay thế",
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
    entries = sorted(library.of_kind(kind), key=lambda entry: sort_key(entry.record.title))
    groups = _groups(library, entries)
    return tuple((title, tuple((entry.target, short_title(entry)) for entry in group)) for title, group in groups)


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


def _groups(library: Library, entries: list[Entry]) -> list[Group]:
    records = [entry.record for entry in entries]
    if any(isinstance(record, Document) for record in records):
        newest = sorted(entries, key=_issued, reverse=True)
        central = [entry for entry in newest if isinstance(entry.record, Document) and not entry.record.place]
        groups = _grouped(central, lambda entry: DOCUMENT_GROUPS[_status(entry)], DOCUMENT_GROUPS.values())
        local = tuple(entry for entry in newest if entry not in central)
        return [*groups, ("Văn bản của địa phương", local)] if local else groups
    if any(isinstance(record, Source) for record in records):
        return _grouped(entries, _nature_words, NATURE_WORDS.values())
    if any(isinstance(record, Case | Topic) for record in records):
        types = [entry.title for entry in library.settings.vocabulary.branch_types]
        return _grouped(entries, lambda entry: _type_words(library, entry), [*types, SEVERAL_TYPES, ALL_TYPES])
    return [(library.settings.kind(entries[0].kind).title, tuple(entries))]


def _grouped(entries: Iterable[Entry], group_of: Callable[[Entry], str], order: Iterable[str]) -> list[Group]:
    groups: dict[str, list[Entry]] = {title: [] for title in order}
    for entry in entries:
        groups[group_of(entry)].append(entry)
    return [(title, tuple(group)) for title, group in groups.items() if group]


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


def _issued(entry: Entry) -> str:
    record = entry.record
    return record.issued_on.isoformat() if isinstance(record, Document) and record.issued_on else ""


def _status(entry: Entry) -> str:
    return entry.record.status if isinstance(entry.record, Document) else ""


def _type_words(library: Library, entry: Entry) -> str:
    """Name the group of a case or topic: the kind of branch it is of, or that it is of several."""
    types = {one.id: one.title for one in library.settings.vocabulary.branch_types}
    own = entry.record.branch_types if isinstance(entry.record, Case | Topic) else ()
    if len(own) == 1:
        return types[own[0]]
    return ALL_TYPES if len(own) == len(types) else SEVERAL_TYPES


def _nature_words(entry: Entry) -> str:
    return NATURE_WORDS[entry.record.nature] if isinstance(entry.record, Source) else ""
