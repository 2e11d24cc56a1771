"""Where a file comes from: the handbook, the day, and the page's address with its code where the deployment has one."""

import io

import segno
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm

from handbook.downloads.imprint import Imprint
from handbook.downloads.word.paper import Paper
from handbook.downloads.word.runs import Face, run
from handbook.downloads.word.styles import gaps
from handbook.text.formats import date
from handbook.views.pieces import Outside

CODE_SIZE = 24
"""Millimetres; smaller codes are not read from a page by every phone."""


def write_origin(paper: Paper, imprint: Imprint) -> None:
    """Write a last small line."""
    face = Face(size=paper.look.small)
    told = run(f"{imprint.handbook}, bản ngày {date(imprint.date)}.", face)
    address = paper.runs((Outside(imprint.address, imprint.address),), face) if imprint.address else []
    line = [told, *([run(" ", face)] if address else []), *address]
    paper.add(paper.paragraph(*line, spacing=gaps(paper.look.gap), with_next=bool(address)))
    if imprint.address:
        _add_code(paper, imprint.address)


def _add_code(paper: Paper, address: str) -> None:
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
    picture.seek(0)
    # At an exact distance of lines a picture would be cut to the height of one.
    holder = paper.document.add_paragraph()
    holder.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    shape = holder.add_run().add_picture(picture, width=Mm(CODE_SIZE))
    shape._inline.docPr.set("descr", f"Mã QR dẫn tới {address}")  # noqa: SLF001 - python-docx has no words for pictures
