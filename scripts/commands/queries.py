"""The queries by which search is judged: what people type, by class, and the pages that answer it.

Those named "tuning" have been looked at, earlier kept ones among them. Those named "kept" were written from the content
alone, without trying the search, and are not looked at while tuning; once seen, they move and new ones are written.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from commands.options import ROOT

FOLDER = ROOT / "tests" / "search" / "queries"
SETS = ("tuning", "kept")
DECOMPOSED = "decomposed"
"""The class that is typed as macOS hands letters over: each mark by itself. Files of text cannot hold it."""
FIVE = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the addresses of the pages any of which answers it."""

    text: str
    sort: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """How often the first page, and one of the first five, answered."""

    first: float
    five: float
    classes: Mapping[str, float]
    """The share of first places by class."""
    missed: tuple[str, ...]
    """The queries whose first page was another one."""


def read_queries(name: str) -> list[Query]:
    """Read the queries of a set."""
    classes = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return [
        Query(_typed(sort, query["query"]), sort, tuple(query["expected"]))
        for sort, queries in classes.items()
        for query in queries
    ]


def judge(queries: Sequence[Query], answers: Iterable[Sequence[str]]) -> Marks:
    """Judge the addresses that were found for each query, best first."""
    found = list(zip(queries, answers, strict=True))
    first = [bool(addresses) and addresses[0] in query.expected for query, addresses in found]
    five = [any(address in query.expected for address in addresses[:FIVE]) for query, addresses in found]
    classes: dict[str, list[bool]] = {}
    for query, hit in zip(queries, first, strict=True):
        classes.setdefault(query.sort, []).append(hit)
    shares = {sort: sum(hits) / len(hits) for sort, hits in classes.items()}
    missed = tuple(query.text for query, hit in zip(queries, first, strict=True) if not hit)
    return Marks(sum(first) / len(first), sum(five) / len(five), shares, missed)


def _typed(sort: str, text: str) -> str:
    return unicodedata.normalize("NFD", text) if sort == DECOMPOSED else text
