"""What was told of something stands for something else as soon as it would be told otherwise."""

from handbook.build.digests import ABSENT, Digests
from handbook.library.target import Target
from handbook.library.tracing import read_of_told
from handbook.views.inline import named_link, short_name
from libraries import library_of, statement

BOOK = Target("source", "book")


def _told(title: str, note: str = "Ghi chú.") -> list[bytes]:
    fields = {"title": title, "note": note, "statements": [statement("a")]}
    digests = Digests(library_of({"source/book": fields}), {})
    return [digests.of_one(read_of_told(tell, BOOK)) for tell in (short_name, named_link)]


def test_an_answer_stands_for_itself_alone() -> None:
    """Another title makes another name; a change that the name does not show makes none."""
    assert _told("Sách") == _told("Sách", note="Ghi chú khác.")
    assert all(one != other for one, other in zip(_told("Sách"), _told("Sách khác"), strict=True))


def test_who_asks_about_what_is_gone_learns_of_it() -> None:
    """A record that was deleted stands for nothing, which is not what it stood for before."""
    digests = Digests(library_of({"source/other": {"statements": [statement("a")]}}), {})

    assert digests.of_one(read_of_told(named_link, BOOK)) == ABSENT
    assert ABSENT not in _told("Sách")
