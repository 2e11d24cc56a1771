"""Runs all rules, in the order in which a person would mend what they tell."""

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.rules import (
    cases,
    documents,
    drafts,
    duties,
    letters,
    manuscripts,
    meetings,
    old_ids,
    pages,
    points,
    prose,
    references,
    reports,
    sources,
    statements,
    terms,
    typography,
    vocabulary,
)

LIBRARY_RULES = (
    vocabulary.closed_lists_hold,
    references.references_resolve,
    references.references_are_well_formed,
    old_ids.old_ids_are_free,
    drafts.references_lead_to_no_draft,
    drafts.blanks_are_filled,
    documents.no_circles,
    documents.dates_run_forward,
    documents.status_fits,
    documents.names_differ,
    points.amounts_hold_numbers,
    typography.measures_hold_numbers,
    points.points_add_up,
    points.levels_lie_inside,
    points.bands_cover_the_range,
    points.bands_need_what_is_there,
    duties.duties_are_supported,
    duties.nothing_current_rests_on_superseded,
    meetings.days_can_be_counted,
    meetings.deadlines_stand_in_order,
    meetings.steps_fill_the_duration,
    cases.comparisons_hold,
    terms.writings_differ,
    sources.addresses_of_sources_differ,
    statements.statements_are_used,
    letters.letters_can_be_printed,
)
ADDRESS_RULES = (
    pages.pages_say_something,
    pages.addresses_differ,
    pages.navigation_leads_somewhere,
    pages.pages_can_be_found,
    reports.reports_have_their_data,
    reports.changes_have_happened,
    reports.destinations_lead_somewhere,
    reports.pages_belong_to_one_step,
    prose.prose_is_sound,
    manuscripts.prose_can_be_printed,
    old_ids.links_use_new_ids,
    drafts.links_lead_to_no_draft,
)


def check_library(library: Library, addresses: Addresses) -> list[Finding]:
    """Check a library against all rules.

    Rules about addresses run only when every kind has one.
    """
    unnamed = list(vocabulary.kinds_are_named(library))
    findings = [finding for rule in LIBRARY_RULES for finding in rule(library)]
    if unnamed:
        return unnamed + findings
    return findings + [finding for rule in ADDRESS_RULES for finding in rule(library, addresses)]
