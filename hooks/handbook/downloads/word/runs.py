"""Paragraphs and the runs of text in them: words, links where the deployment has addresses, tabs with their lines."""

from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from handbook.downloads.imprint import Address
from handbook.downloads.word.xml import Element, element, flag, half_points, text_of
from handbook.views.pieces import Figure, Inline, Line, Link, Outside, Strong


@dataclass(frozen=True, slots=True)
class Face:
    """How a run is set apart from its paragraph. `size` is points; none is the paragraph's own."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    size: float | None = None
    style: str = ""


PLAIN = Face()
BOLD = Face(bold=True)
ITALIC = Face(italic=True)


def properties(face: Face, tag: str = "w:rPr") -> Element | None:
    """Give the properties of a run; none when it is plain."""
    size = None if face.size is None else half_points(face.size)
    children = [
        element("w:rStyle", val=face.style) if face.style else None,
        flag("w:b", on=face.bold),
        flag("w:bCs", on=face.bold),
        flag("w:i", on=face.italic),
        flag("w:iCs", on=face.italic),
        None if size is None else element("w:sz", val=size),
        None if size is None else element("w:szCs", val=size),
        element("w:u", val="single") if face.underlined else None,
    ]
    return element(tag, *children) if any(child is not None for child in children) else None


def run(words: str, face: Face = PLAIN) -> Element:
    """Make a run of text; a line's end in the text stays one."""
    made = element("w:r", properties(face))
    for index, line in enumerate(words.split("\n")):
        if index:
            made.append(element("w:br"))
        made.append(text_of(line))
    return made


def tab(face: Face = PLAIN) -> Element:
    """Make a run that goes on to the next tab stop; there the paragraph's line is drawn."""
    return element("w:r", properties(face), element("w:tab"))


def line_runs(line: Line, part: StoryPart, href: Address, face: Face = PLAIN) -> list[Element]:
    """Give a line's words as runs, with links where what they lead to has an address."""
    made: list[Element] = []
    for piece in line:
        address = _address(piece, href)
        if address:
            made.append(_hyperlink(piece.words, part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True), face))  # noqa: FBT003 - python-docx's own signature
        else:
            made.append(run(piece.words, replace(face, bold=True) if isinstance(piece, Strong) else face))
        warning = _warning(piece)
        if warning:
            made.append(run(f" ({warning})", face))
    return made


def _address(piece: Inline, href: Address) -> str:
    if isinstance(piece, Outside):
        return piece.url
    return href(piece.target) if isinstance(piece, Link | Figure) else ""


def _warning(piece: Inline) -> str:
    """Say after a link or number what the reader must know before relying on it."""
    if isinstance(piece, Link) and piece.status:
        return piece.status.words.lower()
    if isinstance(piece, Figure) and piece.doubt:
        return piece.doubt.short_words.lower()
    return ""


def _hyperlink(words: str, relation: str, face: Face) -> Element:
    link = element("w:hyperlink", run(words, replace(face, style="Hyperlink")))
    link.set(qn("r:id"), relation)
    return link
