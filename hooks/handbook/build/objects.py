"""Files of finished sites, each under the digest of its bytes, so that a site need not write them anew.

A site's file and the kept one are one file on the disk where the disk allows it. Whatever was changed there since is
noticed by its size or time, and counts as absent.
"""

import contextlib
import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from handbook.reading.disk import link, standing
from handbook.text.digest import digest_of

UNUSED_SECONDS = 7 * 86_400
LOOKS = "looks"
"""The file that tells how the kept ones stood when they were last known to be whole."""
TICK_NANOSECONDS = 20_000_000


class Objects:
    """A folder of kept files; without a folder nothing is kept."""

    __slots__ = ("_folder", "_looks")

    def __init__(self, folder: Path | None) -> None:
        """Open a folder, which need not be there."""
        self._folder = folder
        self._looks = _read_looks(folder / LOOKS) if folder else {}

    def write(self, content: bytes, place: Path) -> bytes:
        """Write a file and keep it; gives its digest.

        Raises:
            OSError: The place cannot be written.
        """
        digest = digest_of(content)
        place.write_bytes(content)
        self.keep(digest, place)
        return digest

    def take(self, place: Path) -> bytes:
        """Keep a file that stands somewhere already; gives its digest."""
        digest = digest_of(place.read_bytes())
        self.keep(digest, place)
        return digest

    def keep(self, digest: bytes, place: Path) -> None:
        """Keep a file that stands somewhere already."""
        kept = self._kept(digest)
        if kept is None or os.path.exists(kept):  # noqa: PTH110 - asked for thousands of files, as is all that follows
            return
        fresh = f"{kept}.{uuid4().hex}"
        with contextlib.suppress(OSError):  # a build is good without it; the next one is only slower
            Path(kept).parent.mkdir(parents=True, exist_ok=True)
            link(str(place), fresh)
            Path(fresh).replace(kept)
            self._looks[digest.hex()] = standing(kept)

    def put(self, digest: bytes, place: Path) -> bool:
        """Put a kept file in its place; false when it is not there whole, and must be made again."""
        kept = self._kept(digest)
        if kept is None:
            return False
        try:
            if not self._is_whole(kept, digest):
                Path(kept).unlink()
                return False
            link(kept, str(place))
        except OSError:
            return False
        return True

    def clear_unused(self, used: frozenset[bytes]) -> None:
        """Delete what this build does not use and no other has made lately, and write down how the rest stands."""
        if self._folder is None:
            return
        names = {digest.hex() for digest in used}
        oldest = time.time() - UNUSED_SECONDS
        for file in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):  # another build has just deleted it
                if file.name not in names and file.stat().st_ctime < oldest:
                    file.unlink()
        looks = {name: look for name, look in self._looks.items() if name in names}
        with contextlib.suppress(OSError):  # a build is good without it; the next one is only slower
            _write_looks(self._folder / LOOKS, looks)

    def _is_whole(self, kept: str, digest: bytes) -> bool:
        """Tell whether a kept file holds what it should; one that stands as it stood is not read again."""
        look = standing(kept)
        if self._looks.get(digest.hex()) == look:
            return True
        if digest_of(Path(kept).read_bytes()) != digest:
            return False
        self._looks[digest.hex()] = look
        return True

    def _kept(self, digest: bytes) -> str | None:
        name = digest.hex()
        return f"{self._folder}{os.sep}{name[:2]}{os.sep}{name}" if self._folder else None


def _read_looks(file: Path) -> dict[str, list[int]]:
    """Read how files stood at the end of the last build; what is damaged counts as absent."""
    try:
        digest, _, told = file.read_bytes().partition(b"\n")
    except OSError:
        return {}
    return dict(json.loads(told)) if digest == digest_of(told).hex().encode() else {}


def _write_looks(file: Path, looks: Mapping[str, list[int]]) -> None:
    # Two changes within one step of the system's clock look like one.
    latest = time.time_ns() - TICK_NANOSECONDS
    told = json.dumps({name: look for name, look in looks.items() if look[1] < latest}).encode()
    fresh = file.with_name(f"{file.name}.{uuid4().hex}")
    fresh.write_bytes(digest_of(told).hex().encode() + b"\n" + told)
    fresh.replace(file)
