"""What a rule rests on as plain values, for the tools of pages."""

from collections.abc import Callable, Mapping

from handbook.library.target import Target
from handbook.views.pieces import Basis

Href = Callable[[Target], str]
"""Gives the address of a target, relative to a page."""


def basis_values(basis: Basis, href: Href) -> Mapping[str, str]:
    """Give what a rule rests on and how sure that is, in words."""
    return {
        "words": basis.link.words,
        "href": href(basis.link.target),
        "status": basis.link.status.words if basis.link.status else "",
        "certainty": basis.certainty.short_words,
    }
