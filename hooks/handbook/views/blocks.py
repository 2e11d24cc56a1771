"""The vocabulary of a view: the few kinds of block that every page and every file to take away is made of.

Blocks hold plain text, never markup. Whoever prints them escapes as its format needs.
"""

from dataclasses import dataclass

from handbook.library.certainty import Level as Dial
from handbook.library.target import Target as Target
from handbook.views.chart_blocks import Bars as Bars
from handbook.views.criteria_blocks import Criteria as Criteria
from handbook.views.criteria_blocks import Criterion as Criterion
from handbook.views.criteria_blocks import LevelRow as LevelRow
from handbook.views.facet_blocks import Facet as Facet
from handbook.views.facet_blocks import FacetValue as FacetValue
from handbook.views.file_blocks import FileLink as FileLink
from handbook.views.file_blocks import FileRow as FileRow
from handbook.views.file_blocks import Files as Files
from handbook.views.form_blocks import FormSheet as FormSheet
from handbook.views.paging_blocks import Paging as Paging
from handbook.views.pieces import Basis as Basis
from handbook.views.pieces import Certainty as Certainty
from handbook.views.pieces import Chip as Chip
from handbook.views.pieces import ChipFamily as ChipFamily
from handbook.views.pieces import Code as Code
from handbook.views.pieces import Fact as Fact
from handbook.views.pieces import Figure as Figure
from handbook.views.pieces import Inline as Inline
from handbook.views.pieces import Line as Line
from handbook.views.pieces import Link as Link
from handbook.views.pieces import Outside as Outside
from handbook.views.pieces import Strong as Strong
from handbook.views.pieces import Tone as Tone
from handbook.views.pieces import Words as Words
from handbook.views.prose_blocks import Listing as Listing
from handbook.views.prose_blocks import Point as Point
from handbook.views.sample_blocks import Sample as Sample
from handbook.views.work_blocks import Ruler as Ruler
from handbook.views.work_blocks import Steps as Steps


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `quiet` marks secondary text (hints, dates)."""

    line: Line
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list; `caution` marks limits and things to check."""

    lines: tuple[Line, ...]
    caution: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A framed note: what it is about first, then the sentences."""

    title: str
    lines: tuple[Line, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """The panel of facts under a page's head."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; `certainty` is printed as a dial with its short words."""

    line: Line
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; numbers are set to the right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; the first cell is its head. `anchor` is empty when nothing links to the row."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; `note` says under it what the source leaves open."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do, as a checklist's row."""

    anchor: str
    number: str
    line: Line
    duty: Chip
    scope: Chip | None
    bases: tuple[Basis, ...]
    facts: tuple[Fact, ...]
    """Who, when, proof; what is unknown is left out."""
    notes: tuple[Line, ...]
    serves: tuple[Link, ...]
    """The criteria the item earns points for."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A checklist's phase: before, during, after; `hint` says when in a few words (may be empty)."""

    anchor: str
    title: str
    hint: str
    items: tuple[Item, ...]
    former: tuple[str, ...] = ()
    """The ids that the checklist had before, under which readers may have kept marks."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a statement was seen: the source, how much of it was read, when; `differs` when it says otherwise."""

    link: Link
    extent: str
    checked: str
    differs: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement on its document's or source's page, with where it was seen and where it is used."""

    anchor: str
    line: Line
    place: str
    """Where in the text, in words (may be empty)."""
    certainty: Certainty
    sightings: tuple[Sighting, ...]
    uses: tuple[Link, ...]
    left_out: str = ""
    """Why it is used nowhere, when that is meant."""
    more: str = ""
    """After the uses, where there are more than are named."""


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a document or source."""

    entries: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """A document in the line of documents that replaced each other."""

    link: Link
    date: str
    status: Chip
    current: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The line of documents from old to new."""

    entries: tuple[ChainEntry, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """All degrees of certainty with their meaning; `current` is the one that holds here, or none."""

    steps: tuple[tuple[Certainty, str], ...]
    current: Dial | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list: its kind, the link, one line about it, chips, what it can be found by."""

    link: Link
    kind: Chip | None = None
    note: Line = ()
    chips: tuple[Chip, ...] = ()
    certainty: Certainty | None = None
    facets: tuple[Facet, ...] = ()
    """What the record can be found by."""


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of records: an index, or where a record is used."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Prose of a record, in Markdown, its references still in place."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A ready citation, short and full."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; `hint` is a quiet line beside the heading."""

    anchor: str
    title: str
    blocks: tuple["Block", ...]
    hint: str = ""
    screen_only: bool = False
    """Of no use on paper: where a record is used, is found by following links."""


Block = (
    Paragraph
    | Bullets
    | Listing
    | Note
    | Facts
    | Table
    | Phase
    | Statements
    | Chain
    | Ladder
    | Entries
    | Criteria
    | Ruler
    | Steps
    | FormSheet
    | Bars
    | Sample
    | Files
    | Story
    | Citation
    | Section
)


@dataclass(frozen=True, slots=True)
class View:
    """A whole page: its head and its blocks."""

    target: Target
    title: str
    crumb: str
    """Short title for breadcrumbs and lists (a document's number)."""
    description: str
    """One plain sentence for search results and shared links."""
    kind: Chip | None
    chips: tuple[Chip, ...]
    lead: Line
    meta: tuple[Line, ...]
    """Quiet lines under the head: issuer and date, how many items, when last checked."""
    blocks: tuple[Block, ...]
    file: str = ""
    """The record's file, relative to the project root; empty for indexes."""
    line: int = 0
    files: tuple[FileLink, ...] = ()
    """What can be taken away; shown before the blocks."""
    paging: Paging | None = None
    """The other pages, where one is not enough."""
