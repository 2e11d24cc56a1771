"""Records are opened when they are looked into, and only so many stay open."""

from dataclasses import replace

import pytest

from handbook.library import entries as entries_module
from handbook.library.card import card_of
from handbook.library.entries import Entries, Shelved, shelved
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.references import Reference
from libraries import library_of, statement

A, B, BOOK = Target("term", "a"), Target("term", "b"), Target("source", "book")
LIBRARY = library_of(
    {
        "source/book": {"statements": [statement("s")], "note": "Ở https://a.example/, https://b.example/."},
        "term/a": {"meaning": "((b)) và ((book#s))", "old_ids": ["cu"], "review_every": 6},
        "term/b": {"draft": True, "review_every": 6},
    }
)


def shelf(opened: list[Target]) -> Entries:
    """The records, with a list of what was opened."""

    def open_(entry: Entry) -> Entry:
        opened.append(entry.target)
        return entry

    def later(entry: Entry) -> Shelved:
        return Shelved(card_of(entry), lambda: open_(entry))

    return Entries({target: later(entry) for target, entry in LIBRARY.entries.items()})


def test_what_all_are_asked_opens_none() -> None:
    """Which there are, what they are called and were, their parts, and whether they are drafts stands on cards."""
    opened: list[Target] = []
    entries = shelf(opened)

    assert (list(entries), len(entries), A in entries, Target("term", "c") in entries) == ([BOOK, A, B], 3, True, False)
    assert entries.kinds() == ("source", "term")
    assert (list(entries.kinds_of("a")), list(entries.kinds_of("c"))) == (["term"], [])
    assert (list(entries.targets("term")), list(entries.targets("form"))) == ([A, B], [])
    assert (list(entries.parts_of(BOOK)), list(entries.parts_of(A))) == (["s"], [])
    assert [entries.is_draft(target) for target in entries] == [False, False, True]
    assert entries.former() == {Target("term", "cu"): A}
    assert entries.resolve(Reference("", "book", "s"), frozenset()) == Target("source", "book", "s")
    assert list(entries.outside()) == [(BOOK, ("https://a.example/", "https://b.example/"))]
    assert [(target, listing.title) for target, listing in entries.listings("term")] == [
        (target, LIBRARY.entries[target].record.title) for target in (A, B)
    ]
    assert entries.filling("term")["meaning",] == A
    assert entries.filling("term")["draft",] == B
    assert entries.filling("form") == {}
    assert entries.card(A).file == LIBRARY.entries[A].file.name
    assert opened == []


def test_a_record_is_opened_once_as_long_as_it_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many do; the one that was opened first makes room."""
    opened: list[Target] = []
    entries = shelf(opened)
    monkeypatch.setattr(entries_module, "MOST_OPEN", 2)

    for target in (A, B, A, B):
        assert entries[target] == LIBRARY.entries[target]
    assert opened == [A, B]

    for target in (BOOK, B, A):
        assert entries[target] == LIBRARY.entries[target]
    assert opened == [A, B, BOOK, A]


def test_only_what_is_read_again_is_opened_for_it() -> None:
    """A draft is not, whatever it asks for."""
    opened: list[Target] = []

    assert [entry.target for entry in shelf(opened).under_review()] == [A]
    assert opened == [A]


def test_records_can_be_left_out_or_exchanged() -> None:
    """The others stay what they are, and none of them is opened for it."""
    opened: list[Target] = []
    entries = shelf(opened)
    other = replace(LIBRARY.entries[A], record=LIBRARY.entries[A].record.model_copy(update={"title": "Khác"}))

    assert list(entries.without({B})) == [BOOK, A]
    assert entries.with_entries(other)[A].record.title == "Khác"
    assert opened == []
    assert dict(entries.without(())) == dict(LIBRARY.entries)


def test_what_was_opened_for_good_is_never_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files may change meanwhile: nobody reads them."""
    opened: list[Target] = []
    monkeypatch.setattr(entries_module, "MOST_OPEN", 1)

    for_good = shelf(opened).opened()

    assert opened == [BOOK, A, B]
    assert [dict(for_good) == dict(LIBRARY.entries) for _ in range(2)] == [True, True]
    assert opened == [BOOK, A, B]


def test_a_record_at_hand_has_a_card_too() -> None:
    """Whether it was kept or just read makes no difference to who asks."""
    entry = LIBRARY.entries[A]

    assert shelved(entry).card == LIBRARY.entries.card(A)
    assert shelved(entry).open() is entry


def test_a_library_names_who_refers_to_a_record() -> None:
    """Settings, sheets, records and pages, without a record being opened for it."""
    assert isinstance(LIBRARY, Library)
    assert LIBRARY.uses[B] == (A,)
