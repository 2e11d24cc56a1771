"""How files stand, by their sizes and times: none is read. It must not import what reads or makes anything."""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

NANOSECONDS = 1_000_000_000
TICK_SECONDS = 0.02
"""Systems note times in steps; two changes within one step look like one."""
UNSEEN = "__pycache__"
GENERATOR = Path(__file__).parents[1]
PACKAGES = frozenset({"site-packages", "dist-packages"})


@dataclass(frozen=True, slots=True)
class Look:
    """How files stood at one moment."""

    digest: str
    newest: int
    """When the latest change was, in nanoseconds since 1970: of a file, or of which files a folder has."""

    def has_changed_since(self, moment: float) -> bool:
        """Tell whether anything changed at or after a moment, in seconds since 1970."""
        return self.newest >= moment * NANOSECONDS


def stand_of(file: Path) -> tuple[int, ...] | None:
    """Tell how one file stands: its size, times and place on the disk; None where a change would not show in them."""
    try:
        status = os.stat(file)  # noqa: PTH116 - thousands of times, where nobody should notice
    except OSError:
        return None
    if status.st_ctime_ns >= time.time_ns() - TICK_SECONDS * NANOSECONDS:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def look_at(paths: Iterable[Path]) -> Look:
    """Look at files, and at all files in folders but those that Python keeps for itself."""
    told: list[str] = []
    newest = 0
    waiting = [str(path) for path in paths]
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 - thousands of times, where nobody should notice
            newest = max(newest, status.st_ctime_ns)
            if not stat.S_ISDIR(status.st_mode):
                told.append(repr((path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)))
            elif not os.path.islink(path):  # noqa: PTH114
                waiting += [os.path.join(path, name) for name in os.listdir(path) if name != UNSEEN]  # noqa: PTH118, PTH208
        except OSError:  # gone, a link that leads nowhere, or a folder that may not be read
            told.append(repr(path))
    return Look(_digest(sorted(told)), newest)


def look_at_program(commands: Path) -> str:
    """Look at what reads and makes: the generator, the folder of its commands, Python, the packages beside it."""
    # They change when a package comes, goes, or has another version.
    packages = [Path(name) for name in sys.path if Path(name).name in PACKAGES and Path(name).is_dir()]
    times = [repr((folder, folder.stat().st_mtime_ns)) for folder in packages]
    return _digest([sys.version, look_at((GENERATOR, commands)).digest, *times])


def _digest(told: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(told).encode(), digest_size=16).hexdigest()
