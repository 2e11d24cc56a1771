"""The part of the scoring sheet under the table: total, grade and reason, the list of grades, what costs most."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handbook.downloads.spreadsheet import layout as columns
from handbook.downloads.spreadsheet.head import WIDTHS
from handbook.downloads.spreadsheet.sheet import Making, put
from handbook.downloads.spreadsheet.sums import (
    band_formulas,
    costly_formulas,
    grade_formula,
    graded,
    reason_formula,
    total_formulas,
)
from handbook.downloads.spreadsheet.texts import LINE, height, highest
from handbook.scoring.bands import lacking
from handbook.scoring.points import hundredths
from handbook.scoring.result import MOST_COSTLY
from handbook.scoring.table import Band, ScoreTable

REASON_LINES = 2
BAND_HEADS = ("", "Mức", "Từ", "Dưới", "Điều kiện thêm")
NEEDS_FULL = "Phải đạt điểm tối đa ở mục {numbers}; thiếu một thì xuống mức liền sau."


def costly_rows(table: ScoreTable) -> int:
    """Give how many of the costliest are shown."""
    return min(MOST_COSTLY, sum(leaf.maximum is not None for leaf in table.leaves))


def write_sums(sheet: Worksheet, making: Making) -> None:
    """Write everything under the table."""
    table, layout, styles = making.table, making.layout, making.styles
    for column in range(columns.LAST + 1):
        put(sheet, layout.total, column, None, styles.strong_number)
    put(sheet, layout.total, columns.WORDS, "Tổng điểm" if table.has_points else "Số mục đạt", styles.strong)
    if not table.has_points and table.leaves:
        put(sheet, layout.total, columns.TOLD, f"trên {len(table.leaves)} mục", styles.strong_number)
    if table.leaves:
        for column, formula in total_formulas(layout, table, making.result):
            put(sheet, layout.total, column, formula, styles.strong_number)
    _write_grade(sheet, making)
    if table.bands:
        _write_bands(sheet, making)
    rows = costly_rows(table)
    if rows:
        put(sheet, layout.costliest - 1, columns.NUMBER, "Thiếu điểm nhiều nhất", styles.section)
    longest = max((height(leaf.words, WIDTHS[columns.WORDS]) for leaf in table.leaves), default=0)
    for rank in range(1, rows + 1):
        row = layout.costliest + rank - 1
        sheet.set_row(row, longest)
        for column in range(columns.LAST + 1):
            put(sheet, row, column, None, styles.cell)
        for column, formula in costly_formulas(layout, row, rank, making.result):
            put(sheet, row, column, formula, _costly_look(making, column))


def _costly_look(making: Making, column: int) -> Format:
    styles = making.styles
    return {columns.WORDS: styles.cell, columns.TOLD: styles.lost}.get(column, styles.number)


def _write_grade(sheet: Worksheet, making: Making) -> None:
    table, layout, styles = making.table, making.layout, making.styles
    row, titles = layout.grade, [band.title for band in table.bands]
    put(sheet, row, columns.NUMBER, None, styles.strong)
    put(sheet, row, columns.WORDS, "Mức", styles.strong)
    sheet.merge_range(row, columns.MAXIMUM, row, columns.LAST, "", styles.strong_number)
    room = sum(WIDTHS[columns.MAXIMUM :])
    sheet.set_row(row, max((height(title, room, 12) for title in titles), default=LINE) + 4)
    if graded(table):
        put(sheet, row, columns.MAXIMUM, grade_formula(layout, table, making.result), styles.strong_number)
    sheet.merge_range(row + 1, columns.NUMBER, row + 1, columns.LAST, "", styles.plain)
    reason = reason_formula(layout, table, making.result) if table.leaves else making.result.reason
    put(sheet, row + 1, columns.NUMBER, reason, styles.plain)
    longest = max((height(title, sum(WIDTHS)) for title in titles), default=0)
    sheet.set_row(row + 1, longest + REASON_LINES * LINE)


def _write_bands(sheet: Worksheet, making: Making) -> None:
    table, layout, styles = making.table, making.layout, making.styles
    for column, title in enumerate(BAND_HEADS):
        put(sheet, layout.bands - 1, column, title, styles.head)
    lost = {one.leaf.id: hundredths(one.lost) or 0 for one in making.result.leaves}
    for place, band in enumerate(table.bands):
        row = layout.bands + place
        words = ((band.title, WIDTHS[columns.WORDS]), (_condition(band), WIDTHS[columns.TOLD]))
        sheet.set_row(row, highest(words))
        for column, value in enumerate(("", band.title, band.at_least, band.below, _condition(band))):
            put(sheet, row, column, value, _band_look(making, column))
        if graded(table):
            low, high = making.result.lowest[place], making.result.highest[place]
            for column, formula in band_formulas(layout, row, band, low, high, ", ".join(lacking(band, lost))):
                put(sheet, row, column, formula, styles.number)


def _band_look(making: Making, column: int) -> Format:
    styles = making.styles
    return styles.number if column in {columns.MAXIMUM, columns.ENTRY} else styles.cell


def _condition(band: Band) -> str:
    numbers = ", ".join(need.number for need in band.needs)
    told = NEEDS_FULL.format(numbers=numbers) if numbers else ""
    return " ".join(text for text in (band.note, told) if text)
