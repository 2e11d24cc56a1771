"""By what the cases and topics of an index can be found: kind of branch, place, size, problem, criterion, form.

Knows nothing of filters: a list that says these things of each entry is of use without them.
"""

from collections.abc import Iterable, Iterator, Sequence

from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.case import Case
from handbook.records.criteria import Part
from handbook.records.references import CriterionReference, ProblemReference
from handbook.records.statement import Value
from handbook.records.topic import Topic
from handbook.settings.vocabulary import Entry as Named
from handbook.text.slug import slug
from handbook.views.blocks import Facet, FacetValue, Words
from handbook.views.inline import line_of, link, name, plain, value_words

SIZES = (10, 30, 100)
"""Where one size of branch ends and the next begins: the smallest number of the larger one."""


def facets_of(library: Library, entry: Entry) -> tuple[Facet, ...]:
    """Give by what a record can be found; nothing for kinds that are read from top to bottom."""
    record = entry.record
    found: Iterable[Facet] = ()
    if isinstance(record, Case):
        found = _case(library, entry.target, record)
    elif isinstance(record, Topic):
        found = _topic(library, record)
    return tuple(facet for facet in found if facet.values)


def _case(library: Library, target: Target, case: Case) -> Iterator[Facet]:
    yield _types(library, case)
    yield Facet("area", "Địa bàn", (_plain(case.area),) if case.area else ())
    value = library.value(case.size) if case.size else None
    yield Facet("size", "Quy mô", (_size(library, value),) if value else ())
    yield Facet("problem", "Khó khăn liên quan", tuple(_problem(library, one) for one in case.problems))
    yield Facet("criterion", "Giúp tiêu chí", tuple(_criterion(library, one) for one in case.criteria))
    yield Facet("format", "Hình thức họp", tuple(_plain(text) for text in _formats(library, target)))


def _topic(library: Library, topic: Topic) -> Iterator[Facet]:
    yield _types(library, topic)
    yield Facet("quarter", "Hợp vào", _named(library.settings.vocabulary.quarters, topic.quarters))
    yield Facet("format", "Hình thức", tuple(_plain(plain(line_of(library, one.text))) for one in topic.formats))


def _types(library: Library, record: Case | Topic) -> Facet:
    return Facet("branch-type", "Loại hình", _named(library.settings.vocabulary.branch_types, record.branch_types))


def _formats(library: Library, case: Target) -> Iterator[str]:
    """Give the forms of meeting for which a topic names the case as an example, each once."""
    topics = {origin.whole() for origin in library.uses.get(case, ()) if origin.kind == "topic"}
    told = (
        plain(line_of(library, form.text))
        for entry in map(library.entry, sorted(topics))
        if isinstance(entry.record, Topic)
        for form in entry.record.formats
        if any(library.resolve(reference) == case for reference in form.cases)
    )
    yield from dict.fromkeys(told)


def _plain(text: str) -> FacetValue:
    words = text.rstrip(".")
    return FacetValue(slug(words), words, Words(words))


def _named(entries: Iterable[Named], ids: Sequence[str]) -> tuple[FacetValue, ...]:
    titles = {entry.id: entry.title for entry in entries}
    return tuple(FacetValue(one, titles[one], Words(titles[one])) for one in ids)


def _problem(library: Library, reference: ProblemReference) -> FacetValue:
    shown = link(library, library.target(reference))
    return FacetValue(shown.target.id, shown.words, shown)


def _criterion(library: Library, reference: CriterionReference) -> FacetValue:
    """Show the number alone, which leads to the sentence; a filter says the sentence."""
    target = library.target(reference)
    part = library.entry(target).parts[target.part].model
    shown = link(library, target, part.number if isinstance(part, Part) else None)
    return FacetValue(f"{target.id}.{target.part}", name(library, target), shown)


def _size(library: Library, value: Value) -> FacetValue:
    edges = (0, *SIZES)
    least = max(edge for edge in edges if edge <= value.amount)
    more = next((edge for edge in SIZES if edge > value.amount), None)
    words = f"Từ {least} trở lên" if more is None else f"Từ {least} đến {more - 1}" if least else f"Dưới {more}"
    return FacetValue(f"from-{least}", words, Words(value_words(library, value)))
