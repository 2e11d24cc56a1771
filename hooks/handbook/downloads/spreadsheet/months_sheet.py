"""The sheet “12 tháng”: a year's sums by criterion, the totals as a chart against the limits of the grades.

The sums are copied by hand, month by month: each month has a file or a print of its own, and the level that counts is
the one that was decided in the end, which a formula cannot know.
"""

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from handbook.downloads.spreadsheet.formulas import Formula, at, constant, down
from handbook.downloads.spreadsheet.layout import WORDS as TITLES
from handbook.downloads.spreadsheet.sheet import MONTHS, SCORING, Making, put, set_up_page
from handbook.downloads.spreadsheet.styles import FONT
from handbook.downloads.spreadsheet.texts import LINE, height
from handbook.downloads.spreadsheet.validations import ask
from handbook.scoring.table import Group, Leaf
from handbook.scoring.words import MET_WORDS, NOT_MET_WORDS

NUMBER, WORDS, MAXIMUM, FIRST = range(4)
MONTHS_A_YEAR = 12
LAST = FIRST + MONTHS_A_YEAR - 1
WIDTHS = (6, 34, 8)
MONTH_WIDTH = 8
HEADER = 3
SKIPPED = "không"
"""Typed where a criterion was not scored that month."""
WRONG = "Sai"
DASHES = ("solid", "dash", "round_dot", "long_dash_dot", "square_dot", "long_dash")
CHART_SIZE = {"width": 1090, "height": 340}
"""Pixels: as wide as the table."""
CHART_ROWS = 19
"""The rows that the chart covers."""

Row = Group | Leaf
Range = list[str | int]
"""A sheet, then the first row and column, then the last."""


def write_months_sheet(book: Workbook, sheet: Worksheet, making: Making) -> None:
    """Write the sheet."""
    styles, table = making.styles, making.table
    for column in range(LAST + 1):
        sheet.set_column(column, column, WIDTHS[column] if column < FIRST else MONTH_WIDTH)
    title = f"Mười hai tháng: {table.title}"
    sheet.merge_range(0, 0, 0, LAST, "", styles.title)
    sheet.set_row(0, height(title, sum(WIDTHS) + MONTHS_A_YEAR * MONTH_WIDTH, 14))
    put(sheet, 0, 0, title, styles.title)
    sheet.merge_range(1, 0, 1, LAST, "", styles.plain)
    sheet.set_row(HEADER, 2 * LINE)
    put(sheet, 1, 0, _help(making), styles.plain)
    heads = ("STT", "Nội dung", "Tối đa", *(f"Tháng {month}" for month in range(1, MONTHS_A_YEAR + 1)))
    for column, head in enumerate(heads):
        put(sheet, HEADER, column, head, styles.head)
    rows = _rows(making)
    for place, row in enumerate(rows):
        _write_row(sheet, making, HEADER + 1 + place, row)
    total = HEADER + 1 + len(rows)
    _write_total(sheet, making, rows, total)
    end = _write_decided(sheet, making, total + 1)
    end = _write_limits(sheet, making, end)
    sheet.insert_chart(end + 1, 0, _chart(book, making, total), {"description": f"Biểu đồ {title}"[:250]})
    set_up_page(sheet, making.imprint)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.repeat_rows(HEADER)
    sheet.print_area(0, 0, end + CHART_ROWS, LAST)


def _rows(making: Making) -> tuple[Row, ...]:
    groups = making.table.groups
    if making.table.has_points:
        return tuple(group for group in groups if any(leaf.asked for leaf in group.leaves))
    return tuple(leaf for group in groups for leaf in group.leaves)


def _help(making: Making) -> str:
    if not making.table.has_points:
        return "Mỗi tháng chọn Đạt hoặc Không đạt cho từng mục."
    return f"Mỗi tháng chép điểm từng tiêu chí từ phiếu đã thống nhất. Tiêu chí không chấm thì ghi “{SKIPPED}”."


def _pointed(row: Row) -> float | None:
    """Give what a row may earn; None where it is only met or not."""
    if isinstance(row, Leaf):
        return row.maximum
    return row.maximum if row.has_points else None


def _write_row(sheet: Worksheet, making: Making, place: int, row: Row) -> None:
    styles, most = making.styles, _pointed(row)
    sheet.set_row(place, height(row.words, WIDTHS[WORDS]))
    for column, value, look in ((NUMBER, row.number, styles.number), (WORDS, row.words, styles.cell)):
        put(sheet, place, column, value, look)
    put(sheet, place, MAXIMUM, most, styles.number)
    for column in range(FIRST, LAST + 1):
        put(sheet, place, column, None, styles.entry)
        if most is None:
            rule = {"validate": "list", "source": [MET_WORDS, NOT_MET_WORDS]}
            message = f"Chọn {MET_WORDS} hoặc {NOT_MET_WORDS}."
        else:
            cell = at(place, column)
            inside = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<={constant(most)})"
            rule = {"validate": "custom", "value": f'=OR({cell}="{SKIPPED}",{inside})'}
            message = f"Ghi từ 0 đến {constant(most).replace('.', ',')}, hoặc ghi “{SKIPPED}” nếu tháng này không chấm."
        ask(sheet, place, column, rule, f"Mục {row.number}", message)


def _write_total(sheet: Worksheet, making: Making, rows: tuple[Row, ...], place: int) -> None:
    styles, table = making.styles, making.table
    put(sheet, place, NUMBER, None, styles.strong)
    put(sheet, place, WORDS, "Tổng điểm" if table.has_points else "Số mục đạt", styles.strong)
    put(sheet, place, MAXIMUM, table.maximum if table.has_points else len(rows), styles.strong_number)
    scored = sum(_pointed(row) is not None for row in rows)
    most = down(HEADER + 1, place - 1, MAXIMUM)
    for column in range(FIRST, LAST + 1):
        cells = down(HEADER + 1, place - 1, column)
        if not rows:
            put(sheet, place, column, None, styles.strong_number)
            continue
        if table.has_points:
            given = f'COUNT({cells})+COUNTIF({cells},"{SKIPPED}")'
            wrong = f'COUNTIF({cells},"<0")+SUMPRODUCT(ISNUMBER({cells})*ISNUMBER({most})*({cells}>{most}))'
            text = f'IF({given}<{scored},"",IF({wrong}>0,"{WRONG}",ROUND(SUM({cells}),2)))'
        else:
            met, unmet = (f'COUNTIF({cells},"{words}")' for words in (MET_WORDS, NOT_MET_WORDS))
            text = f'IF({met}+{unmet}<{len(rows)},"",{met})'
        put(sheet, place, column, Formula(text, ""), styles.strong_number)


def _write_decided(sheet: Worksheet, making: Making, place: int) -> int:
    """Write the row for the grades that were decided; gives the row after it."""
    bands = making.table.bands
    if not bands:
        return place
    styles = making.styles
    for column, value in ((NUMBER, None), (WORDS, "Mức được công nhận"), (MAXIMUM, None)):
        put(sheet, place, column, value, styles.cell)
    titles = f"='{SCORING}'!{down(making.layout.bands, making.layout.bands + len(bands) - 1, TITLES)}"
    for column in range(FIRST, LAST + 1):
        put(sheet, place, column, None, styles.entry)
        message = "Chọn mức mà cấp có thẩm quyền đã công nhận."
        ask(sheet, place, column, {"validate": "list", "source": titles}, "Mức được công nhận", message)
    return place + 1


def _limits(making: Making) -> list[tuple[str, float]]:
    if not making.table.has_points:
        return []
    return [(band.title, band.at_least) for band in making.table.bands if band.at_least > 0]


def _write_limits(sheet: Worksheet, making: Making, place: int) -> int:
    """Write the limits of the grades, one row each, for the chart; gives the row after them."""
    limits = _limits(making)
    for offset, (title, least) in enumerate(limits):
        row = place + offset
        sheet.set_row(row, height(f"Mốc {title}", WIDTHS[WORDS]))
        put(sheet, row, NUMBER, None, making.styles.cell)
        put(sheet, row, WORDS, f"Mốc {title}", making.styles.level)
        put(sheet, row, MAXIMUM, None, making.styles.cell)
        for column in range(FIRST, LAST + 1):
            put(sheet, row, column, least, making.styles.number)
    return place + len(limits)


def _chart(book: Workbook, making: Making, total: int) -> Chart:
    font = {"name": FONT, "size": 9}
    months: Range = [MONTHS, HEADER, FIRST, HEADER, LAST]
    chart = _new_chart(book, "column")
    look = {"fill": {"color": "#A6A6A6"}, "border": {"color": "#000000"}, "gap": 60}
    labels = {"value": True, "font": font}
    chart.add_series(_series(total, months) | look | {"data_labels": labels})
    limits = _limits(making)
    if limits:
        lines = _new_chart(book, "line")
        first = total + 2
        for place in range(len(limits)):
            line = {"color": "#000000", "width": 1.25, "dash_type": DASHES[place % len(DASHES)]}
            lines.add_series(_series(first + place, months) | {"line": line, "marker": {"type": "none"}})
        chart.combine(lines)
    most = making.table.maximum if making.table.has_points else len(making.table.leaves)
    chart.set_y_axis({"min": 0, "max": most, "num_font": font, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"num_font": font})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_title({"none": True})
    chart.set_size(CHART_SIZE)
    return chart


def _new_chart(book: Workbook, kind: str) -> Chart:
    chart = book.add_chart({"type": kind})
    assert chart is not None  # noqa: S101 - it would be for a kind that the library does not know
    return chart


def _series(row: int, months: Range) -> dict[str, object]:
    return {"name": [MONTHS, row, WORDS], "categories": months, "values": [MONTHS, row, FIRST, row, LAST]}
