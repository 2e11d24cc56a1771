"""What the calculators compare with: the shares that meetings name, each with what it rests on and how sure that is."""

from collections.abc import Mapping
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.basis_values import basis_values
from handbook.records.meeting import Meeting
from handbook.rules.points import amount
from handbook.views.inline import line_of, plain
from handbook.views.lines import bases


def calculator_rules(library: Library, addresses: Addresses, page: Target) -> Mapping[str, Any]:
    """Give the shares of all kinds of meeting, with addresses relative to a page."""
    start = addresses.page_address(page)

    def href(target: Target) -> str:
        return addresses.link(target, start)

    return {
        "shares": [
            {
                "of": share.of,
                "meeting": entry.record.short_title,
                "href": href(entry.target),
                "words": plain(line_of(library, share.text)),
                "at_least": amount(library, share.at_least),
                "fraction": share.fraction,
                "bases": [basis_values(basis, href) for basis in bases(library, share.statements)],
            }
            for entry in library.of_kind("meeting")
            if isinstance(entry.record, Meeting)
            for share in entry.record.shares
        ]
    }
