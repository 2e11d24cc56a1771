"""A record is read again exactly when its file has other bytes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from handbook.build.kept_records import KeptRecords
from handbook.build.memory import open_memory
from handbook.library import record_files
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.reading.files import ReadFile
from handbook.reading.validation import validate
from handbook.settings.loading import load_settings
from second_handbooks import copy_of_second

CASE = "du-lieu/cases/toa-b.md"


class Handbook:
    """A handbook whose records are kept."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.config = copy_of_second(folder)
        self.memory = folder / "memory"
        self.read: list[str] = []

        def noted(model: type, read: ReadFile) -> object:
            self.read.append(read.name)
            return validate(model, read)

        monkeypatch.setattr(record_files, "validate", noted)

    @contextmanager
    def loaded(self) -> Iterator[Library]:
        """Load it; `read` then holds the files whose records were read."""
        self.read.clear()
        settings, _ = load_settings(self.config)
        assert settings is not None
        memory = open_memory(self.memory, "stamp")
        shelf = KeptRecords(memory)
        library, _ = load_library(settings, shelf)
        shelf.close()
        yield library
        memory.close()

    @property
    def case(self) -> Path:
        """The file of a case."""
        return self.config.parent / CASE


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Handbook:
    """A handbook that was loaded once."""
    made = Handbook(tmp_path, monkeypatch)
    with made.loaded() as library:
        assert len(made.read) == len(library.entries)
    return made


def test_what_is_as_it_was_is_not_read_again(handbook: Handbook) -> None:
    """The library is the same, places in the files included."""
    with handbook.loaded() as kept:
        assert handbook.read == []
    handbook.memory.unlink()
    with handbook.loaded() as read:
        assert dict(kept.entries) == dict(read.entries)
        assert [one.place() for one in kept.referrings] == [one.place() for one in read.referrings]
        assert (kept.uses, kept.named) == (read.uses, read.named)


def test_another_text_is_read_though_it_is_as_long_and_as_old(handbook: Handbook) -> None:
    """Bytes decide, not the time of the file."""
    text, status = handbook.case.read_text("utf-8"), handbook.case.stat()
    handbook.case.write_text(text.replace("a", "b"), "utf-8")
    os.utime(handbook.case, ns=(status.st_atime_ns, status.st_mtime_ns))

    with handbook.loaded():
        assert handbook.read == [CASE]


def test_what_there_is_something_to_tell_of_is_told_each_time(handbook: Handbook) -> None:
    """A finding belongs to the reading, so that a file with one is read again."""
    text = handbook.case.read_text("utf-8")
    handbook.case.write_text(text.replace("---\n", "---\nkhong_co: 1\n", 1), "utf-8")
    for _ in range(2):
        with handbook.loaded():
            assert handbook.read == [CASE]


def test_what_is_gone_is_forgotten(handbook: Handbook) -> None:
    """Otherwise the memory would grow with every record there ever was."""
    with closing(sqlite3.connect(handbook.memory)) as connection:
        before = connection.execute("SELECT count(*) FROM answers").fetchone()[0]
    handbook.case.unlink()
    with handbook.loaded():
        pass
    with closing(sqlite3.connect(handbook.memory)) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone()[0] == before - 1


def test_a_damaged_memory_counts_as_none(handbook: Handbook) -> None:
    """Whatever stands in the file: what cannot be trusted is read again."""
    with closing(sqlite3.connect(handbook.memory)) as connection:
        connection.execute("UPDATE answers SET content = x'00' WHERE key = ?", (CASE,))
        connection.commit()

    with handbook.loaded() as library:
        assert handbook.read == []
        library.entries.opened()
        assert handbook.read == [CASE]
