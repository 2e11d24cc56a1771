"""The page of a Word file: A4, margins, and the page's number, alone above the text or in the foot beside words."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from handbook.downloads.word.look import PAGE_HEIGHT, PAGE_WIDTH, Look
from handbook.downloads.word.runs import Face, properties, run, tab
from handbook.downloads.word.xml import Element, element

PAGE_WORD = "Trang "


def set_page(document: Document, look: Look, foot: str) -> None:
    """Set size, margins and number of the pages.

    Official papers are numbered at the top from the second page on; working sheets in the foot, with `foot` beside it.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, look.margins)
    section.header_distance = section.footer_distance = Mm(look.page_number_at)
    section.different_first_page_header_footer = look.official
    _number(section, look, foot)


def _number(section: Section, look: Look, foot: str) -> None:
    face = Face(size=look.page_number)
    story = section.header if look.official else section.footer
    paragraph = story.paragraphs[0]._p  # noqa: SLF001 - python-docx has no fields
    for child in list(paragraph):
        paragraph.remove(child)
    if look.official:
        paragraph.append(
            element("w:pPr", element("w:pStyle", val="Header"), element("w:jc", val="center")),
        )
        paragraph.extend(_field("PAGE", face))
        return
    stop = element("w:tabs", element("w:tab", val="right", pos=look.width))
    paragraph.append(element("w:pPr", element("w:pStyle", val="Footer"), stop))
    paragraph.extend([run(foot, face), tab(face), run(PAGE_WORD, face), *_field("PAGE", face), run("/", face)])
    paragraph.extend(_field("NUMPAGES", face))


def _field(name: str, face: Face) -> list[Element]:
    """Make a field; each of its parts stands in a run of its own, or its size is lost."""
    instruction = element("w:instrText")
    instruction.text = f" {name} "
    instruction.set(qn("xml:space"), "preserve")
    begin, separate, end = (element("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    parts = [element("w:r", properties(face), part) for part in (begin, instruction, separate, end)]
    return [*parts[:3], run("1", face), parts[3]]
