"""What the agenda with a clock begins with: the minutes of a meeting's steps and its shortest duration."""

from collections.abc import Mapping
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.former_ids import former_ids
from handbook.records.meeting import Meeting
from handbook.rules.points import amount


def agenda_rules(library: Library, addresses: Addresses, page: Target) -> Mapping[str, Any] | None:  # noqa: ARG001
    """Give the steps that say how long they take, by their anchors on the page; None where none does."""
    meeting = library.entry(page).record
    if not isinstance(meeting, Meeting):
        return None
    steps = [{"id": step.id, "minutes": step.minutes} for step in meeting.steps if step.minutes is not None]
    if not steps:
        return None
    return {
        "id": page.id,
        **former_ids(library.entry(page)),
        "shortest": amount(library, meeting.shortest_duration),
        "steps": steps,
    }
