"""Notices that files have changed, by looking at their times and sizes again and again.

Works alike on every system and on network folders, and needs nothing installed. Knows nothing of what the files mean.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

POLL_SECONDS = 0.4

Snapshot = dict[str, tuple[int, int]]
"""Time of the last change (nanoseconds) and size (bytes) of each file."""


def look(paths: Iterable[Path]) -> Snapshot:
    """Take down the state of files and of all files in folders, except hidden ones and Python's own caches."""
    snapshot: Snapshot = {}
    for path in paths:
        if path.is_file():
            _take_down(snapshot, str(path))
        for folder, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
            for name in names:
                if not name.startswith("."):
                    _take_down(snapshot, os.path.join(folder, name))  # noqa: PTH118 - thousands of times a second
    return snapshot


def wait_for_change(known: Snapshot, look_again: Callable[[], Snapshot], pause: Callable[[], None]) -> Snapshot:
    """Return the new state once it differs from `known` and stands still: an editor may write several files at once."""
    latest = look_again()
    while latest == known:
        pause()
        latest = look_again()
    while True:
        pause()
        settled = look_again()
        if settled == latest:
            return settled
        latest = settled


def _take_down(snapshot: Snapshot, file: str) -> None:
    try:
        status = os.stat(file)  # noqa: PTH116 - thousands of times a second
    except OSError:
        return  # gone since the folder was listed: that is a change, too
    snapshot[file] = (status.st_mtime_ns, status.st_size)
