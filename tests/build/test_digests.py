"""What was told of something stands for something else as soon as it would be told otherwise."""

from collections.abc import Mapping

import pytest

from handbook.build.digests import Digests
from handbook.build.told import ABSENT
from handbook.library.reads import read_of_told
from handbook.library.target import Target
from handbook.views.inline import name, named_link
from libraries import DAY, Fields, library_of, statement

BOOK = Target("source", "book")


def _told(title: str, note: str = "Ghi chú.") -> list[bytes]:
    fields = {"title": title, "note": note, "statements": [statement("a")]}
    digests = Digests(library_of({"source/book": fields}), {})
    return [digests.of_one(read_of_told(tell, BOOK)) for tell in (name, named_link)]


def test_an_answer_stands_for_itself_alone() -> None:
    """Another title makes another name; a change that the name does not show makes none."""
    assert _told("Sách") == _told("Sách", note="Ghi chú khác.")
    assert all(one != other for one, other in zip(_told("Sách"), _told("Sách khác"), strict=True))


def test_who_asks_about_what_is_gone_learns_of_it() -> None:
    """A record that was deleted stands for nothing, which is not what it stood for before."""
    digests = Digests(library_of({"source/other": {"statements": [statement("a")]}}), {})

    assert digests.of_one(read_of_told(named_link, BOOK)) == ABSENT
    assert ABSENT not in _told("Sách")


RECORDS: Mapping[str, Fields] = {
    "source/book": {"statements": [statement("a")]},
    "term/one": {"meaning": "((book#a))", "old_ids": ["mot"], "review_every": 6},
    "term/two": {"meaning": "Hai."},
}
PAGES = {"x.md": "Một trang."}
SHEETS: Mapping[str, Fields] = {"changes": {"changes": [{"date": DAY, "text": "Mới.", "see": []}]}}
READS = (
    *("all", "uses", "named", "records", "kinds", "reviewed", "former", "outside", "pages", "sheets"),
    *(
        "record term/two",
        "parts term/two#",
        "draft term/two#",
        "title term/two#",
        "id two",
        "kind term",
        "targets term",
        "filling term",
        "listings term",
    ),
    *("uses source/book#a", "named source/book#a", "pages x.md", "sheets changes"),
)


def _digests(
    records: Mapping[str, Fields] = RECORDS, pages: Mapping[str, str] = PAGES, sheets: Mapping[str, Fields] = SHEETS
) -> dict[str, bytes]:
    digests = Digests(library_of(records, pages, sheets=sheets), {})
    return {read: digests.of_one(read) for read in READS}


EVERYTHING = {"all", "uses", "named"}


@pytest.mark.parametrize(
    ("changed", "reads"),
    [
        ({}, set()),
        ({"term/two": {"meaning": "Khác."}}, {"record term/two", "kind term"}),
        (
            {"term/two": {"meaning": "Hai.", "title": "Khác"}},
            {"record term/two", "title term/two#", "kind term", "listings term"},
        ),
        (
            {"term/two": {"meaning": "Hai.", "draft": True}},
            {"record term/two", "draft term/two#", "kind term", "filling term"},
        ),
        (
            {"term/two": {"meaning": "((book#a))"}},
            {"record term/two", "kind term", "uses source/book#a"},
        ),
        (
            {"term/two": {"meaning": "Hai.", "statements": ["book#a"]}},
            {"record term/two", "kind term", "filling term", "uses source/book#a", "named source/book#a"},
        ),
        ({"term/two": {"meaning": "Hai.", "old_ids": ["hai"]}}, {"record term/two", "kind term", "former"}),
        ({"term/two": {"meaning": "Hai.", "review_every": 3}}, {"record term/two", "kind term", "reviewed"}),
        (
            {"term/two": {"meaning": "Xem https://a.example/."}},
            {"record term/two", "kind term", "outside"},
        ),
        (
            {"term/two": {"meaning": "Hai.", "spellings": ["hai chữ"]}},
            {"record term/two", "kind term", "filling term"},
        ),
        ({"term/three": {"meaning": "Ba."}}, {"records", "kind term", "targets term", "listings term"}),
        ({"form/two": {}}, {"records", "kinds", "id two"}),
    ],
    ids=[
        "nothing",
        "words",
        "title",
        "draft",
        "mention",
        "field",
        "old-id",
        "review",
        "outside",
        "filled",
        "another",
        "another-kind",
    ],
)
def test_what_changes_stands_for_something_else(changed: dict[str, Fields], reads: set[str]) -> None:
    """And nothing besides: what is made from the rest need not be made anew."""
    before, after = _digests(), _digests({**RECORDS, **changed})

    assert {read for read in READS if before[read] != after[read]} == reads | (EVERYTHING if changed else set())


def test_old_ids_stand_for_what_they_are_called_now() -> None:
    """Two records that exchange what they were called before are told from those that did not."""
    one, two = {"old_ids": ["mot"]}, {"old_ids": ["hai"]}
    before = _digests({"term/one": {**one}, "term/two": {**two}})
    after = _digests({"term/one": {**two}, "term/two": {**one}})

    assert before["former"] != after["former"]


def test_pages_and_sheets_stand_for_what_they_say() -> None:
    """Each for itself, and all of them together."""
    before = _digests()
    pages, sheets = _digests(pages={"x.md": "Khác."}), _digests(sheets={})

    assert {read for read in READS if before[read] != pages[read]} == {"pages", "pages x.md", *EVERYTHING}
    assert {read for read in READS if before[read] != sheets[read]} == {"sheets", "sheets changes", *EVERYTHING}
    assert sheets["sheets changes"] == ABSENT
