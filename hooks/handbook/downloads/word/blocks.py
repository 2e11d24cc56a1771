"""Every kind of block as paragraphs, lists and tables. A kind without a writer is an error of types, never left out.

What only serves the screen is left out: where a record is used, how it is cited, drawings whose numbers stand beside.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from handbook.downloads.word.fields import write_part
from handbook.downloads.word.paper import Paper
from handbook.downloads.word.rows import criteria_rows, phase_rows, ruler_rows, step_rows
from handbook.downloads.word.runs import BOLD, ITALIC, Face, run
from handbook.downloads.word.signing import signatures
from handbook.downloads.word.xml import Element
from handbook.views.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Chain,
    Citation,
    Criteria,
    Entries,
    Facts,
    Files,
    FormSheet,
    Ladder,
    Line,
    Listing,
    Note,
    Paragraph,
    Phase,
    Ruler,
    Sample,
    Section,
    Statements,
    Steps,
    Story,
    Table,
    Words,
)

Tell = Callable[[str], tuple[Block, ...]]
"""Gives the blocks of a story in Markdown."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes blocks on a paper."""

    paper: Paper
    tell: Tell

    def write(self, blocks: Iterable[Block], level: int = 1) -> None:
        """Write blocks in their order; `level` is that of the headings among them."""
        for block in blocks:
            self._write(block, level)

    def _write(self, block: Block, level: int) -> None:  # noqa: C901, PLR0912 - one case for each kind of block
        match block:
            case Section():
                self._section(block, level)
            case Paragraph():
                self._text(block.line, ITALIC if block.quiet else Face())
            case Bullets():
                self.bullets(block.lines)
            case Listing():
                self.listing(block)
            case Note():
                self._note(block)
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case FormSheet():
                self._form(block)
            case Phase():
                self._rows(block.title, block.hint, phase_rows(self.paper, block), level)
            case Steps():
                self._rows(block.title, "", step_rows(self.paper, block), level)
            case Ruler():
                self.paper.add(ruler_rows(self.paper, block), self.paper.after_table())
            case Criteria():
                self.paper.add(criteria_rows(self.paper, block), self.paper.after_table())
            case Entries():
                self.bullets((one.link, *((Words(": "), *one.note) if one.note else ())) for one in block.entries)
            case Statements():
                self.bullets((*one.line, Words(f" ({one.certainty.short_words.lower()})")) for one in block.entries)
            case Chain():
                self.bullets((one.link, Words(f", {one.date}, {one.status.words.lower()}")) for one in block.entries)
            case Ladder():
                self.bullets((Words(f"{one.words}: {meaning}"),) for one, meaning in block.steps)
            case Sample():
                self.paper.add(self.paper.paragraph(run(block.label, BOLD), with_next=True))
                self.paper.add(self.paper.paragraph(run(block.text)))
            case Story():
                self.write(self.tell(block.markdown), level)
            case Bars() | Citation() | Files():
                pass
            case _:
                assert_never(block)

    def bullets(self, lines: Iterable[Line]) -> None:
        """Write lines as a list."""
        for line in lines:
            self.paper.add(self.paper.listed(*self.paper.runs(line)))

    def listing(self, listing: Listing) -> None:
        """Write a list; its numbers are words, so that each list begins at 1, and what stands under a point follows."""
        for number, point in enumerate(listing.points, start=1):
            if listing.numbered:
                self.paper.add(self.paper.text(run(f"{number}. "), *self.paper.runs(point.line)))
            else:
                self.paper.add(self.paper.listed(*self.paper.runs(point.line)))
            if point.inner:
                self.listing(point.inner)

    def _form(self, sheet: FormSheet) -> None:
        """Write a form as a working sheet."""
        signing = [field for part in sheet.parts for field in part.fields if field.kind == "signature"]
        for part in sheet.parts:
            rest = [field for field in part.fields if field.kind != "signature"]
            if rest:
                write_part(self.paper, part, rest)
        if signing:
            self.paper.keep_last()
            self.paper.add(self.paper.paragraph(with_next=True))
            self.paper.add(signatures(self.paper, signing, self.paper.look.body))

    def _section(self, section: Section, level: int) -> None:
        printed = [block for block in section.blocks if not isinstance(block, Bars | Citation | Files)]
        if section.screen_only or not printed:
            return
        self.paper.add(self.paper.heading(section.title, level))
        if section.hint:
            self._text((Words(section.hint),), ITALIC)
        self.write(printed, level + 1)

    def _text(self, line: Line, face: Face) -> None:
        self.paper.add(self.paper.text(*self.paper.runs(line, face)))

    def _note(self, note: Note) -> None:
        title = run(f"{note.title}: " if len(note.lines) == 1 else f"{note.title}:", BOLD)
        if len(note.lines) == 1:
            self.paper.add(self.paper.text(title, *self.paper.runs(note.lines[0])))
            return
        self.paper.add(self.paper.text(title, with_next=True))
        self.bullets(note.lines)

    def _facts(self, facts: Facts) -> None:
        for fact in facts.facts:
            self.paper.add(self.paper.text(run(f"{fact.label}: ", BOLD), *self.paper.sentences(fact.lines)))

    def _table(self, table: Table) -> None:
        titles = [column.title for column in table.columns]
        rows = [
            [self.paper.runs(_with_certainty(cell), BOLD if row.strong else Face()) for cell in row.cells]
            for row in table.rows
        ]
        self.paper.add(self.paper.grid(titles, rows), self.paper.after_table())
        if table.note:
            self._text(table.note, ITALIC)

    def _rows(self, title: str, hint: str, table: Element, level: int) -> None:
        self.paper.add(self.paper.heading(title, level))
        if hint:
            self._text((Words(hint),), ITALIC)
        self.paper.add(table, self.paper.after_table())


def _with_certainty(cell: Cell) -> Line:
    if cell.certainty is None:
        return cell.line
    return (*cell.line, Words(f" ({cell.certainty.short_words.lower()})"))
