"""What a finished folder holds: every file's address inside it and the digest of its bytes.

Two folders with equal manifests are the same site. Knows nothing of what the files mean.
"""

import hashlib
import os
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path


def manifest(folder: Path) -> dict[str, str]:
    """Return the SHA-256 digest (hexadecimal) of every file by its "/"-separated path inside `folder`, sorted."""
    return {name: _digest(folder / name) for name in files_of(folder)}


def files_of(folder: Path) -> list[str]:
    """Return the "/"-separated paths of all files inside `folder`, sorted."""
    return sorted(name for name, _ in _entries(folder))


def sizes_of(folder: Path) -> dict[str, int]:
    """Return the sizes in bytes of all files inside `folder`, by their "/"-separated paths, sorted."""
    return {name: entry.stat().st_size for name, entry in sorted(_entries(folder), key=itemgetter(0))}


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{inside}{entry.name}/")
                elif entry.is_file():
                    yield f"{inside}{entry.name}", entry


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
