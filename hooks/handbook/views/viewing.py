"""Which view shows which target: the one place that knows all kinds of page."""

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.case import Case
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.source import Source
from handbook.views.blocks import View
from handbook.views.case import case_view
from handbook.views.checklist import checklist_view
from handbook.views.criteria import criteria_view
from handbook.views.document import document_view
from handbook.views.index import index_view
from handbook.views.source import source_view


def view_of(library: Library, addresses: Addresses, target: Target) -> View:
    """Give the view of a record, or of a kind's index.

    Raises:
        TypeError: For a record of a kind without a view, which the tests rule out.
    """
    if not target.id:
        return index_view(library, target.kind)
    entry = library.entry(target)
    match entry.record:
        case Document() as document:
            return document_view(library, addresses, entry, document)
        case Source() as source:
            return source_view(library, addresses, entry, source)
        case Checklist() as checklist:
            return checklist_view(library, addresses, entry, checklist)
        case Criteria() as criteria:
            return criteria_view(library, addresses, entry, criteria)
        case Case() as case:
            return case_view(library, addresses, entry, case)
        case record:
            raise TypeError(f"no view for {type(record).__name__}")
