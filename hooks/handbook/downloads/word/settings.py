"""The lists and settings of a Word file: its bullet, its language, and the version of Word whose features it uses."""

from docx.document import Document
from docx.oxml.ns import qn

from handbook.downloads.word.look import Look
from handbook.downloads.word.styles import BULLET_LIST, LANGUAGE, fonts
from handbook.downloads.word.xml import element

BULLET = "–"
COMPATIBILITY = "15"
"""Below it Word shows a file in a mode of old, in which tick boxes do not tick."""


def set_lists(document: Document, look: Look) -> None:
    """Put one list in place of those of a blank file; its bullet is of the text's own font."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    level = element(
        "w:lvl",
        element("w:start", val=1),
        element("w:numFmt", val="bullet"),
        element("w:lvlText", val=BULLET),
        element("w:lvlJc", val="left"),
        element("w:rPr", fonts(look.font)),
        ilvl=0,
    )
    root.append(element("w:abstractNum", element("w:multiLevelType", val="singleLevel"), level, abstractNumId=0))
    root.append(element("w:num", element("w:abstractNumId", val=0), numId=BULLET_LIST))


def set_settings(document: Document) -> None:
    """Say language and version, and drop what a blank file remembers of its own making."""
    root = document.settings.element
    for child in list(root):
        if child.tag in {qn("w:rsids"), qn("w:proofState"), qn("w:savePreviewPicture")}:
            root.remove(child)
        elif child.tag == qn("w:themeFontLang"):
            child.set(qn("w:val"), LANGUAGE)
        elif child.tag == qn("w:zoom"):
            child.set(qn("w:percent"), "100")
    for child in root.iter(qn("w:compatSetting")):
        if child.get(qn("w:name")) == "compatibilityMode":
            child.set(qn("w:val"), COMPATIBILITY)
