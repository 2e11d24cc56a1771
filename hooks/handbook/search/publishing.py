"""Puts an index into a finished site, and keeps it between builds, so that the next one makes only what changed.

The index stands in a folder named after what it holds, so that browsers may keep it for good; the small file that names
this folder is the one that Material's script asks for with each page.
"""

import contextlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handbook.search.index import MANIFEST, index_files, page_files, page_marks, read_locations, read_page
from handbook.search.keeping import NO_INDEX, IndexFolder, LostError, StandingIndex, standing_index
from handbook.search.page import Findable, Found, Writing
from handbook.search.shards import read_script

FOLDER = "search"
STUB, STUB_SCRIPT = "search_index.json", "search_index.js"
BETWEEN_PHRASES = "\u2063"
"""What stands between the phrases that a result's address asks Material to mark: nothing that a page has."""
_UNNAMED = "unnamed"


def publish_index(
    pages: Iterable[Findable],
    writings: Iterable[Writing],
    site: Path,
    store: Path | None,
    place: Path | None = None,
) -> None:
    """Make the index of a site and write it.

    Args:
        pages: Everything that can be found.
        writings: Abbreviations and what they stand for.
        site: The site's top folder.
        store: A file that tells the next build of this index; None to tell it nothing.
        place: Where the site will stand by then, if not here.

    Raises:
        OSError: The site cannot be written.
    """
    unnamed, ordered = site / FOLDER / _UNNAMED, list(pages)
    try:
        index = _written(unnamed, ordered, writings, standing_index(store) if store else NO_INDEX)
    except LostError:
        shutil.rmtree(unnamed)
        index = _written(unnamed, ordered, writings, NO_INDEX)
    name = index.name()
    with contextlib.suppress(OSError):  # a site that is to be made may have bare folders
        (site / FOLDER / name).rmdir()
    unnamed.rename(site / FOLDER / name)
    stub = json.dumps({"config": {"folder": name, "lang": ["vi"], "separator": f"[{BETWEEN_PHRASES}]"}, "docs": []})
    (site / FOLDER / STUB).write_text(stub, encoding="utf-8")
    (site / FOLDER / STUB_SCRIPT).write_text(f"var __index = {stub}", encoding="utf-8")
    if store:
        index.keep(store, (place or site) / FOLDER / name)


def _written(
    folder: Path, pages: Sequence[Findable], writings: Iterable[Writing], before: StandingIndex
) -> IndexFolder:
    index = IndexFolder(folder, before, page_marks(pages))
    for name, text in index_files(pages, writings, before):
        index.put(name, text)
    return index


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
