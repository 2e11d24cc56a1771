"""The moment of publishing: a finished folder takes the place of the old site; a whole site stands at any time.

Where the system can exchange two folders in one step (Linux, macOS) there is no moment in between. Elsewhere there are
two renames, and `recover` ends at the next start what a kill between them has left. Names in the work folder say
how far things were: `fresh` is being made, `ready` is whole, `old` was the site until now, `trash` is being deleted,
`bare` has the folders of a site whose files were deleted, and waits for the next one. Knows nothing of what the folders
hold. Callers hold the work folder's lock.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from handbook.publish.bare_folders import take_bare_folders_out, take_files_out

FRESH, READY, OLD, TRASH, BARE = "fresh", "ready", "old", "trash", "bare"

_CURRENT_FOLDER = -100  # AT_FDCWD of <fcntl.h>
_RENAME_EXCHANGE = 2  # renameat2(2) of Linux
_RENAME_SWAP = 2  # renamex_np(2) of macOS
_CANNOT_EXCHANGE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}


def begin(work: Path) -> Path:
    """Give the folder `work`/fresh for a new site; there may be folders in it, but no file.

    Raises:
        OSError: The folder cannot be made, or a file be deleted.
    """
    fresh = work / FRESH
    if (work / BARE).exists():
        take_files_out(work / BARE)  # what somebody has put there since
        return (work / BARE).rename(fresh)
    fresh.mkdir()
    return fresh


def switch(site: Path, work: Path) -> None:
    """Put `work`/fresh, which must be finished, in the place of `site` and delete the files that stood there.

    Raises:
        OSError: The folders cannot be renamed; the old site still stands.
    """
    ready = work / READY
    take_bare_folders_out(work / FRESH)
    _write_through(work / FRESH)
    (work / FRESH).rename(ready)
    if not site.exists():
        ready.rename(site)
    elif not _exchange(ready, site):
        site.rename(work / OLD)
        try:
            ready.rename(site)
        except OSError:
            (work / OLD).rename(site)
            raise
    _write_through_names(site.parent, work)
    for name in (READY, OLD):
        if (work / name).exists() and not (work / BARE).exists():
            trash = (work / name).rename(work / TRASH)
            take_files_out(trash)
            trash.rename(work / BARE)
    clear(work)


def recover(site: Path, work: Path) -> None:
    """Put the ready site in its place if a kill came before that, then clear the work folder of all that is left."""
    if not site.exists() and (work / READY).exists():
        (work / READY).rename(site)
    clear(work)


def has_leftovers(work: Path) -> bool:
    """Tell whether a killed build, or one still at work, has folders in `work`."""
    return any((work / name).exists() for name in (TRASH, FRESH, READY, OLD))


def clear(work: Path) -> None:
    """Delete all folders in `work` that a build has left, but not the bare ones.

    Each is renamed first: half a site must never bear the name by which `recover` knows a whole one.
    """
    for name in (TRASH, FRESH, READY, OLD):
        folder = work / name
        if folder.exists():
            shutil.rmtree(folder.rename(work / TRASH))


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    if sys.platform == "win32":  # pragma: no cover - tests run where two folders can be exchanged
        return False
    system = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        failed = system.renameat2(_CURRENT_FOLDER, first, _CURRENT_FOLDER, second, _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(system, "renamex_np"):  # pragma: no cover - macOS alone has it
        failed = system.renamex_np(first, second, _RENAME_SWAP)
    else:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _write_through(folder: Path) -> None:
    """Have the files' bytes on the disk before the folder is put in place: a power cut must not leave empty pages."""
    if sys.platform == "linux":  # pragma: no branch - tests run on Linux
        handle = os.open(folder, os.O_RDONLY)
        try:
            system = ctypes.CDLL(None, use_errno=True)
            if not hasattr(system, "syncfs") or system.syncfs(handle):
                os.sync()
        finally:
            os.close(handle)
    elif sys.platform != "win32":  # pragma: no cover - tests run on Linux
        os.sync()


def _write_through_names(*folders: Path) -> None:
    if sys.platform == "win32":  # pragma: no cover - folders cannot be opened there, and tests run elsewhere
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
