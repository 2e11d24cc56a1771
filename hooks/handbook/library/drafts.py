"""What is published of a library: everything but the drafts. Knows no rules and no addresses."""

from handbook.library.library import Library
from handbook.library.loading import assemble
from handbook.library.target import PAGE, Target


def drafts(library: Library) -> frozenset[Target]:
    """Give the records and pages that are drafts."""
    records = (target for target in library.entries if library.entries.is_draft(target))
    pages = (page.target for page in library.pages.values() if page.meta.draft)
    return frozenset((*records, *pages))


def published(library: Library) -> Library:
    """Give the library without its drafts: nothing in it knows of them."""
    hidden = drafts(library)
    if not hidden:
        return library
    entries = library.entries.without(hidden)
    pages = {path: page for path, page in library.pages.items() if Target(PAGE, path) not in hidden}
    return assemble(library.settings, entries, pages, library.unread, library.sheets)
