"""From files to a checked library: what a check prints and what a build starts from."""

import dataclasses
from dataclasses import dataclass

from handbook.addresses.addresses import Addresses
from handbook.build.checking import remembered_check
from handbook.build.kept_records import KeptRecords
from handbook.build.memory import Memory
from handbook.diagnostics.finding import Finding
from handbook.library.drafts import published
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.rules.checking import check_library
from handbook.rules.drafts import hidden_pages
from handbook.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class Prepared:
    """A library with its addresses and everything that was found."""

    settings: Settings
    library: Library
    """What is published: everything but the drafts."""
    whole: Library
    """Everything."""
    addresses: Addresses
    findings: list[Finding]
    hidden: frozenset[str] = frozenset()
    """The pages, by their file inside docs/, that are not made because of drafts."""


def opened(prepared: Prepared) -> Prepared:
    """Give the same handbook with all records open for good, for who outlasts what they are kept in."""
    library = prepared.library.opened()
    whole = library if prepared.whole is prepared.library else prepared.whole.opened()
    return dataclasses.replace(prepared, library=library, whole=whole)


def prepare(settings: Settings, memory: Memory | None = None) -> Prepared:
    """Load everything and check it; all findings at once.

    Args:
        settings: Where everything is.
        memory: What earlier checks and builds remember, if this one may use it.
    """
    addresses = Addresses(settings)
    if memory is None:
        library, findings = load_library(settings)
        findings += check_library(library, addresses)
    else:
        shelf = KeptRecords(memory)
        library, findings = load_library(settings, shelf)
        shelf.close()
        findings += remembered_check(library, addresses, memory)
    return Prepared(settings, published(library), library, addresses, findings, hidden_pages(library, addresses))
