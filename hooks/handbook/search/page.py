"""What can be found: a page with its passages, in plain text. It does not matter here where a page comes from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from handbook.text.pickling import QuicklyPickled

NO_MARK = ""
GUIDE, INDEX, REPORT, EDITING = "guide", "index", "report", "editing"
"""The sorts of page that are no record's: by hand, the list of a kind, made from the whole library, for editors."""


@dataclass(frozen=True, slots=True)
class Passage(QuicklyPickled):
    """A stretch of a page under one heading; the first of a page has neither anchor nor heading."""

    anchor: str
    heading: str
    text: str
    """Plain text; what stands on different lines does not belong together."""


@dataclass(frozen=True, slots=True)
class Found(QuicklyPickled):
    """A page that can be found."""

    address: str
    """From the root of the site, ending in a slash; "" is the start page."""
    title: str
    short: str
    """How the page is called in few words; may be the title."""
    sort: str
    """A kind of record, or one of the sorts above."""
    label: str
    """The sort in words, shown with the result."""
    passages: tuple[Passage, ...]
    status: str = ""
    """What readers must be warned of, in words: a document that is superseded or unclear."""
    other_names: tuple[str, ...] = ()
    """What else the page is called: abbreviations and other spellings of a term."""
    asked: tuple[str, ...] = ()
    """What people type who want the page, where it says so in other words; no result shows it."""

    @property
    def mark(self) -> str:
        """It has none: it is at hand."""
        return NO_MARK

    def fetch(self) -> "Found":
        """Give the page, which is at hand."""
        return self

    def locations(self) -> Iterator[str]:
        """Give the addresses that results lead to: the page's, and its passages'."""
        yield self.address
        yield from (f"{self.address}#{passage.anchor}" for passage in self.passages if passage.anchor)


class Findable(Protocol):
    """A page that can be found, or what fetches it when it is looked into: all of them would be much to hold."""

    @property
    def address(self) -> str:
        """Its address, as that of a found page."""

    @property
    def mark(self) -> str:
        """What no other page has that says something else; `NO_MARK` where it has to be fetched to know."""

    def fetch(self) -> Found:
        """Give the page."""


@dataclass(frozen=True, slots=True)
class LaterFound:
    """A page that is fetched when it is looked into."""

    address: str
    fetch: Callable[[], Found]
    mark: str = NO_MARK


@dataclass(frozen=True, slots=True)
class Writing:
    """A term's abbreviation and what it stands for."""

    short: str
    full: str
