"""Runs the site's search scripts on an index, outside a browser: commands and tests rank as browsers do.

The interpreter for them is the one that Playwright brings, which is pinned with the tests' packages.
"""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable  # its own way to its interpreter; there is no other

from commands.options import ROOT
from handbook.search.publishing import FOLDER, STUB

SCRIPTS = ROOT / "theme" / "assets" / "javascripts" / "handbook" / "search"
RUNNER = Path(__file__).with_name("search_engine.js")


class NoIndexError(Exception):
    """There is no index to search in; the text says in Vietnamese what to do."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of an answer."""

    address: str
    title: str
    label: str
    status: str
    score: float
    item: list[dict[str, Any]]
    """What the list of results shows of it: the page, then its passages; their titles and texts are markup."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The best pages for a query, how many there are, and words that look alike where there are none."""

    pages: tuple[FoundPage, ...]
    total: int
    words: tuple[str, ...]


def index_folder(site: Path) -> Path:
    """Find the index of a built site.

    Raises:
        NoIndexError: There is none.
    """
    try:
        stub = json.loads((site / FOLDER / STUB).read_text(encoding="utf-8"))
        return site / FOLDER / str(stub["config"]["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        raise NoIndexError(
            f"Không thấy phần tìm kiếm trong “{site}”.\n    Cách sửa: dựng trang trước, python3 scripts/build.py"
        ) from None


def search(folder: Path, queries: Sequence[str], sort: str = "") -> list[Answer]:
    """Answer queries with the index in a folder; `sort` leaves only pages of one sort."""
    node, _ = compute_driver_executable()
    asked = "".join(json.dumps({"query": query, "sort": sort}) + "\n" for query in queries)
    done = subprocess.run(
        [node, str(RUNNER), str(SCRIPTS), str(folder)],
        input=asked,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [_answer(json.loads(line)) for line in done.stdout.splitlines()]


def _answer(told: dict[str, Any]) -> Answer:
    return Answer(tuple(FoundPage(**page) for page in told["pages"]), told["total"], tuple(told["words"]))
