"""Which tools a page made from data offers: what readers can do on it besides reading.

A tool is known here by the name of its script alone; a page that offers none loads no script for it.
"""

from collections.abc import Mapping

from handbook.views.blocks import Section, Steps, View
from handbook.views.on_paper import is_filled_in

OF_RECORDS: Mapping[str, tuple[str, ...]] = {
    "checklist": ("checklist",),
    "criteria": ("score", "paper-head"),
    "form": ("paper-head",),
    "meeting": ("agenda",),
}
"""The tools of a record's page, by its kind."""

FILLED_IN = frozenset({"criteria"})
"""Kinds whose tools are of use only where the record is: a table that is kept to be looked up is not scored."""

TIMED = frozenset({"meeting"})
"""Kinds whose tools are of use only where steps say how long they take."""

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
    useless = (target.kind in FILLED_IN and not is_filled_in(view)) or (target.kind in TIMED and not _is_timed(view))
    return () if useless else OF_RECORDS.get(target.kind, ())


def _is_timed(view: View) -> bool:
    sections = (block for block in view.blocks if isinstance(block, Section))
    steps = (steps for section in sections for steps in section.blocks if isinstance(steps, Steps))
    return any(step.minutes for one in steps for step in one.steps)
