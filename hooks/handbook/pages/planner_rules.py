"""What the planner counts with: every kind of meeting with its rhythm, its deadlines and what it is prepared with.

The numbers are those of `schedule`; words and addresses are put beside them here. Must not know how days are counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from handbook.addresses.addresses import INDEX, Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.basis_values import Href, basis_values
from handbook.records.meeting import Meeting
from handbook.records.references import Reference
from handbook.schedule.deadlines import offsets
from handbook.schedule.export import schedule_rules
from handbook.text.slug import slug
from handbook.views.inline import line_of, link, plain
from handbook.views.meeting import milestones
from handbook.views.work_blocks import Milestone

TOOL = "planner"
NAMELESS = "handbook"
"""Stands for a handbook's name without a letter that an identifier may hold, as in the calendars to take away."""


def planner_rules(library: Library, addresses: Addresses, page: Target) -> Mapping[str, Any]:
    """Give the rules of all kinds of meeting, with their words and with addresses relative to a page."""
    start = addresses.page_address(page)

    def href(target: Target) -> str:
        return addresses.link(target, start)

    rules = schedule_rules(library)
    meetings = {
        entry.id: {**rules["meetings"][entry.id], **_words(library, entry, entry.record, href)}
        for entry in library.of_kind("meeting")
        if isinstance(entry.record, Meeting)
    }
    own = next((one for one in library.pages.values() if one.meta.tool == TOOL and one.path != INDEX), None)
    return {
        **rules,
        "publisher": slug(library.settings.deployment.name) or NAMELESS,
        "page": href(own.target) if own and own.target != page else "",
        "meetings": meetings,
    }


def _words(library: Library, entry: Entry, meeting: Meeting, href: Href) -> Mapping[str, Any]:
    told = milestones(library, meeting)
    counted = offsets(library, meeting)
    return {
        "title": meeting.short_title,
        "href": href(entry.target),
        "rhythm": plain(line_of(library, meeting.rhythm.text)) if meeting.rhythm else "",
        "deadlines": [
            {**asdict(offset), **_deadline(one, entry, href)} for offset, one in zip(counted, told, strict=True)
        ],
        "checklists": _papers(library, meeting.checklists, href),
        "forms": _papers(library, (*meeting.forms, *meeting.criteria), href),
    }


def _deadline(told: Milestone, entry: Entry, href: Href) -> Mapping[str, Any]:
    return {
        "href": href(Target(entry.kind, entry.id, told.anchor)),
        "rule": plain(told.day),
        "words": plain(told.line),
        "who": told.who,
        "scope": told.scope.words if told.scope else "",
        "bases": [basis_values(basis, href) for basis in told.bases],
    }


def _papers(library: Library, references: Iterable[Reference], href: Href) -> list[Mapping[str, str]]:
    links = (link(library, library.target(reference)) for reference in references)
    return [{"words": one.words, "href": href(one.target)} for one in links]
