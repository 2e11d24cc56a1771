"""One process at a time: a lock that the system takes back by itself when its holder dies, however it dies.

A file with a process number alone would lie after a crash; here the number in the file only tells people who
holds it. Knows nothing of what is being guarded.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

POLL_SECONDS = 0.1


@contextmanager
def held(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock `file` for the length of a `with` block, waiting for another process first if need be.

    Args:
        file: The lock's file; made (with its folder) if absent, and left behind: deleting it would let two in.
        waiting: Called once, before the first wait, so that people can be told.

    Raises:
        OSError: The file cannot be made or written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as handle:
        if not _take(handle):
            waiting()
            while not _take(handle):
                time.sleep(POLL_SECONDS)
        try:
            handle.truncate(0)
            handle.write(f"{os.getpid()}\n".encode())
            handle.flush()
            yield
        finally:
            _give_back(handle)


if sys.platform == "win32":  # pragma: no cover - tests run where Windows' locks are not
    import msvcrt

    FAR_AWAY = 1 << 30  # a locked byte cannot be read by others on Windows, so it lies behind the text

    def _take(handle: BinaryIO) -> bool:
        handle.seek(FAR_AWAY)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(handle: BinaryIO) -> None:
        handle.seek(FAR_AWAY)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: BinaryIO) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
