"""The head of the scoring sheet: what it is, from which document and how sure that is, and the fields to fill in."""

import io

import segno
from xlsxwriter.worksheet import Worksheet

from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet.layout import ENTRY, LAST, NUMBER, WORDS
from handbook.downloads.spreadsheet.sheet import Making, put
from handbook.downloads.spreadsheet.texts import height
from handbook.library.library import Library
from handbook.records.criteria import STANDING_WORDS, Criteria
from handbook.records.document import Document
from handbook.scoring.table import ScoreTable
from handbook.views.inline import certainty, line_of, name, plain, status_chip

SCORED_ON = "Ngày chấm"
WIDTHS = (6.0, 46.0, 9.0, 11.0, 21.0)
"""Of the columns that are seen, in characters; together about as wide as an A4 page at full size."""
QR_INCHES = 0.95
DPI = 96
QR_ROWS = 3
"""The rows beside the QR code; they are never lower than it."""
QR_POINTS = 72


def head_lines(library: Library, record: Criteria, table: ScoreTable) -> tuple[str, ...]:
    """Give the lines under the title: the document with its status, and what readers must know before they score."""
    target = library.target(record.document)
    document = library.entry(target).record
    status = status_chip(document).words if isinstance(document, Document) else ""
    lines = [f"Văn bản: {name(library, target)} · {status} · {certainty(library, target).short_words}"]
    if record.standing == "historical":
        lines.append(STANDING_WORDS[record.standing])
    lines += [plain(line_of(library, text)) for text in record.source_unclear]
    if table.questions:
        lines.append("Trả lời các câu hỏi Có, Không trước; mục nào trả lời Không thì kỳ này không chấm.")
    lines.append("Chỉ ghi vào ô có khung đậm; các ô khác tự tính.")
    return tuple(lines)


def fields(library: Library) -> tuple[str, ...]:
    """Give what is filled in at the head: what the handbook's sheets ask for, and the day of scoring."""
    return (*library.settings.deployment.blanks, SCORED_ON)


def header_row(library: Library, record: Criteria, table: ScoreTable) -> int:
    """Give the row of the column titles: it stands under the head."""
    return 2 + len(head_lines(library, record, table)) + len(fields(library)) + 1


def write_head(sheet: Worksheet, making: Making) -> None:
    """Write the head from the first row on."""
    styles = making.styles
    last = ENTRY if making.imprint.address else LAST
    width = sum(WIDTHS[: last + 1])
    lines = head_lines(making.library, making.record, making.table)
    texts = ((making.imprint.handbook, styles.quiet, 9), (making.table.title, styles.title, 14))
    rows = (*texts, *((line, styles.plain, 10) for line in lines))
    for row, (text, look, size) in enumerate(rows):
        least = QR_POINTS / QR_ROWS if making.imprint.address and row < QR_ROWS else 0
        sheet.set_row(row, max(least, height(text, width, size)))
        sheet.merge_range(row, NUMBER, row, last, "", look)
        put(sheet, row, NUMBER, text, look)
    if making.imprint.address:
        _write_qr(sheet, making.imprint)
    for place, label in enumerate(fields(making.library)):
        row = len(rows) + place
        sheet.set_row(row, 20)
        sheet.merge_range(row, NUMBER, row, WORDS, "", styles.label)
        put(sheet, row, NUMBER, f"{label}:", styles.label)
        sheet.merge_range(row, WORDS + 1, row, LAST, "", styles.written)


def _write_qr(sheet: Worksheet, imprint: Imprint) -> None:
    picture = io.BytesIO()
    code = segno.make(imprint.address, micro=False, error="m")
    code.save(picture, kind="png", scale=8)
    pixels = code.symbol_size(scale=8)[0]
    options = {
        "image_data": picture,
        "x_scale": QR_INCHES * DPI / pixels,
        "y_scale": QR_INCHES * DPI / pixels,
        "x_offset": 30,
        "description": f"Mã QR dẫn tới {imprint.address}"[:250],
        "url": imprint.address,
    }
    sheet.insert_image(0, LAST, "qr.png", options)
