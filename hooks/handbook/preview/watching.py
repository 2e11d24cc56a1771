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


def wait_for_change(
    known: Snapshot,
    look_again: Callable[[], Snapshot],
    pause: Callable[[], None],
    is_over: Callable[[], bool] = lambda: False,
) -> Snapshot:
    """Return the new state once it differs from `known` and stands still: an editor may write several files at once.

    Args:
        known: The state that is known.
        look_again: Gives the state as it is.
        pause: Lets some time pass.
        is_over: Tells whether waiting has no use any more; `known` is returned then.
    """
    latest = look_again()
    while latest == known:
        if is_over():
            return known
        pause()
        latest = look_again()
    while True:
        pause()
        settled = look_again()
        if settled == latest:
            return settled
        latest = settled


def changed(before: Snapshot, after: Snapshot) -> frozenset[Path]:
    """Give the files that have changed, come or gone."""
    return frozenset(Path(file) for file in before.keys() | after.keys() if before.get(file) != after.get(file))


def _take_down(snapshot: Snapshot, file: str) -> None:
    try:
        status = os.stat(file)  # noqa: PTH116 - thousands of times a second
    except OSError:
        return  # gone since the folder was listed: that is a change, too
    snapshot[file] = (status.st_mtime_ns, status.st_size)
