"""Puts an index into a finished site, and keeps it between builds, so that the next one makes only what changed.

The index stands in a folder named after what it holds, so that browsers may keep it for good; the small file that names
this folder is the one that Material's script asks for with each page.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handbook.search.index import MANIFEST, index_files, page_files, read_page
from handbook.search.page import Found, Writing
from handbook.search.shards import read_script

FOLDER = "search"
STUB, STUB_SCRIPT = "search_index.json", "search_index.js"
BETWEEN_PHRASES = "\u2063"
"""What stands between the phrases that a result's address asks Material to mark: nothing that a page has."""
LENGTH_OF_NAME = 16


def publish_index(pages: Iterable[Found], writings: Iterable[Writing], site: Path, store: Path | None) -> None:
    """Make the index of a site and write it.

    Args:
        pages: Everything that can be found.
        writings: Abbreviations and what they stand for.
        site: The site's top folder.
        store: A file in which the index is kept for the next build; None to keep nothing.

    Raises:
        OSError: The site cannot be written.
    """
    files = index_files(pages, writings, _kept(store) if store else None)
    contents = {name: files.pop(name).encode() for name in list(files)}  # both would be much to hold at once
    name = _digest_of(contents.values())[:LENGTH_OF_NAME]
    folder = site / FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in contents.items():
        (folder / file).write_bytes(content)
    stub = json.dumps({"config": {"folder": name, "lang": ["vi"], "separator": f"[{BETWEEN_PHRASES}]"}, "docs": []})
    (site / FOLDER / STUB).write_text(stub, encoding="utf-8")
    (site / FOLDER / STUB_SCRIPT).write_text(f"var __index = {stub}", encoding="utf-8")
    if store:
        _keep(store, contents)


def published_pages(site: Path) -> Iterator[Found]:
    """Read from a finished site what its index finds.

    Raises:
        OSError: A file of the index is missing.
        ValueError: A file is damaged, as are KeyError, TypeError and IndexError.
    """
    stub = json.loads((site / FOLDER / STUB).read_text(encoding="utf-8"))
    folder = site / FOLDER / stub["config"]["folder"]
    names = page_files(read_script((folder / MANIFEST).read_text(encoding="utf-8"))["pages"])
    return (read_page((folder / name).read_text(encoding="utf-8")) for name in names)


def _kept(store: Path) -> dict[str, str] | None:
    """Read the index of the last build; whatever is damaged or made by other code counts as absent."""
    try:
        stamp, lengths, body = _parted(store.read_bytes())
    except (OSError, ValueError):
        return None
    if stamp != _stamp(lengths, (body,)):
        return None
    files = {}
    start = 0
    for file, length in json.loads(lengths).items():
        files[file] = str(body[start : start + length], "utf-8")
        start += length
    return files


def _parted(kept: bytes) -> tuple[bytes, bytes, memoryview]:
    """Part what is kept into its stamp, the lengths of the files, and the files, which are not copied.

    Raises:
        ValueError: It is damaged.
    """
    first = kept.index(b"\n")
    second = kept.index(b"\n", first + 1)
    return kept[:first], kept[first + 1 : second], memoryview(kept)[second + 1 :]


def _keep(store: Path, contents: Mapping[str, bytes]) -> None:
    told = json.dumps({file: len(content) for file, content in contents.items()}).encode()
    fresh = store.with_name(f"{store.name}.{os.getpid()}")
    with contextlib.suppress(OSError):  # a build is good without it; the next one is only slower
        store.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as kept:
            kept.writelines((_stamp(told, contents.values()), b"\n", told, b"\n", *contents.values()))
        fresh.replace(store)


def _stamp(lengths: bytes, contents: Iterable[bytes | memoryview]) -> bytes:
    """Digest what is kept together with the code that made it."""
    code = (file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    return _digest_of((lengths, *contents, *code)).encode()


def _digest_of(parts: Iterable[bytes | memoryview]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
