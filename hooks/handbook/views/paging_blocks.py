"""What leads from page to page of something that is too long for one."""

from dataclasses import dataclass

from handbook.library.target import Target


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One of the pages: its number in words, where it is, and what it begins with."""

    words: str
    target: Target
    begins: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A heading that stands on a further page; links that led to it before keep their anchor on the first one."""

    anchor: str
    words: str
    target: Target


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
