"""Files of finished sites, each under the digest of its bytes, so that a site need not write them anew.

A site's file and the kept one are one file on the disk where the disk allows it. Whatever was changed there since is
noticed, and counts as absent.
"""

import contextlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from handbook.build.memory import digest_of

UNUSED_SECONDS = 7 * 86_400


@dataclass(frozen=True, slots=True)
class Objects:
    """A folder of kept files; without a folder nothing is kept."""

    folder: Path | None

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
        if kept is None or kept.exists():
            return
        fresh = kept.with_name(f"{kept.name}.{uuid4().hex}")
        with contextlib.suppress(OSError):  # a build is good without it; the next one is only slower
            kept.parent.mkdir(parents=True, exist_ok=True)
            _link(place, fresh)
            fresh.replace(kept)

    def put(self, digest: bytes, place: Path) -> bool:
        """Put a kept file in its place; false when it is not there whole, and must be made again."""
        kept = self._kept(digest)
        if kept is None:
            return False
        try:
            if digest_of(kept.read_bytes()) != digest:
                kept.unlink()
                return False
            _link(kept, place)
        except OSError:
            return False
        return True

    def clear_unused(self, used: frozenset[bytes]) -> None:
        """Delete what this build does not use and no other has made lately."""
        if self.folder is None:
            return
        names = {digest.hex() for digest in used}
        oldest = time.time() - UNUSED_SECONDS
        for file in self.folder.glob("*/*"):
            with contextlib.suppress(OSError):  # another build has just deleted it
                if file.name not in names and file.stat().st_ctime < oldest:
                    file.unlink()

    def _kept(self, digest: bytes) -> Path | None:
        name = digest.hex()
        return self.folder / name[:2] / name if self.folder else None


def _link(there: Path, here: Path) -> None:
    try:
        os.link(there, here)
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(there, here)
