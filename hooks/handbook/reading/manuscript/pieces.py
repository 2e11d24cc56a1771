"""What a manuscript is made of: titles, passages, lists, tables, notes; inside them text, links, references.

It must not know where links lead, nor how anything is shown.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from handbook.reading.places import Place
from handbook.reading.references import Mention


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; `strong` and `code` say how it was set apart."""

    words: str
    strong: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Words that lead somewhere; the target is as written."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the words for those who do not see it, and its file as written."""

    words: str
    target: str


Run = Text | Way | Picture | Mention
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading. `id` is its own anchor, if it is given one."""

    level: int
    runs: Runs
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Point:
    """An entry of a list, with the list under it."""

    runs: Runs
    inner: "Listing | None" = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of points, numbered from 1 or not."""

    numbered: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head, which columns are set to the right, its rows."""

    head: tuple[Runs, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Lines shown as they are written, such as commands."""

    text: str


@dataclass(frozen=True, slots=True)
class Boxed:
    """A note: its sort as written ("warning"), its title, what it says."""

    sort: str
    title: Runs
    pieces: "tuple[Piece, ...]"


Piece = Title | Passage | Listing | Grid | Listed | Boxed


class Odd(StrEnum):
    """What does not belong in a manuscript."""

    QUOTE = auto()
    RULE = auto()
    UNDERLINED_TITLE = auto()
    INDENTED = auto()
    FOOTNOTE = auto()
    DEFINITION = auto()
    LABEL = auto()
    CONTENTS = auto()
    COMMENT = auto()
    CODE_OPEN = auto()
    CODE_GLUED = auto()
    FRAME = auto()
    ATTRIBUTES = auto()
    ITALIC = auto()
    LINE_BREAK = auto()
    LINK_IN_LINK = auto()
    LINK_LOOSE = auto()
    REFERENCE_CUT = auto()
    LIST_GLUED = auto()
    LIST_MIXED = auto()
    LIST_NUMBERS = auto()
    LIST_INDENT = auto()
    LIST_DEPTH = auto()
    LIST_BLOCK = auto()
    LIST_ENDLESS = auto()
    TABLE_GLUED = auto()
    TABLE_EDGE = auto()
    TABLE_CELLS = auto()
    TABLE_EMPTY = auto()
    NOTE_TITLE = auto()
    NOTE_SORT = auto()
    NOTE_EMPTY = auto()
    NOTE_BLOCK = auto()


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that does not belong, and where it stands; places count from the first line of the text."""

    odd: Odd
    place: Place


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text as it was read: what stands in it, in order, and all that does not belong."""

    pieces: tuple[Piece, ...]
    oddities: tuple[Oddity, ...]
