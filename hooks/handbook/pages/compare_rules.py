"""What the comparison of two scoring tables counts with: the rules of every table that is scored now, each as it is.

No criterion is matched with one of another table: which of them are about the same is not in the data.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.former_ids import former_ids
from handbook.records.criteria import Criteria
from handbook.scoring.export import exported
from handbook.scoring.table import ScoreTable, score_table
from handbook.views.inline import line_of, plain

TOOL = "compare"
KIND = "criteria"


def compare_rules(library: Library, addresses: Addresses, page: Target) -> Mapping[str, Any]:
    """Give the rules of all tables that can be scored, with addresses relative to a page."""
    start = addresses.page_address(page)
    return {
        "tables": [
            {
                **exported(table),
                **former_ids(entry),
                "title": entry.record.short_title,
                "href": addresses.link(entry.target, start),
            }
            for entry, table in _scored(library)
            if isinstance(entry.record, Criteria)
        ]
    }


def compare_address(library: Library, addresses: Addresses, page: Target) -> str:
    """Give where tables are compared, relative to a page; empty where no page does it or there is one table alone."""
    own = next((one for one in library.pages.values() if one.meta.tool == TOOL), None)
    if own is None or sum(1 for _ in _scored(library)) < 2:  # noqa: PLR2004 - a comparison takes two
        return ""
    return addresses.link(own.target, addresses.page_address(page))


def _scored(library: Library) -> Iterator[tuple[Entry, ScoreTable]]:
    for entry in library.of_kind(KIND):
        if isinstance(entry.record, Criteria) and entry.record.standing == "current":
            table = score_table(library, entry.id, entry.record, lambda text: plain(line_of(library, text)))
            if table.leaves:
                yield entry, table
