"""Which view shows which report: the one place that knows all of them."""

from collections.abc import Callable, Mapping

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.settings.vocabulary import ReportEntry, ReportId
from handbook.views.blocks import View
from handbook.views.changes import changes_view
from handbook.views.codes import codes_view
from handbook.views.criteria_items import criteria_items_view
from handbook.views.fields import fields_index_view, fields_view
from handbook.views.journey import journey_view
from handbook.views.long_view import LongView, whole_view
from handbook.views.offers import downloads_view
from handbook.views.outside_links import outside_links_view
from handbook.views.problem_remedies import problem_remedies_view
from handbook.views.review import review_view
from handbook.views.to_compare import to_compare_view
from handbook.views.topic_quarters import topic_quarters_view


def _fields(library: Library, _: Addresses, report: ReportEntry) -> View:
    return fields_view(library, report)


LONG_REPORTS: Mapping[ReportId, Callable[[Library, Addresses, ReportEntry], LongView]] = {
    "to-compare": lambda library, _, report: to_compare_view(library, report),
    "downloads": downloads_view,
    "criteria-items": lambda library, _, report: criteria_items_view(library, report),
    "problem-remedies": lambda library, _, report: problem_remedies_view(library, report),
    "topic-quarters": lambda library, _, report: topic_quarters_view(library, report),
    "outside-links": lambda library, _, report: outside_links_view(library, report),
}
"""The reports that grow with the handbook, and may be too long for one page."""

REPORT_VIEWS: Mapping[ReportId, Callable[[Library, Addresses, ReportEntry], View]] = {
    "review": lambda library, _, report: review_view(library, report),
    "codes": lambda _, __, report: codes_view(report),
    "changes": changes_view,
    "journey": journey_view,
    "fields": lambda library, _, report: fields_index_view(library, report),
    "fields-document": _fields,
    "fields-source": _fields,
    "fields-checklist": _fields,
    "fields-criteria": _fields,
    "fields-case": _fields,
    "fields-meeting": _fields,
    "fields-topic": _fields,
    "fields-problem": _fields,
    "fields-form": _fields,
    "fields-term": _fields,
}


def report_view(library: Library, addresses: Addresses, target: Target) -> View:
    """Give the view of a page made from the whole library.

    Raises:
        LookupError: The vocabulary does not name it.
    """
    long = long_report(library, addresses, target)
    if long is not None:
        return whole_view(long)
    report = _named(library, target)
    return REPORT_VIEWS[report.id](library, addresses, report)


def long_report(library: Library, addresses: Addresses, target: Target) -> LongView | None:
    """Give a report in units; None for one that is never too long.

    Raises:
        LookupError: The vocabulary does not name it.
    """
    report = _named(library, target)
    make = LONG_REPORTS.get(report.id)
    return make(library, addresses, report) if make else None


def _named(library: Library, target: Target) -> ReportEntry:
    report = library.settings.report(target.id)
    if report is None:
        raise LookupError(f"{target.id} is not published")
    return report
