"""Every look at a library is noted, so that what was made from it is made anew when any of it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.library.library import Library
from handbook.library.reads import ALL, RECORDS, Reads, read_of_id, read_of_record, read_of_told, unwritten, written
from handbook.library.target import PAGE, Target
from handbook.library.tracing import traced
from libraries import library_of, statement

BOOK = Target("source", "book")
RECORDS_HERE = {"source/book": {"note": "((book#a))", "statements": [statement("a")]}}


def test_a_look_within_a_look_is_known_to_both() -> None:
    """What was made on the way belongs to what it was made for as well."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)

    with reads.watch() as outer:
        assert BOOK in library.entries
        with reads.watch() as inner:
            library.entry(BOOK)

    assert inner == {read_of_record(BOOK)}
    assert outer == {read_of_id("book"), read_of_record(BOOK)}


def test_who_is_not_watched_may_look() -> None:
    """Outside a watch nothing is kept, and nothing is different."""
    library = traced(library_of(RECORDS_HERE), Reads())

    assert library.entry(BOOK).id == "book"
    assert len(library.entries) == 1


def test_what_cannot_be_a_record_is_none() -> None:
    """Only a target leads to a record; asking for anything else is no look at one."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)

    words: object = "book"
    with reads.watch() as seen:
        assert words not in library.entries
        assert seen == set()
        assert list(library.entries) == [BOOK]

    assert seen == {RECORDS}


def test_all_references_count_as_all() -> None:
    """Whoever goes through them depends on every file."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)

    with reads.watch() as seen:
        assert [one.raw for one in library.referrings] == ["((book#a))"]

    assert seen == {ALL}


def test_one_reference_counts_as_all() -> None:
    """References come from everywhere: whoever takes one depends on every file."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)

    with reads.watch() as seen:
        assert library.referrings[0].raw == "((book#a))"

    assert seen == {ALL}


def test_what_is_asked_of_cards_is_noted_by_itself() -> None:
    """Who needs to know whether a record is a draft does not depend on all it says."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)
    entries = library.entries

    with reads.watch() as seen:
        assert entries.is_draft(BOOK) is False
        assert list(entries.parts_of(BOOK)) == ["a"]
        assert list(entries.kinds_of("book")) == ["source"]
        assert list(entries.targets("source")) == [BOOK]
        assert list(entries.under_review()) == []
        assert list(entries.outside()) == []
        assert entries.filling("source")["note",] == BOOK
        assert [target for target, _ in entries.listings("source")] == [BOOK]
    asked = {"draft source/book#", "parts source/book#", "id book", "targets source", "reviewed"}
    assert seen == {*asked, "outside", "filling source", "listings source"}

    with reads.watch() as seen:
        assert entries.card(BOOK).parts == ("a",)
        assert len(library.referrings) == 1
    assert seen == {read_of_record(BOOK), ALL}


def test_what_fails_inside_an_answer_is_known_outside() -> None:
    """There is no answer on which it could depend."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)

    with reads.watch() as seen, pytest.raises(KeyError):
        library.told(count_statements, Target("source", "gone"))

    assert seen == {read_of_record(Target("source", "gone"))}


def count_statements(library: Library, target: Target) -> int:
    """Tell something that needs a look at a record."""
    return len(library.entry(target).parts)


def test_an_answer_is_all_that_is_read() -> None:
    """Who asks what a record amounts to depends on the answer; that the record was read for it makes no difference."""
    reads = Reads()
    library = traced(library_of(RECORDS_HERE), reads)

    with reads.watch() as seen:
        assert library.told(count_statements, BOOK) == 1
        assert library.told(count_statements, BOOK) == 1

    assert seen == {read_of_told(count_statements, BOOK)}


@given(st.text("ab-1"), st.text("ab/.#"), st.text("ab-1"))
def test_a_key_can_be_read_back(kind: str, target_id: str, part: str) -> None:
    """Another run asks the same again: a written key keeps its meaning, whatever the file of a page is called."""
    for target in (Target(kind, target_id, part), Target(PAGE, target_id)):
        assert unwritten(written(target)) == target
    assert unwritten(kind) == kind
