"""A whole Word file from a view: a form to fill in, or an outline to work on."""

from handbook.downloads.imprint import Imprint
from handbook.downloads.word.blocks import Tell, Writer
from handbook.downloads.word.guidance import write_guidance
from handbook.downloads.word.look import WORKING, official
from handbook.downloads.word.official import write_official
from handbook.downloads.word.origin import write_origin
from handbook.downloads.word.package import blank, packed
from handbook.downloads.word.page import set_page
from handbook.downloads.word.paper import Paper
from handbook.downloads.word.runs import ITALIC, run
from handbook.downloads.word.settings import set_lists, set_settings
from handbook.downloads.word.styles import set_styles
from handbook.views.blocks import Block, FormSheet, Paragraph, Section, View, Words
from handbook.views.typography import Typography


def as_it_stands(markdown: str) -> tuple[Block, ...]:
    """Give a story as one paragraph of its own words; for handbooks whose files hold no stories."""
    return (Paragraph((Words(markdown),)),)


def document(view: View, imprint: Imprint, typography: Typography, tell: Tell = as_it_stands) -> bytes:
    """Give a view as a Word file; the same input gives the same bytes.

    Args:
        view: What the file says. A form becomes a paper to fill in, with its help on a page of its own.
        imprint: Where the file comes from.
        typography: How official papers are set.
        tell: Gives the blocks of a story in Markdown.
    """
    sheet = _sheet(view.blocks)
    look = official(typography) if sheet and sheet.official else WORKING
    made = blank(view.title, imprint)
    set_styles(made, look)
    set_lists(made, look)
    set_settings(made)
    set_page(made, look, imprint.handbook)
    paper = Paper(made, look, imprint.href)
    writer = Writer(paper, tell)
    if sheet is not None and sheet.official:
        write_official(paper, sheet, view.title, typography)
    else:
        paper.add(paper.paragraph(run(view.title), style="Title"))
    if sheet is None:
        paper.add(paper.text(*paper.runs(view.lead, ITALIC)))
        writer.write(view.blocks)
        write_origin(paper, imprint)
    else:
        if not sheet.official:
            writer.write((sheet,))
        write_guidance(writer, view, sheet, imprint, typography if sheet.official else None)
    return packed(made, imprint.date)


def _sheet(blocks: tuple[Block, ...]) -> FormSheet | None:
    for block in blocks:
        found = _sheet(block.blocks) if isinstance(block, Section) else block
        if isinstance(found, FormSheet):
            return found
    return None
