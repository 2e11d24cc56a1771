"""What a file to take away says of where it comes from: the handbook, the page's address, the day."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from handbook.library.target import Target

Address = Callable[[Target], str]
"""Gives the public address of a target, or "" when the deployment has none: then its words are printed alone."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a file comes from; the same for every format of a page."""

    handbook: str
    """The handbook's name."""
    address: str
    """The public address of the page it was made from; empty when the deployment has none: then there is no QR code."""
    date: dt.date
    """The day of the build, the only date a file carries: the same input gives the same bytes."""
    href: Address
    """Where links of the page lead."""
