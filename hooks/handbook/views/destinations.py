"""Links of the changes and of the journey: to records, their parts, and pages of any sort."""

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT
from handbook.records.destination import Destination, Pointer
from handbook.rules.pages import find_destination
from handbook.views.blocks import Link
from handbook.views.inline import link
from handbook.views.lines import origin_link


def destination_link(library: Library, addresses: Addresses, wanted: Destination, words: str | None = None) -> Link:
    """Give a link to a destination, under its own name when no words are given.

    Raises:
        LookupError: When it leads nowhere, which a checked library rules out.
    """
    target = find_destination(library, addresses, wanted)
    if target is None:
        raise LookupError(f"{wanted} leads nowhere")
    if target.kind in {PAGE, REPORT} or not target.id:
        named = origin_link(library, target.whole())
        return Link(words or named.words, target)
    return link(library, target, words)


def pointer_link(library: Library, addresses: Addresses, pointer: Pointer) -> Link:
    """Give the link of a pointer."""
    return destination_link(library, addresses, pointer.to, pointer.words)
