"""The copy of a site that readers' devices keep: its files in a few packs, and the service worker that fetches them.

Packs are grouped by what changes together, and each is named after its content, so that an update fetches only what
changed. A site too large for a phone is kept in part: what every page needs, then pages that are worked with, then
search, then the other sections while there is room; any other page is kept once it has been opened.
"""

import contextlib
import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from handbook.publish.manifest import sizes_of
from handbook.publish.slimming import without_comments

WORKER, FOLDER = "sw.js", "offline"
MOST_BYTES = 60_000_000
"""So much, unpacked, is put on a reader's device unasked."""
LARGEST_PACK = 3_000_000
"""Bytes, unpacked: a phone holds one pack in memory at a time."""
SMALLEST_GROUP = 400_000
"""Bytes, unpacked: sections smaller than this share their packs."""
LARGEST_PICTURE = 200_000
LENGTH_OF_HEAD = 4096
"""Bytes of a page in which its head says whether it has a tool."""
COMPRESSION = 6
LENGTH_OF_NAME = 16
LENGTH_OF_VERSION = 8

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
# What a theme brings and no page asks for.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
_START, _INDEX = "index.html", "search/"
_AS_BYTES = getattr(os, "O_BINARY", 0)  # Windows alone has it, and would read a text
_WITH_TOOLS = b'<meta name="handbook-tools"'


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are fetched together; the lower the rank, the sooner."""

    rank: int
    name: str
    files: Mapping[str, int]
    """How many bytes each has, by its path."""

    @property
    def size(self) -> int:
        """Count its bytes."""
        return sum(self.files.values())


@dataclass(frozen=True, slots=True)
class Pack:
    """A file that holds others, compressed."""

    name: str
    content: bytes
    pages: int
    first: bool
    """Whether every page needs it."""


def publish_offline(site: Path, date: str, before: Path | None = None) -> None:
    """Write the packs of a finished site and its service worker.

    Args:
        site: The site's top folder.
        date: The day that readers are told as the day of their copy.
        before: The site as it stood until now, from which packs are taken that did not change.

    Raises:
        OSError: The site cannot be read or written.
    """
    sizes = {name: size for name, size in sizes_of(site).items() if is_kept(name, size)}
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    packs: list[Pack] = []
    for group in chosen(groups(sizes, lambda name: _has_tool(f"{site}{os.sep}{name}"))):
        for part in parts(group):
            contents = {name: (site / name).read_bytes() for name in part.files}
            pack = packed(contents, before / FOLDER if before else None, first=part.rank == 0)
            (folder / f"{pack.name}.pack").write_bytes(pack.content)
            packs.append(pack)
    (site / WORKER).write_text(worker(packs, date, sum(map(_is_page, sizes))), encoding="utf-8", newline="\n")


def worker(packs: Iterable[Pack], date: str, pages: int) -> str:
    """Write the service worker: what it has to keep, then how.

    Args:
        packs: What is kept.
        date: The day that readers are told.
        pages: How many pages the whole site has.
    """
    code = without_comments(Path(__file__).with_name("offline_worker.js").read_text(encoding="utf-8"))
    listed = [
        {"name": pack.name, "bytes": len(pack.content), "pages": pack.pages, "first": pack.first} for pack in packs
    ]
    digest = hashlib.sha256(json.dumps([date, listed, code]).encode()).hexdigest()
    plan = {"version": digest[:LENGTH_OF_VERSION], "date": date, "pages": pages, "packs": listed}
    return f"const PLAN = {json.dumps(plan)};\n{code}"


def is_kept(name: str, size: int) -> bool:
    """Tell whether a file belongs to the copy: what pages are made of, but no papers to take away."""
    suffix = PurePosixPath(name).suffix
    if suffix not in _TYPES or name == WORKER or name.startswith(_UNUSED):
        return False
    return suffix != ".png" or size <= LARGEST_PICTURE


def groups(sizes: Mapping[str, int], has_tool: Callable[[str], bool]) -> list[Group]:
    """Sort files into groups, those that are fetched first in front.

    Args:
        sizes: How many bytes each file has, by its path.
        has_tool: Tells of a page whether readers can work on it.
    """
    found: dict[tuple[int, str], dict[str, int]] = {}
    for name, size in sizes.items():
        found.setdefault(_place(name, has_tool), {})[name] = size
    shared: dict[tuple[int, str], dict[str, int]] = {}
    for (rank, name), inside in found.items():
        is_small = sum(inside.values()) < SMALLEST_GROUP
        shared.setdefault((rank, "" if is_small else name), {}).update(inside)
    made = [Group(rank, name, dict(sorted(inside.items()))) for (rank, name), inside in shared.items()]
    return sorted(made, key=lambda group: (group.rank, group.size, group.name))


def chosen(found: Iterable[Group]) -> Iterator[Group]:
    """Give the groups that a device has room for, and of the rest none."""
    left = MOST_BYTES
    for group in found:
        left -= group.size
        if left >= 0 or group.rank == 0:
            yield group


def parts(group: Group) -> Iterator[Group]:
    """Cut a group into pieces that fit into packs; where a file falls depends on its name alone."""
    count = max(1, -(-group.size // LARGEST_PACK))
    for part in range(count):
        inside = {name: size for name, size in group.files.items() if zlib.crc32(name.encode()) % count == part}
        if inside:
            yield Group(group.rank, f"{group.name}/{part}", inside)


def packed(contents: Mapping[str, bytes], before: Path | None, *, first: bool) -> Pack:
    """Put files into one: a line that lists them, then one after another; compressed.

    Args:
        contents: What each file holds, by its path.
        before: A folder in which the same pack may be already.
        first: Whether every page needs them.
    """
    head = [[_address(name), _TYPES[PurePosixPath(name).suffix], len(content)] for name, content in contents.items()]
    body = json.dumps(head, separators=(",", ":")).encode() + b"\n" + b"".join(contents.values())
    name = hashlib.sha256(body).hexdigest()[:LENGTH_OF_NAME]
    kept = _content_of(before / f"{name}.pack", body) if before else None
    content = kept or gzip.compress(body, COMPRESSION, mtime=0)
    return Pack(name, content, sum(map(_is_page, contents)), first)


def _content_of(pack: Path, body: bytes) -> bytes | None:
    """Give a pack that is there already, if it holds what it should."""
    with contextlib.suppress(OSError, EOFError, zlib.error):
        content = pack.read_bytes()
        if gzip.decompress(content) == body:
            return content
    return None


def _place(name: str, has_tool: Callable[[str], bool]) -> tuple[int, str]:
    top, slash, _ = name.partition("/")
    if not slash or top == "assets":
        return 0, ""
    if _is_page(name) and has_tool(name):
        return 1, top
    return (2, top) if name.startswith(_INDEX) else (3, top)


def _has_tool(page: str) -> bool:
    handle = os.open(page, os.O_RDONLY | _AS_BYTES)
    try:
        return _WITH_TOOLS in os.read(handle, LENGTH_OF_HEAD)
    finally:
        os.close(handle)


def _is_page(name: str) -> bool:
    return name.endswith(".html")


def _address(name: str) -> str:
    """Give the address by which a browser asks for a file; a folder's page goes by the folder."""
    return quote(name.removesuffix(_START) if name.endswith(f"/{_START}") or name == _START else name)
