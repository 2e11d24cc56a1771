"""Which view shows which target: the one place that knows all kinds of page."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.addresses.long_pages import pages_of
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.records.case import Case
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.form import Form
from handbook.records.meeting import Meeting
from handbook.records.problem import Problem
from handbook.records.shared import Record
from handbook.records.source import Source
from handbook.records.term import Term
from handbook.records.topic import Topic
from handbook.views.blocks import View
from handbook.views.case import case_view
from handbook.views.checklist import checklist_view
from handbook.views.criteria import criteria_view
from handbook.views.document import document_view
from handbook.views.form import form_view
from handbook.views.hand_page import hand_view
from handbook.views.index import index_in_units, index_view
from handbook.views.journey import position
from handbook.views.long_view import view_of_page
from handbook.views.meeting import meeting_view
from handbook.views.offers import with_offers
from handbook.views.problem import problem_view
from handbook.views.report import long_report, report_view
from handbook.views.source import source_view
from handbook.views.term import term_view
from handbook.views.topic import topic_view

VIEWS: Mapping[type[Record], Callable[[Library, Addresses, Entry, Any], View]] = {
    Document: document_view,
    Source: source_view,
    Checklist: checklist_view,
    Criteria: criteria_view,
    Case: case_view,
    Meeting: meeting_view,
    Topic: topic_view,
    Problem: problem_view,
    Form: form_view,
    Term: term_view,
}


def view_of(library: Library, addresses: Addresses, target: Target) -> View:
    """Give the view of a page: it names the files to take away and, on the journey, says at which step it is."""
    view = with_offers(library, addresses, _view_of_page(library, addresses, target))
    here = position(library, addresses, target)
    return dataclasses.replace(view, blocks=(*here, *view.blocks)) if here else view


def own_view(library: Library, addresses: Addresses, target: Target) -> View:
    """Give what a page itself says, without what leads on from page to page: this is what is printed.

    What is too long for one page is here in one piece.
    """
    if target.kind == REPORT:
        return report_view(library, addresses, target)
    if target.kind == PAGE:
        return hand_view(library, addresses, library.pages[target.id])
    if not target.id:
        return index_view(library, target.kind)
    entry = library.entry(target)
    return VIEWS[type(entry.record)](library, addresses, entry, entry.record)


def _view_of_page(library: Library, addresses: Addresses, target: Target) -> View:
    """Give one page of what may be too long for one."""
    long = None
    if target.kind == REPORT:
        long = long_report(library, addresses, target)
    elif target.kind != PAGE and not target.id:
        long = index_in_units(library, target.kind)
    if long is None:
        return own_view(library, addresses, target)
    return view_of_page(long, pages_of(library, target), target.page or 1)
