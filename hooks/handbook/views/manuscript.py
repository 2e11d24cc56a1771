"""Prose as blocks: a page written by hand, or a record's story, with its references resolved.

It must not know how Markdown is written; what does not belong in prose has been told as a finding before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from handbook.library.library import Library
from handbook.reading.manuscript import pieces as read
from handbook.reading.manuscript.blocks import read_manuscript
from handbook.reading.references import Mention
from handbook.text.slug import slug
from handbook.views.blocks import (
    Block,
    Bullets,
    Cell,
    Code,
    Column,
    Inline,
    Line,
    Listing,
    Note,
    Outside,
    Paragraph,
    Point,
    Row,
    Sample,
    Section,
    Strong,
    Table,
    Tone,
    Words,
)
from handbook.views.inline import mentioned, plain

STORY_ANCHOR = "cau-chuyen-"
PICTURE_WORDS = "[Hình: {words}]"
TONES = {"success": Tone.GOOD, "warning": Tone.UNCLEAR, "danger": Tone.BAD}

Lead = Callable[[str, str], Inline]
"""Gives the piece that a link of the text is: its words and its target as written go in."""


def story_blocks(library: Library, markdown: str) -> tuple[Block, ...]:
    """Give a record's story as blocks."""

    def lead(words: str, target: str) -> Inline:
        return Outside(words, target) if ":" in target else Words(words)

    return Prose(library, lead, STORY_ANCHOR).blocks(read_manuscript(markdown, frames=False).pieces)


class Prose:
    """Turns the pieces of one text into blocks."""

    def __init__(self, library: Library, lead: Lead, prefix: str = "") -> None:
        """Make ready.

        Args:
            library: Where references are resolved.
            lead: What links are.
            prefix: What the anchors of headings begin with.
        """
        self._library = library
        self._lead = lead
        self._prefix = prefix
        self._anchors: set[str] = set()

    def blocks(self, pieces: Sequence[read.Piece]) -> tuple[Block, ...]:
        """Give the blocks, each heading with what stands under it; a heading of level 1 is the page's own title."""
        return tuple(self._blocks(list(pieces)))

    def _blocks(self, pieces: list[read.Piece]) -> Iterator[Block]:
        while pieces:
            piece = pieces.pop(0)
            if not isinstance(piece, read.Title):
                yield self._block(piece)
                continue
            anchor = self._anchor(piece)
            if piece.level == 1:
                continue
            under: list[read.Piece] = []
            while pieces and not _ends(pieces[0], piece.level):
                under.append(pieces.pop(0))
            yield Section(anchor, self._words(piece.runs), tuple(self._blocks(under)))

    def _block(self, piece: read.Piece) -> Block:
        match piece:
            case read.Listing(numbered=False) if not any(point.inner for point in piece.points):
                return Bullets(tuple(self._line(point.runs) for point in piece.points))
            case read.Listing():
                return self._listing(piece)
            case read.Grid():
                columns = zip(piece.head, piece.numeric, strict=True)
                rows = (Row(tuple(Cell(self._line(cell)) for cell in row)) for row in piece.rows)
                return Table("", tuple(Column(self._words(head), numeric) for head, numeric in columns), tuple(rows))
            case read.Listed():
                return Sample("", piece.text)
            case read.Boxed():
                tone = TONES.get(piece.sort, Tone.PLAIN)
                return Note(self._words(piece.title), tuple(self._lines(piece.pieces)), tone)
            case read.Passage() | read.Title():  # pragma: no branch - there is no other piece
                return Paragraph(self._line(piece.runs))

    def _listing(self, listing: read.Listing) -> Listing:
        points = (
            Point(self._line(point.runs), self._listing(point.inner) if point.inner else None)
            for point in listing.points
        )
        return Listing(tuple(points), listing.numbered)

    def _lines(self, pieces: Iterable[read.Piece]) -> Iterator[Line]:
        """Give what stands in a note: its paragraphs, and the entries of its lists."""
        for piece in pieces:
            if isinstance(piece, read.Passage):
                yield self._line(piece.runs)
            elif isinstance(piece, read.Listing):
                yield from (self._line(point.runs) for point in piece.points)

    def _line(self, runs: read.Runs) -> Line:
        return tuple(self._inline(run) for run in runs)

    def _inline(self, run: read.Run) -> Inline:
        match run:
            case Mention():
                return mentioned(self._library, run)
            case read.Way():
                return self._lead(run.words, run.target)
            case read.Picture():
                return Words(PICTURE_WORDS.format(words=run.words))
            case read.Text(code=True):
                return Code(run.words)
            case read.Text(strong=True):
                return Strong(run.words)
            case read.Text():  # pragma: no branch - there is no other run
                return Words(run.words)

    def _words(self, runs: read.Runs) -> str:
        return plain(self._line(runs))

    def _anchor(self, title: read.Title) -> str:
        """Give the anchor that the site gives this heading."""
        anchor = title.id or self._prefix + slug(self._words(title.runs))
        number = 0
        unique = anchor
        while unique in self._anchors or not unique:
            number += 1
            unique = f"{anchor}_{number}"
        self._anchors.add(unique)
        return unique


def _ends(piece: read.Piece, level: int) -> bool:
    return isinstance(piece, read.Title) and piece.level <= level
