"""What the pages that set kinds of record side by side are about, in the order in which they tell it."""

from handbook.library.certainty import Judgement
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.open_statements import open_statements
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.problem import Problem
from handbook.records.statement import Statement
from handbook.text.collation import sort_key


def tables_in_use(library: Library) -> tuple[tuple[Entry, Criteria], ...]:
    """Give the scoring tables in use: those for everybody first, and of those the ones that give points."""
    found = [
        (entry, entry.record)
        for entry in library.of_kind("criteria")
        if isinstance(entry.record, Criteria) and entry.record.standing == "current"
    ]
    return tuple(sorted(found, key=lambda one: _order(one[1])))


def _order(table: Criteria) -> tuple[str, bool, tuple[object, ...]]:
    return (table.place or "", table.total is None, sort_key(table.short_title))


def problems_by_title(library: Library) -> tuple[tuple[Entry, Problem], ...]:
    """Give the problems."""
    found = [(entry, entry.record) for entry in library.of_kind("problem") if isinstance(entry.record, Problem)]
    return tuple(sorted(found, key=lambda one: sort_key(one[1].title)))


Open = tuple[tuple[Statement, Judgement], ...]


def documents_to_compare(library: Library) -> tuple[tuple[Entry, Document, Open], ...]:
    """Give the documents of which statements have still to be compared with the text, and these statements."""
    found = [
        (entry, entry.record, doubtful)
        for entry in library.of_kind("document")
        if isinstance(entry.record, Document) and (doubtful := open_statements(library, entry))
    ]
    return tuple(sorted(found, key=lambda one: sort_key(one[1].title)))
