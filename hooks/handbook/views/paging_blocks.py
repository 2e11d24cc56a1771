"""What leads from page to page of something that is too long for one."""

from dataclasses import dataclass

from handbook.views.pieces import Link


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One of the pages: its link, and what it begins with."""

    link: Link
    begins: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A heading that stands on a further page; links that led to it before keep their anchor on the first one."""

    anchor: str
    link: Link


@dataclass(frozen=True, slots=True)
class Paging:
    """All pages of something long, seen from one of them."""

    number: int
    """Which page this is, from 1."""
    total: int
    """How many units all pages hold together."""
    pages: tuple[PageEntry, ...]
    elsewhere: tuple[Elsewhere, ...]
    """On the first page alone."""
