"""The folders of a site that has gone, without its files: the next site stands in them.

To delete thousands of folders and make them again takes longer than to make what an edit changes.
"""

import contextlib
import os
from pathlib import Path


def take_files_out(folder: Path) -> None:
    """Delete all files in a folder and inside its folders, which stay.

    Raises:
        OSError: A file cannot be deleted.
    """
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            inside = list(entries)
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                os.unlink(entry.path)  # noqa: PTH108 - thousands of files


def take_bare_folders_out(folder: Path) -> None:
    """Delete the folders inside a folder that hold no file, not even in folders of theirs.

    Raises:
        OSError: A folder cannot be read.
    """
    waiting = [str(folder)]
    without_files = []
    while waiting:
        place = waiting.pop()
        with os.scandir(place) as entries:
            folders = [(entry.path, entry.is_dir(follow_symlinks=False)) for entry in entries]
        waiting += (path for path, is_folder in folders if is_folder)
        if all(is_folder for _, is_folder in folders):
            without_files.append(place)
    for place in reversed(without_files):  # what is inside a folder before the folder
        if place != str(folder):
            with contextlib.suppress(OSError):  # a folder in it holds a file
                os.rmdir(place)  # noqa: PTH106 - as above
