"""Files to take away: made once, found by the next build, and never put into a site when they have gone."""

import dataclasses
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, file_address
from handbook.build import files as files_module
from handbook.build.files import Files, make_files
from handbook.build.store import Store
from handbook.library.card import card_of
from handbook.library.entries import Entries, Shelved
from handbook.library.entry import Entry
from handbook.library.target import Target
from handbook.views.offers import Made
from libraries import library_of
from number_cases import table

WANTED = FileId(Target("criteria", "table"), Format.SPREADSHEET)


def _made(folder: Path) -> tuple[Files, list[tuple[int, int]]]:
    """Make or find the sheet of a scoring table; gives what was heard of files that had to be made."""
    library = library_of(table({"id": "a", "points": 40}))
    heard: list[tuple[int, int]] = []
    files = make_files(
        library, Addresses(library.settings), [WANTED], Store(folder), lambda done, of: heard.append((done, of))
    )
    return files, heard


def test_what_an_earlier_build_made_is_found(tmp_path: Path) -> None:
    """The second build makes nothing, says the same of the file, and puts the same bytes in its place."""
    files, heard = _made(tmp_path / "store")
    again, heard_again = _made(tmp_path / "store")
    again.place(tmp_path / "site")

    [(address, told)] = files.made().items()
    written = (tmp_path / "site" / address).read_bytes()
    assert (heard, heard_again) == ([(1, 1)], [])
    assert again.made() == files.made()
    assert address == file_address(files.addresses, WANTED)
    assert (len(written), written) == (told.size, files.content(WANTED))


def test_a_file_that_has_gone_from_the_store_is_told(tmp_path: Path) -> None:
    """Whoever empties the store while a site is being made hears of it; no site goes without a file it names."""
    files, _ = _made(tmp_path / "store")
    shutil.rmtree(tmp_path / "store")

    with pytest.raises(FileNotFoundError, match="store"):
        files.place(tmp_path / "site")


def test_records_are_open_before_the_work_is_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes could not open any: what records are kept in belongs to this one."""
    library = library_of(table({"id": "a", "points": 40}))
    opened: list[Target] = []
    opened_before: list[Target] = []

    def later(entry: Entry) -> Shelved:
        def open_() -> Entry:
            opened.append(entry.target)
            return entry

        return Shelved(card_of(entry), open_)

    def shared(tasks: Sequence[FileId], work: Callable[[FileId], Made]) -> Iterator[tuple[FileId, Made]]:
        opened_before.extend(opened)
        for task in tasks:
            yield task, work(task)

    monkeypatch.setattr(files_module, "in_parallel", shared)
    entries = Entries({target: later(entry) for target, entry in library.entries.items()})
    closed = dataclasses.replace(library, entries=entries)

    make_files(closed, Addresses(library.settings), [WANTED], Store(tmp_path), lambda _done, _of: None)

    assert set(opened_before) == set(entries)
    assert opened == opened_before
