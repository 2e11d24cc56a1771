"""Files on the disk, thousands of them: how one stands without being read, and the same file in two places."""

import os
import shutil


def standing(file: str) -> list[int]:
    """Tell how a file stands: its size, its time in nanoseconds, its inode. When it was linked does not count.

    Raises:
        OSError: It is not there.
    """
    status = os.stat(file)  # noqa: PTH116 - a path would cost more than the look
    return [status.st_size, status.st_mtime_ns, status.st_ino]


def link(there: str, here: str) -> None:
    """Put a file in a second place: one file of the disk where it allows that, else a copy.

    Raises:
        FileNotFoundError: It is not there.
        OSError: The place cannot be written.
    """
    try:
        os.link(there, here)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(there, here)
