"""Runs all rules, sorted by how much of a library they have to see: what is told is sorted later, by its place."""

from collections.abc import Iterator

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.resting import collector_resting
from handbook.rules import (
    cases,
    documents,
    drafts,
    duties,
    freshness,
    house,
    letters,
    links,
    manuscripts,
    meetings,
    old_ids,
    pages,
    points,
    prose,
    published,
    references,
    reports,
    sources,
    statements,
    terms,
    typography,
    vocabulary,
)

RECORD_RULES = (
    vocabulary.closed_lists_hold,
    references.references_resolve,
    references.references_are_well_formed,
    old_ids.old_ids_of_parts_are_free,
    drafts.references_lead_to_no_draft,
    drafts.blanks_are_filled,
    documents.dates_run_forward,
    documents.status_fits,
    points.amounts_hold_numbers,
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
    letters.letters_can_be_printed,
    freshness.reviews_are_in_time,
    freshness.owners_of_pages_are_known,
    house.house_words_are_kept,
)
"""What they tell of a record, page or single file depends on it alone and on what it looks up: what its references
lead to, what takes the place of a document, the settings."""
COMPARING_RULES = (
    documents.no_circles,
    documents.names_differ,
    terms.writings_differ,
    sources.addresses_of_sources_differ,
    statements.statements_are_used,
)
"""They compare records with each other, and tell of nothing but records."""
LIBRARY_RULES = (
    old_ids.old_ids_are_free,
    typography.measures_hold_numbers,
    links.links_answered,
    letters.letters_of_the_deployment_can_be_printed,
    house.exceptions_are_needed,
)
"""They look at the settings, or at every record's card; a hint of theirs may name any record."""
RECORD_ADDRESS_RULES = (
    pages.pages_say_something,
    prose.prose_is_sound,
    manuscripts.prose_can_be_printed,
)
"""As the rules for records, with addresses: they may look up any page by its file."""
ADDRESS_RULES = (
    pages.addresses_differ,
    pages.navigation_leads_somewhere,
    pages.pages_can_be_found,
    reports.reports_have_their_data,
    reports.changes_have_happened,
    reports.destinations_lead_somewhere,
    reports.pages_belong_to_one_step,
    old_ids.links_use_new_ids,
    drafts.links_lead_to_no_draft,
    published.published_addresses_lead_somewhere,
)
"""As the rules for the library, with addresses; of records they read only what they are called."""


def check_library(library: Library, addresses: Addresses) -> list[Finding]:
    """Check a library against all rules.

    Rules about addresses run only when every kind has one.
    """
    with collector_resting():
        return [*check_whole(library, addresses), *check_each(library, addresses)]


def check_whole(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Check what shows only when records are compared."""
    yield from (finding for rule in COMPARING_RULES for finding in rule(library))
    yield from check_around(library, addresses)


def check_around(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Check what stands around the records: settings, addresses, links of pages to them."""
    unnamed = list(vocabulary.kinds_are_named(library))
    yield from unnamed
    yield from (finding for rule in LIBRARY_RULES for finding in rule(library))
    if not unnamed:
        yield from (finding for rule in ADDRESS_RULES for finding in rule(library, addresses))


def check_each(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Check what shows in a record, page or single file by itself: all of them, or the one in focus."""
    yield from (finding for rule in RECORD_RULES for finding in rule(library))
    if not any(vocabulary.kinds_are_named(library)):
        yield from (finding for rule in RECORD_ADDRESS_RULES for finding in rule(library, addresses))
