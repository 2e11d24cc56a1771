"""The shared example cases of scoring: Python, the spreadsheet and the page must agree on them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from handbook.downloads.spreadsheet.workbook import table_of
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.scoring.result import Points
from handbook.scoring.table import ScoreTable
from libraries import library_of

FILE = Path(__file__).parent / "scoring" / "examples.json"


@dataclass(frozen=True, slots=True)
class Example:
    """Points given for a table, and what must come out."""

    says: str
    table: str
    points: dict[str, Points]
    expected: dict[str, Any]


def examples() -> list[Example]:
    """Give all cases."""
    return [Example(**case) for case in _content()["cases"]]


@cache
def example_library() -> Library:
    """Give a library of the tables that the cases score."""
    tables = {f"criteria/{name}": fields for name, fields in _content()["tables"].items()}
    return library_of({"document/rules": {}, **tables})


def example_entry(library: Library, table: str) -> Entry:
    """Give the record of a table."""
    return library.entry(Target("criteria", table))


def example_table(library: Library, table: str) -> ScoreTable:
    """Give a table ready to score with."""
    return table_of(library, example_entry(library, table))


def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return content
