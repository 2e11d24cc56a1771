"""For the rules over documents: records that trip them, and records that just pass."""

import datetime as dt
from typing import Any

from handbook.rules import documents
from libraries import DAY
from rule_cases import Case, Records


def replacing(**fields: Any) -> Records:
    """A new document that took the place of an old one, which has these fields."""
    new = {"issued_on": dt.date(2026, 5, 2), "supersedes": [{"document": "old", "relation": "stated"}]}
    return {"document/new": new, "document/old": {"status": "superseded", "issued_on": dt.date(2026, 5, 1), **fields}}


DOCUMENT_CASES: dict[str, Case] = {
    "a document that replaces itself": (
        documents.no_circles,
        "document.circle",
        {"document/a": {"supersedes": [{"document": "a", "relation": "stated"}]}},
        replacing(),
    ),
    "a date before the old one": (
        documents.dates_run_forward,
        "document.date",
        replacing(issued_on=dt.date(2026, 5, 3)),
        replacing(issued_on=dt.date(2026, 5, 2)),
    ),
    "a date after the build": (
        documents.dates_run_forward,
        "document.date",
        {"document/a": {"issued_on": DAY + dt.timedelta(1)}},
        {"document/a": {"issued_on": DAY}},
    ),
    "an unknown date": (
        documents.dates_run_forward,
        "document.date",
        replacing(issued_on=dt.date(2026, 5, 3)),
        replacing(issued_on=None, issued_note="Chưa rõ."),
    ),
    "superseded by nobody": (
        documents.status_fits,
        "document.status",
        {"document/a": {"status": "superseded"}},
        {"document/a": {"status": "superseded", "status_note": "Theo lời kể."}},
    ),
    "in force though replaced": (
        documents.status_fits,
        "document.status",
        replacing(status="in_force"),
        replacing(status="unclear"),
    ),
    "two documents of one number": (
        documents.names_differ,
        "document.name",
        {"document/new": {"number": "1/HS", "called": "1/HS (2026)"}, "document/old": {"number": "1/hs"}},
        {
            "document/new": {"number": "1/HS", "called": "1/HS (2026)"},
            "document/old": {"number": "1/hs", "called": "1/HS (2025)"},
            "document/other": {"number": "2/HS"},
        },
    ),
}
