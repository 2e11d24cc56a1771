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
    terms = [(entry.id, entry.record) for entry in library.of_kind(KIND) if isinstance(entry.record, Term)]
    return glossary_of(
        (
            PlainTerm(
                id=term_id,
                title=term.title,
                meaning=plain(line_of(library, term.meaning)),
                writings=(term.title, *term.spellings),
                abbreviations=term.abbreviations,
            )
            for term_id, term in terms
            if term.explained
        ),
        known=(writing for _, term in terms if not term.explained for writing in (term.title, *term.spellings)),
    )
