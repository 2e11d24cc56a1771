"""What references lead to is found once, and known to all who ask."""

import pytest

from handbook.library.reads import PARTS, Reads, read_of, read_of_id
from handbook.library.target import Target
from handbook.library.tracing import traced
from handbook.records.references import Reference, SourceReference, StatementReference
from libraries import library_of, statement

RECORDS_HERE = {"source/book": {"statements": [statement("a")]}}


@pytest.mark.parametrize("part", ["a", "gone"])
def test_whoever_asks_again_has_read_the_same(part: str) -> None:
    """A later page depends on what the first one read to find out, whether it leads somewhere or not."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)
    found = []
    for _ in range(2):
        with reads.watch() as seen:
            found.append((library.resolve(StatementReference("", "book", part)), set(seen)))

    assert found[0] == found[1]
    assert found[0][1] == {read_of_id("book"), read_of(PARTS, Target("source", "book"))}


def test_the_same_words_mean_what_their_field_may_lead_to() -> None:
    """A reference to a source and one to a statement, written alike, are told apart."""
    library = library_of(RECORDS_HERE)

    assert library.resolve(Reference("", "book")) == Target("source", "book")
    assert library.resolve(SourceReference("", "book", "a")) == Target("source", "book", "a")
    assert library.resolve(StatementReference("", "book", "a")) == Target("source", "book", "a")
    assert not isinstance(library.resolve(DocumentOnly("", "book", "a")), Target)


class DocumentOnly(Reference):
    """Leads to a document alone."""

    kinds = ("document",)
