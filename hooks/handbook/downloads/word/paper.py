"""The paper that is written on: paragraphs and tables in one look, one after the other. Knows no kind of block."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn

from handbook.downloads.columns import LETTERS_OF_NARROW, NARROW
from handbook.downloads.imprint import Address
from handbook.downloads.word.controls import Controls
from handbook.downloads.word.look import Look
from handbook.downloads.word.runs import PLAIN, Face, line_runs, run
from handbook.downloads.word.styles import gaps
from handbook.downloads.word.xml import Element, element, flag, millimetres, points
from handbook.views.pieces import Line

CENTRED, JUSTIFIED = "center", "both"
BETWEEN_STOPS = millimetres(3)
AFTER_TABLE = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """A file while it is written: what is added comes last. Help is set smaller than what is filled in."""

    document: Document
    look: Look
    href: Address
    helping: bool = False
    controls: Controls = field(default_factory=Controls)

    def add(self, *blocks: Element) -> None:
        """Add paragraphs, tables or controls at the end, before the properties of the page."""
        body = self.document.element.body
        for block in blocks:
            body.insert(len(body) - 1, block)

    def runs(self, line: Line, face: Face = PLAIN) -> list[Element]:
        """Give a line's words as runs."""
        return line_runs(line, self.document.part, self.href, face)

    def sentences(self, lines: Iterable[Line]) -> list[Element]:
        """Give lines one after the other, parted as sentences or as the entries of a list."""
        runs: list[Element] = []
        ended = False
        for line in lines:
            runs += [*([run(" " if ended else "; ")] if runs else []), *self.runs(line)]
            ended = bool(line) and line[-1].words.endswith(".")
        return runs

    def paragraph(
        self,
        *runs: Element,
        style: str = "",
        align: str = "",
        indented: bool = False,
        with_next: bool = False,
        tabs: Element | None = None,
        spacing: Element | None = None,
    ) -> Element:
        """Make a paragraph; `indented` moves the first line in, `with_next` keeps it on the page of the next."""
        indent = millimetres(self.look.indent) if indented else 0
        children = [
            element("w:pStyle", val=style) if style else None,
            flag("w:keepNext", on=with_next),
            tabs,
            spacing,
            element("w:ind", firstLine=indent) if indent else None,
            element("w:jc", val=align) if align else None,
        ]
        given = element("w:pPr", *children) if any(child is not None for child in children) else None
        return element("w:p", given, *runs)

    def text(self, *runs: Element, with_next: bool = False) -> Element:
        """Make a paragraph of plain text."""
        if self.helping:
            return self.paragraph(*runs, style="Help", with_next=with_next)
        align = JUSTIFIED if self.look.official else ""
        return self.paragraph(*runs, align=align, indented=True, with_next=with_next)

    def listed(self, *runs: Element) -> Element:
        """Make an entry of a list."""
        return self.paragraph(*runs, style="HelpList" if self.helping else "ListBullet")

    def heading(self, words: str, level: int) -> Element:
        """Make a heading; it stands in Word's list of contents."""
        return self.paragraph(run(words), style=f"Heading{min(level, 3)}")

    def leader(self, *stops: int) -> Element:
        """Make tab stops up to which a dotted line is drawn; between two of them a little is left free."""
        made: list[Element] = []
        for stop in stops[:-1]:
            made.append(element("w:tab", val="left", leader="dot", pos=stop - BETWEEN_STOPS))
            made.append(element("w:tab", val="left", pos=stop))
        made.append(element("w:tab", val="right", leader="dot", pos=stops[-1]))
        return element("w:tabs", *made)

    def table(self, rows: Sequence[Element], widths: Sequence[int], *, framed: bool = True) -> Element:
        """Make a table of rows, its columns as wide as told."""
        given = element(
            "w:tblPr",
            element("w:tblStyle", val="TableGrid" if framed else "TableNormal"),
            element("w:tblW", w=sum(widths), type="dxa"),
            element("w:tblLayout", type="fixed"),
        )
        return element("w:tbl", given, element("w:tblGrid", *(element("w:gridCol", w=one) for one in widths)), *rows)

    def row(self, cells: Sequence[Element], *, head: bool = False, height: float = 0) -> Element:
        """Make a row that is never cut in two; a head is repeated on each page. `height` is points."""
        given = element(
            "w:trPr",
            element("w:cantSplit"),
            element("w:trHeight", val=points(height), hRule="atLeast") if height else None,
            flag("w:tblHeader", on=head),
        )
        return element("w:tr", given, *cells)

    def cell(self, width: int, *blocks: Element) -> Element:
        """Make a cell; without blocks it is empty."""
        given = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
        return element("w:tc", given, *(blocks or (self.in_cell(),)))

    def in_cell(self, *runs: Element, align: str = "", with_next: bool = False) -> Element:
        """Make a paragraph inside a cell."""
        return self.paragraph(*runs, style="TableText", align=align, with_next=with_next)

    def grid(self, titles: Sequence[str], rows: Sequence[Sequence[Sequence[Element]]], *, height: float = 0) -> Element:
        """Make a framed table with a head; each cell of `rows` is given by its runs."""
        widths = self.widths(titles)
        head = [
            self.cell(width, self.paragraph(run(title), style="TableHead"))
            for title, width in zip(titles, widths, strict=True)
        ]
        body = [
            self.row(
                [self.cell(width, self.in_cell(*cell)) for cell, width in zip(row, widths, strict=True)], height=height
            )
            for row in rows
        ]
        return self.table([self.row(head, head=True), *body], widths)

    def widths(self, titles: Sequence[str]) -> list[int]:
        """Share the width of the text among columns: those of a running number are narrow, the others alike."""
        narrow = [len(title) <= LETTERS_OF_NARROW for title in titles]
        wide = narrow.count(False)
        width = millimetres(NARROW)
        rest = self.look.width - width * (len(titles) - wide)
        return [width if one and wide else rest // (wide or len(titles)) for one in narrow]

    def after_table(self) -> Element:
        """Make the paragraph that must follow a table: two would grow together."""
        line = element("w:spacing", before=0, after=0, line=points(AFTER_TABLE), lineRule="exact")
        return self.paragraph(spacing=line)

    def break_page(self) -> None:
        """Go on at the top of the next page."""
        self.add(self.paragraph(element("w:r", element("w:br", type="page")), spacing=gaps()))

    def keep_last(self) -> None:
        """Keep what was added last on the page of what comes next."""
        last = self.document.element.body[-2]
        for paragraph in [last] if last.tag == qn("w:p") else last.iter(qn("w:p")):
            given = paragraph.get_or_add_pPr()
            given.keepNext_val = True
