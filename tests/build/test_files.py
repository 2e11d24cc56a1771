"""Files to take away: made once, found by the next build, and never put into a site when they have gone."""

import shutil
from pathlib import Path

import pytest

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, file_address
from handbook.build.files import Files, make_files
from handbook.build.store import Store
from handbook.library.target import Target
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
