"""The files of an index as they stand in a site, so that the next build takes those that are as they were.

What is kept tells of them, and holds none: all would be much to read and to hold. When one of them was touched since,
none is taken.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from handbook.reading.disk import link, standing
from handbook.search.page import NO_MARK
from handbook.text.digest import digest_of

LENGTH_OF_NAME = 16
_Stand = list[Any]
"""How a file stands: the digest of its bytes in hexadecimal, its size, its time in nanoseconds, its inode, and the mark
of the page that it was made from."""


class LostError(Exception):
    """A file of the index before has gone since the build began, or says something else; all have to be made anew."""


class StandingIndex:
    """The index of the site that was built last; without files where there is none."""

    __slots__ = ("_files", "folder")

    def __init__(self, folder: Path, files: Mapping[str, _Stand]) -> None:
        self.folder = folder
        self._files = files

    def names(self) -> AbstractSet[str]:
        """Name its files."""
        return self._files.keys()

    def digest(self, name: str) -> str:
        """Give the digest of what a file says."""
        return str(self._files[name][0])

    def mark(self, name: str) -> str:
        """Give the mark of the page that a file was made from."""
        return str(self._files[name][-1])

    def text(self, name: str) -> str:
        """Give what a file says.

        Raises:
            LostError: It is not there as it was.
        """
        try:
            content = (self.folder / name).read_bytes()
        except OSError as error:
            raise LostError(name) from error
        if digest_of(content).hex() != self.digest(name):
            raise LostError(name)
        return content.decode()

    def says(self, name: str, text: str) -> bool:
        """Tell whether a file says this."""
        return self.digest(name) == digest_of(text.encode()).hex()


NO_INDEX = StandingIndex(Path(), {})


class IndexFolder:
    """The folder into which an index is written, file by file."""

    __slots__ = ("_before", "_folder", "_marks", "_stands")

    def __init__(self, folder: Path, before: StandingIndex, marks: Mapping[str, str]) -> None:
        """Make the folder.

        Args:
            folder: The folder, which is not there yet.
            before: The index from which files are taken that are as they were.
            marks: The marks of pages, by the files that are made from them.

        Raises:
            OSError: It cannot be made.
        """
        folder.mkdir(parents=True)
        self._folder = folder
        self._before = before
        self._marks = marks
        self._stands: dict[str, _Stand] = {}

    def put(self, name: str, text: str | None) -> None:
        """Write a file; None takes that of the index before.

        Raises:
            LostError: The index before has gone: another build has put a site in its place.
            OSError: It cannot be written.
        """
        place = f"{self._folder}{os.sep}{name}"
        if text is None:
            try:
                link(f"{self._before.folder}{os.sep}{name}", place)
            except FileNotFoundError as error:
                raise LostError(name) from error
            digest = self._before.digest(name)
        else:
            content = text.encode()
            with open(place, "wb") as written:  # noqa: PTH123 - thousands of files
                written.write(content)
            digest = digest_of(content).hex()
        self._stands[name] = [digest, *standing(place), self._marks.get(name, NO_MARK)]

    def name(self) -> str:
        """Give a name that is another whenever anything in it is."""
        told = (f"{name} {stand[0]}" for name, stand in self._stands.items())
        return digest_of("\n".join(told).encode()).hex()[:LENGTH_OF_NAME]

    def keep(self, store: Path, place: Path) -> None:
        """Tell the next build how the files stand.

        Args:
            store: The file that tells it.
            place: Where the folder will be by then.
        """
        told = json.dumps({"folder": str(place), "files": self._stands}).encode()
        fresh = store.with_name(f"{store.name}.{os.getpid()}")
        with contextlib.suppress(OSError):  # a build is good without it; the next one is only slower
            store.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_stamp(told) + b"\n" + told)
            fresh.replace(store)


def standing_index(store: Path) -> StandingIndex:
    """Give the index that was built last, if all its files stand as they stood and the code is the same; or none.

    Args:
        store: The file that tells of it.
    """
    try:
        stamp, _, told = store.read_bytes().partition(b"\n")
        if stamp != _stamp(told):
            return NO_INDEX
        kept = json.loads(told)
        if any(standing(f"{kept['folder']}{os.sep}{name}") != stand[1:-1] for name, stand in kept["files"].items()):
            return NO_INDEX
    except OSError:
        return NO_INDEX
    return StandingIndex(Path(kept["folder"]), kept["files"])


def _stamp(told: bytes) -> bytes:
    """Digest what is told together with the code that made the index."""
    code = (file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    return digest_of(told, *code).hex().encode()
