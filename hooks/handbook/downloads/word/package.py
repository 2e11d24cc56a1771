"""The Word file around its text: what it says of itself, and the same bytes for the same input."""

import datetime as dt
import io
import zipfile

import docx
from docx.document import Document
from docx.opc.rel import Relationships

from handbook.downloads.imprint import Imprint
from handbook.downloads.word.styles import LANGUAGE

UNWANTED = ("/thumbnail", "/customXml", "/stylesWithEffects")
"""What a blank file brings along and ours has no use for, by the end of the relationship's name."""
UNIX = 3


def blank(title: str, imprint: Imprint) -> Document:
    """Give an empty file that says what it is, who made it, and when."""
    document = docx.Document()
    _drop(document.part.rels)
    _drop(document.part.package.rels)
    moment = dt.datetime.combine(imprint.date, dt.time(), tzinfo=dt.UTC)
    about = document.core_properties
    about.title, about.language = title[:255], LANGUAGE
    about.author = about.last_modified_by = imprint.handbook[:255]
    about.created = about.modified = moment
    about.comments = about.keywords = about.subject = about.category = ""
    about.revision = 1
    return document


def packed(document: Document, date: dt.date) -> bytes:
    """Give the file's bytes; its parts carry the date of the build, never the time of writing."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (date.year, date.month, date.day, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _drop(relations: Relationships) -> None:
    for number, relation in list(relations.items()):
        if relation.reltype.endswith(UNWANTED):
            del relations[number]
