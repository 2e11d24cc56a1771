"""Which tools a page made from data offers: what readers can do on it besides reading.

A tool is known here by the name of its script alone; a page that offers none loads no script for it.
"""

from collections.abc import Mapping

from handbook.views.blocks import View
from handbook.views.on_paper import is_filled_in

OF_RECORDS: Mapping[str, tuple[str, ...]] = {
    "checklist": ("checklist",),
    "criteria": ("score", "paper-head"),
    "form": ("paper-head",),
}
"""The tools of a record's page, by its kind."""

FILLED_IN = frozenset({"criteria"})
"""Kinds whose tools are of use only where the record is: a table that is kept to be looked up is not scored."""

OF_INDEXES: Mapping[str, tuple[str, ...]] = {
    "case": ("finder",),
    "topic": ("finder",),
}
"""The tools of the page that lists all records of a kind."""


def tools_of(view: View) -> tuple[str, ...]:
    """Give the tools of a generated page; pages written by hand name theirs themselves."""
    target = view.target
    if not target.id:
        return OF_INDEXES.get(target.kind, ())
    return () if target.kind in FILLED_IN and not is_filled_in(view) else OF_RECORDS.get(target.kind, ())
