"""No two terms claim the same writing, so that a word in a text means one thing."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import of_model
from handbook.library.library import Library
from handbook.reading.places import ValuePath
from handbook.records.term import Term


def writings_differ(library: Library) -> Iterator[Finding]:
    """Tell a term whose word, abbreviation or other spelling belongs to another term already."""
    owners: dict[str, str] = {}
    for entry, term in of_model(library.of_kind("term"), Term):
        for path, writing in _writings(term):
            owner = owners.setdefault(writing.casefold(), entry.id)
            if owner != entry.id:
                place = entry.file.place(path)
                yield Finding(
                    entry.file.name,
                    place.line,
                    place.column,
                    Code.TERM_WRITING,
                    f"“{writing}” đã là cách viết của thuật ngữ “{owner}”.",
                    "Gộp hai thuật ngữ, hoặc bỏ cách viết này ở một nơi.",
                )


def _writings(term: Term) -> Iterator[tuple[ValuePath, str]]:
    yield ("title",), term.title
    yield from ((("abbreviations", index), writing) for index, writing in enumerate(term.abbreviations))
    yield from ((("spellings", index), writing) for index, writing in enumerate(term.spellings))
