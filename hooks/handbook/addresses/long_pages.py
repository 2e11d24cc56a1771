"""Indexes and reports that are too long for one page: what stands on which of their pages.

A page of theirs grows with the handbook, and nobody can read, or send to a phone, a page of thousands of entries. How
long an entry will be is estimated from what it holds: pages are counted long before anybody makes them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate

from handbook.addresses.files import DOWNLOADS, OFFERED
from handbook.library.comparing import documents_to_compare, problems_by_title, tables_in_use
from handbook.library.library import Library
from handbook.library.outside_links import links_to_look_at
from handbook.library.target import REPORT, Target
from handbook.records.topic import Topic

LONGEST = 200_000
"""Bytes of HTML that one page may hold, its frame left aside."""
ENTRY = 1_000
"""Bytes of an entry of an index."""
FOUND_ENTRIES = {"case": 6_000, "topic": 3_500}
"""Bytes of an entry that says by what it can be found."""
CRITERION, REMEDY, STATEMENT, TOPIC_LINK, FILE_ROW, OUTSIDE = 1_100, 600, 2_100, 140, 900, 600
"""Bytes of a row of a table, of a statement with where it was seen, of a link, of a record with its files, of an
outside address."""
SECTION = 1_000
"""Bytes of a section of a report, its rows left aside."""
USE, MOST_USES = 120, 60
"""Bytes of a link to what uses something, and how many of these are named at most: thousands may use one thing, and no
page is to grow with all of them."""


def pages_of(library: Library, target: Target) -> tuple[range, ...]:
    """Give the pages of an index or a report, each as the numbers of the units that stand on it.

    A unit is what stays together: a record of an index, a section of a report. Whatever has no units has one page.
    """
    return library.told(counted_pages, Target(target.kind, target.id))


def counted_pages(library: Library, target: Target) -> tuple[range, ...]:
    """Count out the pages of an index or a report."""
    if target.kind != REPORT:
        weight = FOUND_ENTRIES.get(target.kind, ENTRY)
        weights: Iterable[int] = (weight for _ in library.entries.targets(target.kind))
    else:
        weigh = _WEIGHTS.get(target.id)
        weights = weigh(library) if weigh else ()
    return tuple(_filled(weights))


def further_pages(library: Library, target: Target) -> tuple[Target, ...]:
    """Give the pages of an index or a report after its first one."""
    count = len(pages_of(library, target))
    return tuple(Target(target.kind, target.id, page=number) for number in range(2, count + 1))


def _filled(weights: Iterable[int]) -> Iterator[range]:
    """Fill pages one after the other, so that all are about as long: a last page of one entry is of no use."""
    ends = [0, *accumulate(weights)]
    count = max(1, -(-ends[-1] // LONGEST))
    start = 0
    for number in range(1, count + 1):
        stop = start
        while stop < len(ends) - 1 and (number == count or ends[stop + 1] * count <= ends[-1] * number):
            stop += 1
        if stop > start or count == 1:
            yield range(start, stop)
        start = stop


def _tables(library: Library) -> Iterator[int]:
    for _, table in tables_in_use(library):
        yield SECTION + CRITERION * sum(1 + len(criterion.parts) for criterion in table.criteria)


def _problems(library: Library) -> Iterator[int]:
    for entry, problem in problems_by_title(library):
        uses = min(len(library.uses.get(entry.target, ())), MOST_USES)
        yield SECTION + USE * uses + REMEDY * len(problem.remedies)


def _documents(library: Library) -> Iterator[int]:
    for _, _, doubtful in documents_to_compare(library):
        yield SECTION + STATEMENT * len(doubtful)


def _branches(library: Library) -> Iterator[int]:
    topics = [entry.record for entry in library.of_kind("topic") if isinstance(entry.record, Topic)]
    if topics:
        for branch in library.settings.vocabulary.branch_types:
            own = [topic for topic in topics if branch.id in topic.branch_types]
            yield SECTION + TOPIC_LINK * sum(max(1, len(topic.quarters)) for topic in own)


def _files(library: Library) -> Iterator[int]:
    for kind in library.settings.vocabulary.kinds:
        if kind.id in OFFERED:
            yield from (FILE_ROW for _ in library.entries.targets(kind.id))


def _outside(library: Library) -> Iterator[int]:
    for _, led in links_to_look_at(library):
        yield OUTSIDE + USE * min(len(led), MOST_USES)


_WEIGHTS: Mapping[str, Callable[[Library], Iterator[int]]] = {
    "criteria-items": _tables,
    "problem-remedies": _problems,
    "to-compare": _documents,
    "topic-quarters": _branches,
    "outside-links": _outside,
    DOWNLOADS: _files,
}
"""The units of the reports that grow with the handbook."""
