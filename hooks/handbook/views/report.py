"""Which view shows which report: the one place that knows all of them."""

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.views.blocks import View
from handbook.views.changes import changes_view
from handbook.views.codes import codes_view
from handbook.views.journey import journey_view
from handbook.views.offers import downloads_view
from handbook.views.to_compare import to_compare_view


def report_view(library: Library, addresses: Addresses, target: Target) -> View:
    """Give the view of a page made from the whole library.

    Raises:
        LookupError: The vocabulary does not name it.
    """
    report = library.settings.report(target.id)
    if report is None:
        raise LookupError(f"{target.id} is not published")
    match report.id:
        case "to-compare":
            return to_compare_view(library, report)
        case "codes":
            return codes_view(report)
        case "changes":
            return changes_view(library, addresses, report)
        case "journey":
            return journey_view(library, addresses, report)
        case "downloads":
            return downloads_view(library, addresses, report)
