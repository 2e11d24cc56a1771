"""Puts an index into a finished site, and keeps it between builds, so that the next one makes only what changed.

The index stands in a folder named after what it holds, so that browsers may keep it for good; the small file that names
this folder is the one that Material's script asks for with each page.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from handbook.search.index import MANIFEST, index_files, page_files, read_locations, read_page
from handbook.search.page import Findable, Found, Writing
from handbook.search.shards import read_script

FOLDER = "search"
STUB, STUB_SCRIPT = "search_index.json", "search_index.js"
BETWEEN_PHRASES = "\u2063"
"""What stands between the phrases that a result's address asks Material to mark: nothing that a page has."""
LENGTH_OF_NAME = 16


class _Kept(Mapping[str, str]):
    """The files of an earlier index as they are kept; each is decoded when it is asked for."""

    def __init__(self, told: Mapping[str, Any], body: memoryview) -> None:
        ends = list(accumulate(told["lengths"].values()))
        self._spans = dict(zip(told["lengths"], pairwise((0, *ends)), strict=True))
        self._body = body
        self.looks: Mapping[str, list[int]] = told["looks"]
        """How the files stood in the site for which they were made."""
        self.folder = str(told["folder"])

    def __getitem__(self, file: str) -> str:
        return str(self.content(file), "utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def content(self, file: str) -> memoryview:
        """Give the bytes of a file."""
        start, end = self._spans[file]
        return self._body[start:end]


def publish_index(
    pages: Iterable[Findable],
    writings: Iterable[Writing],
    site: Path,
    store: Path | None,
    before: Path | None = None,
) -> None:
    """Make the index of a site and write it.

    Args:
        pages: Everything that can be found.
        writings: Abbreviations and what they stand for.
        site: The site's top folder.
        store: A file in which the index is kept for the next build; None to keep nothing.
        before: The site as it stood until now, whose files are taken where they are the same.

    Raises:
        OSError: The site cannot be written.
    """
    kept = _kept(store) if store else None
    files = index_files(pages, writings, kept)
    contents = {name: files.pop(name).encode() for name in list(files)}  # both would be much to hold at once
    name = _digest_of(contents.values())[:LENGTH_OF_NAME]
    folder = site / FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    looks = _written(folder, contents, kept, before / FOLDER if before else None)
    stub = json.dumps({"config": {"folder": name, "lang": ["vi"], "separator": f"[{BETWEEN_PHRASES}]"}, "docs": []})
    (site / FOLDER / STUB).write_text(stub, encoding="utf-8")
    (site / FOLDER / STUB_SCRIPT).write_text(f"var __index = {stub}", encoding="utf-8")
    if store:
        _keep(store, contents, {"folder": name, "looks": looks})


def published_pages(site: Path) -> Iterator[Found]:
    """Read from a finished site what its index finds.

    Raises:
        OSError: A file of the index is missing.
        ValueError: A file is damaged, as are KeyError, TypeError and IndexError.
    """
    return map(read_page, _published_files(site))


def published_locations(site: Path) -> Iterator[str]:
    """Read from a finished site only where its index leads, as `Found.locations` tells it.

    Raises:
        OSError: A file of the index is missing.
        ValueError: A file is damaged, as are KeyError, TypeError and IndexError.
    """
    return (location for file in _published_files(site) for location in read_locations(file))


def _published_files(site: Path) -> Iterator[str]:
    stub = json.loads((site / FOLDER / STUB).read_text(encoding="utf-8"))
    folder = site / FOLDER / stub["config"]["folder"]
    names = page_files(read_script((folder / MANIFEST).read_text(encoding="utf-8"))["pages"])
    return ((folder / name).read_text(encoding="utf-8") for name in names)


def _written(
    folder: Path, contents: Mapping[str, bytes], kept: _Kept | None, before: Path | None
) -> dict[str, list[int]]:
    """Write files into a folder, those that a site has already as links; gives how they stand there."""
    looks: dict[str, list[int]] = {}
    for file, content in contents.items():
        place = f"{folder}{os.sep}{file}"
        look = kept.looks.get(file) if kept else None
        if kept and before and look and kept.content(file) == content:
            there = f"{before}{os.sep}{kept.folder}{os.sep}{file}"
            with contextlib.suppress(OSError):  # the site is gone, or its disk knows no links
                if _look(there) == look:
                    os.link(there, place)
                    looks[file] = look
                    continue
        with open(place, "wb") as written:  # noqa: PTH123 - thousands of files
            written.write(content)
        looks[file] = _look(place)
    return looks


def _look(file: str) -> list[int]:
    """Look at a file without reading it."""
    status = os.stat(file)  # noqa: PTH116 - thousands of files
    return [status.st_size, status.st_mtime_ns, status.st_ino]


def _kept(store: Path) -> _Kept | None:
    """Read the index of the last build; whatever is damaged or made by other code counts as absent."""
    try:
        stamp, told, body = _parted(store.read_bytes())
    except (OSError, ValueError):
        return None
    return _Kept(json.loads(told), body) if stamp == _stamp(told, (body,)) else None


def _parted(kept: bytes) -> tuple[bytes, bytes, memoryview]:
    """Part what is kept into its stamp, what is told of the files, and the files, which are not copied.

    Raises:
        ValueError: It is damaged.
    """
    first = kept.index(b"\n")
    second = kept.index(b"\n", first + 1)
    return kept[:first], kept[first + 1 : second], memoryview(kept)[second + 1 :]


def _keep(store: Path, contents: Mapping[str, bytes], more: Mapping[str, Any]) -> None:
    told = json.dumps({"lengths": {file: len(content) for file, content in contents.items()}, **more}).encode()
    fresh = store.with_name(f"{store.name}.{os.getpid()}")
    with contextlib.suppress(OSError):  # a build is good without it; the next one is only slower
        store.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as kept:
            kept.writelines((_stamp(told, contents.values()), b"\n", told, b"\n", *contents.values()))
        fresh.replace(store)


def _stamp(told: bytes, contents: Iterable[bytes | memoryview]) -> bytes:
    """Digest what is kept together with the code that made it."""
    code = (file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    return _digest_of((told, *contents, *code)).encode()


def _digest_of(parts: Iterable[bytes | memoryview]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
