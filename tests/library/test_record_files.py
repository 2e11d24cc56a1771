"""A kept record that cannot be had any more is read again, as long as its file says the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.library.card import Card
from handbook.library.entry import Entry
from handbook.library.record_files import ChangedSinceError, shelve_record
from handbook.reading.sparing import GivenFields
from handbook.records.kinds import KINDS
from second_handbooks import copy_of_second

TERM = next(kind for kind in KINDS if kind.id == "term")


class LosingShelf:
    """Keeps cards, and loses every record."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}

    def take(self, name: str, file: Path) -> tuple[Card, Callable[[], Entry | None]] | None:  # noqa: ARG002 - a shelf
        """Give the card of a file."""
        return (self.cards[name], lambda: None) if name in self.cards else None

    def put(self, data: bytes, entry: Entry, card: Card) -> tuple[Card, Callable[[], Entry | None]]:  # noqa: ARG002
        """Keep the card."""
        self.cards[card.file] = card
        return card, lambda: None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a term."""
    return next((copy_of_second(tmp_path).parent / "du-lieu/terms").glob("*.yml"))


def test_a_lost_record_is_read_again(file: Path) -> None:
    """Whether it was just put there or taken from there."""
    shelf = LosingShelf()
    for _ in range(2):
        found, findings = shelve_record(TERM, file, "terms/x.yml", GivenFields(), shelf)
        assert found is not None
        assert findings == []
        assert found.open().id == file.stem


@pytest.mark.parametrize("text", ["", "title: Khác\n"], ids=["unreadable", "another"])
def test_a_lost_record_whose_file_says_something_else_is_no_record(file: Path, text: str) -> None:
    """What was found out about it does not hold any more, and nobody may go on as if it did."""
    found, _ = shelve_record(TERM, file, "terms/x.yml", GivenFields(), LosingShelf())
    assert found is not None
    before = file.read_text(encoding="utf-8")

    file.write_text(text and before.replace("title: ", "title: Khác "), encoding="utf-8")

    with pytest.raises(ChangedSinceError):
        found.open()


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    """As every file that cannot be read."""
    found, findings = shelve_record(TERM, file.with_name("x.yml"), "terms/x.yml", GivenFields())

    assert found is None
    assert [one.code.value for one in findings] == ["file.missing"]
