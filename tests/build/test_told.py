"""What a library told before need not be found again as long as all that was read for it is as it was."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from handbook.build.digests import Digests
from handbook.build.kept_answers import KeptAnswers
from handbook.build.memory import open_memory
from handbook.build.told import ABSENT, Told
from handbook.library.library import Library
from handbook.library.reads import Reads, read_of_told
from handbook.library.target import Target
from handbook.library.tracing import traced
from libraries import library_of

BOOK, OTHER = Target("source", "book"), Target("source", "other")
ASKED: list[Target] = []


def title(library: Library, target: Target) -> str:
    """Tell what a record is called."""
    ASKED.append(target)
    return library.entry(target).record.title


def titles(library: Library, target: Target) -> str:
    """Tell something with the help of another answer."""
    return f"{library.told(title, target)}!"


@pytest.fixture(autouse=True)
def _nothing_asked() -> Iterator[None]:
    ASKED.clear()
    yield
    ASKED.clear()


def told(file: Path, tell: object, target: Target = BOOK, **records: dict[str, str]) -> bytes:
    """Ask as one build does; gives the digest of the answer."""
    library = library_of({f"source/{name}": fields for name, fields in records.items()})
    with closing(open_memory(file, "stamp")) as memory:
        answers, reads = KeptAnswers(memory, "told"), Reads()
        digests = Digests(library, {}, Told(traced(library, reads), reads, answers))
        asked = read_of_told(tell, target)  # type: ignore[arg-type]
        found = digests.of_one(asked)
        answers.close([asked])
    return found


@pytest.mark.parametrize("tell", [title, titles])
def test_what_is_as_it_was_is_not_found_again(tmp_path: Path, tell: object) -> None:
    """Whatever else has changed, and through however many other answers."""
    before = told(tmp_path / "memory", tell, book={"title": "Sách"}, other={"title": "Một"})
    assert ASKED == [BOOK]

    assert told(tmp_path / "memory", tell, book={"title": "Sách"}, other={"title": "Hai"}) == before
    assert ASKED == [BOOK]


@pytest.mark.parametrize("tell", [title, titles])
def test_what_was_read_and_changed_is_asked_again(tmp_path: Path, tell: object) -> None:
    """The answer may be the same as before, and then stands for the same."""
    before = told(tmp_path / "memory", tell, book={"title": "Sách"})

    assert told(tmp_path / "memory", tell, book={"title": "Sách", "note": "Ghi chú."}) == before
    assert told(tmp_path / "memory", tell, book={"title": "Sách khác"}) != before
    assert ASKED == [BOOK] * 3


def test_what_was_gone_is_asked_again_once_it_is_there(tmp_path: Path) -> None:
    """That it was not there was read, too."""
    assert told(tmp_path / "memory", title, other={}) == ABSENT
    assert told(tmp_path / "memory", title, other={"title": "Khác"}) == ABSENT
    assert ASKED == [BOOK]

    assert told(tmp_path / "memory", title, book={"title": "Sách"}) != ABSENT


def test_what_nobody_asks_any_more_is_forgotten(tmp_path: Path) -> None:
    """Otherwise the memory would grow with every question there ever was."""
    told(tmp_path / "memory", title, book={"title": "Sách"}, other={"title": "Khác"})
    told(tmp_path / "memory", title, OTHER, book={"title": "Sách"}, other={"title": "Khác"})
    told(tmp_path / "memory", title, book={"title": "Sách"}, other={"title": "Khác"})

    assert ASKED == [BOOK, OTHER, BOOK]
