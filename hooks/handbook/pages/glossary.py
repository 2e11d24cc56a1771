"""The glossary of a library, ready to explain the terms of its pages."""

from handbook.library.library import Library
from handbook.pages.terms import Glossary, glossary_of
from handbook.pages.terms import Term as PlainTerm
from handbook.records.term import Term
from handbook.views.inline import line_of, plain

KIND = "term"
"""The kind of record that holds a term."""


def library_glossary(library: Library) -> Glossary:
    """Make the terms of a library ready to be found in pages."""
    return glossary_of(
        PlainTerm(
            id=entry.id,
            title=entry.record.title,
            meaning=plain(line_of(library, entry.record.meaning)),
            writings=(entry.record.title, *entry.record.spellings),
            abbreviations=entry.record.abbreviations,
        )
        for entry in library.of_kind(KIND)
        if isinstance(entry.record, Term) and entry.record.explained
    )
