"""The styles of a Word file, written anew: those of a blank file are in English, in blue and in another font."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn

from handbook.downloads.word.look import Look
from handbook.downloads.word.xml import Element, element, half_points, millimetres, points

LANGUAGE = "vi-VN"
BULLET_LIST = 1
QUIET = "595959"
"""The grey of what is not yet filled in: seven to one on white, and it prints."""
LINK = "07597A"
SINGLE = 240
"""One line, where its distance is told as a share of what stands in it."""


def set_styles(document: Document, look: Look) -> None:
    """Put the look's styles in place of those of a blank file."""
    root = document.styles.element
    for child in list(root):
        if child.tag in {qn("w:style"), qn("w:docDefaults")}:
            root.remove(child)
    root.insert(0, _defaults(look))
    root.extend(_of_text(look))
    root.extend(_of_headings(look))
    root.extend(_of_tables())


def fonts(name: str) -> Element:
    """Name a font for all scripts."""
    return element("w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def gaps(before: float = 0, after: float = 0) -> Element:
    """Give the gaps of a paragraph in points; its lines are as far apart as what stands in them needs."""
    return element("w:spacing", before=points(before), after=points(after), line=SINGLE, lineRule="auto")


def _defaults(look: Look) -> Element:
    language = element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    rule = "exact" if look.official else "atLeast"
    spacing = element("w:spacing", before=0, after=points(look.gap), line=points(look.line_gap), lineRule=rule)
    run = element("w:rPr", fonts(look.font), *_size(look.body), language)
    return element("w:docDefaults", element("w:rPrDefault", run), element("w:pPrDefault", element("w:pPr", spacing)))


def _of_text(look: Look) -> Iterator[Element]:
    """Give the styles of paragraphs, lists and runs; help is set smaller than what it helps with."""
    listed = element("w:numPr", element("w:numId", val=BULLET_LIST))
    helped = element("w:numPr", element("w:numId", val=BULLET_LIST))
    yield _style("paragraph", "Normal", "Normal", default=True)
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    yield _style("paragraph", "ListBullet", "List Bullet", element("w:pPr", listed, gaps(0, look.gap / 2), _hanging()))
    yield _style("paragraph", "Help", "Help", element("w:pPr", gaps(0, 3)), element("w:rPr", *_size(look.small)))
    of_list = element("w:pPr", helped, gaps(0, 1), _hanging())
    yield _style("paragraph", "HelpList", "Help List", of_list, element("w:rPr", *_size(look.small)))
    yield _style("paragraph", "Header", "header", element("w:pPr", gaps()))
    yield _style("paragraph", "Footer", "footer", element("w:pPr", gaps()))
    yield _style("character", "PlaceholderText", "Placeholder Text", element("w:rPr", element("w:color", val=QUIET)))
    underlined = element("w:rPr", element("w:color", val=LINK), element("w:u", val="single"))
    yield _style("character", "Hyperlink", "Hyperlink", underlined)


def _of_headings(look: Look) -> Iterator[Element]:
    yield _heading("Title", "Title", None, look, look.title)
    yield _heading("Heading1", "heading 1", 0, look, look.heading + (0 if look.official else 2))
    yield _heading("Heading2", "heading 2", 1, look, look.heading)
    yield _heading("Heading3", "heading 3", 2, look, look.small)


def _heading(style_id: str, name: str, level: int | None, look: Look, size: float) -> Element:
    """Give a heading's style; titles of official papers stand in the middle, their parts begin like a paragraph."""
    indent = millimetres(look.indent) if level == 0 else 0
    paragraph = element(
        "w:pPr",
        element("w:keepNext"),
        element("w:keepLines"),
        gaps(look.gap * (2 if level == 0 else 1), look.gap / 2),
        element("w:ind", firstLine=indent),
        element("w:jc", val="center" if level is None and look.official else "left"),
        None if level is None else element("w:outlineLvl", val=level),
    )
    return _style("paragraph", style_id, name, paragraph, element("w:rPr", *_bold(), *_size(size)))


def _of_tables() -> Iterator[Element]:
    yield _style("table", "TableNormal", "Normal Table", _cells(framed=False), default=True)
    yield _style("table", "TableGrid", "Table Grid", _cells(framed=True))
    head = element("w:pPr", element("w:keepNext"), gaps(1, 1), element("w:jc", val="center"))
    yield _style("paragraph", "TableHead", "Table Head", head, element("w:rPr", *_bold()))
    yield _style("paragraph", "TableText", "Table Text", element("w:pPr", gaps(1, 1)))


def _style(kind: str, style_id: str, name: str, *looks: Element, default: bool = False) -> Element:
    """Make a style; `looks` are its properties of paragraph, run and table, in this order."""
    base = "TableNormal" if kind == "table" else "Normal"
    based = None if default or kind == "character" else element("w:basedOn", val=base)
    head = (element("w:name", val=name), based, element("w:qFormat"))
    return element("w:style", *head, *looks, type=kind, styleId=style_id, **({"default": 1} if default else {}))


def _size(value: float) -> tuple[Element, Element]:
    return element("w:sz", val=half_points(value)), element("w:szCs", val=half_points(value))


def _bold() -> tuple[Element, Element]:
    return element("w:b"), element("w:bCs")


def _hanging() -> Element:
    return element("w:ind", left=millimetres(5), hanging=millimetres(4))


def _cells(*, framed: bool) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(f"w:{side}", val="single", sz=4, space=0, color="000000") for side in sides]
    margins = {"top": 28, "left": 85, "bottom": 28, "right": 85} if framed else {"left": 0, "right": 0}
    padding = [element(f"w:{side}", w=width, type="dxa") for side, width in margins.items()]
    return element("w:tblPr", element("w:tblBorders", *lines) if framed else None, element("w:tblCellMar", *padding))
