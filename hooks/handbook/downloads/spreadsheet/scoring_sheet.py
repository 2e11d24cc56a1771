"""The sheet “Chấm điểm”: points are typed in, everything else is calculated, and it prints."""

import math
from collections.abc import Mapping

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from handbook.downloads.spreadsheet import layout as columns
from handbook.downloads.spreadsheet.formulas import Value
from handbook.downloads.spreadsheet.head import WIDTHS, write_head
from handbook.downloads.spreadsheet.leaf_cells import (
    INVALID,
    LEFT_OUT,
    group_formulas,
    leaf_formulas,
    met,
    question_formula,
)
from handbook.downloads.spreadsheet.sheet import Making, put, set_up_page
from handbook.downloads.spreadsheet.sums_sheet import write_sums
from handbook.downloads.spreadsheet.texts import LINE, height
from handbook.downloads.spreadsheet.validations import ask_points, ask_yes_or_no
from handbook.scoring.result import NOT_APPLICABLE, Points, State
from handbook.scoring.table import Group, Leaf, Level, Question, ScoreTable
from handbook.scoring.words import NO, YES

HEADS = ("STT", "Nội dung", "Điểm tối đa", "Điểm đạt", "Thiếu bao nhiêu")
HEADS_WITHOUT_POINTS = ("STT", "Nội dung", "", "Đạt hay không", "")
NOT_ASKED = "Bảng không cho điểm"


def write_scoring_sheet(sheet: Worksheet, making: Making) -> None:
    """Write the sheet."""
    layout, styles = making.layout, making.styles
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(columns.LAST + 1, columns.LAST_HIDDEN, None, None, {"hidden": True})
    write_head(sheet, making)
    sheet.set_row(layout.header, 2 * LINE)
    for column, title in enumerate(HEADS if making.table.has_points else HEADS_WITHOUT_POINTS):
        put(sheet, layout.header, column, title, styles.head)
    for offset, row in enumerate(layout.body):
        _write_row(sheet, making, layout.first + offset, row)
    if layout.body:
        _lay_over(sheet, making)
    write_sums(sheet, making)
    set_up_page(sheet, making.imprint)
    sheet.repeat_rows(layout.header)
    sheet.print_area(0, 0, layout.end, columns.LAST)


def answers_of(table: ScoreTable, entries: Mapping[str, Points]) -> dict[str, str]:
    """Give the answers that entries imply: no where all that a question governs is left out, else yes."""
    answers = {}
    for question in table.questions:
        given = [entries[leaf.id] for leaf in table.leaves if question in leaf.questions and leaf.id in entries]
        if given:
            answers[question.id] = NO if all(one == NOT_APPLICABLE for one in given) else YES
    return answers


def _write_row(sheet: Worksheet, making: Making, row: int, content: columns.BodyRow) -> None:
    styles, layout = making.styles, making.layout
    sheet.set_row(row, height(content.words, WIDTHS[columns.WORDS] - 1))
    match content:
        case Group():
            own = {leaf.id for leaf in content.leaves}
            _line(sheet, making, row, (content.number, content.words, None, None, None))
            for group in making.result.groups:
                if group.id == content.id:
                    states = (one.state for one in making.result.leaves if one.leaf.id in own)
                    formulas = group_formulas(layout, content, group, scored=State.SCORED in states)
                    for column, formula in formulas:
                        put(sheet, row, column, formula, styles.group_number)
        case Question():
            answer = answers_of(making.table, making.entries).get(content.id)
            for column, text in enumerate(("", content.words, "", answer)):
                put(sheet, row, column, text, styles.entry if column == columns.ENTRY else styles.cell)
            put(sheet, row, columns.TOLD, question_formula(layout, content, answer), styles.lost)
            ask_yes_or_no(sheet, row)
        case Leaf():
            _write_leaf(sheet, making, row, content)
        case Level():  # pragma: no branch - there is no other row
            cells: tuple[Value, ...] = ("", content.words, content.points, "", "")
            for column, value in enumerate(cells):
                put(sheet, row, column, value, styles.number if column == columns.MAXIMUM else styles.level)


def _line(sheet: Worksheet, making: Making, row: int, values: tuple[Value | None, ...]) -> None:
    styles = making.styles
    for column, value in enumerate(values):
        put(sheet, row, column, value, styles.group if column == columns.WORDS else styles.group_number)


def _write_leaf(sheet: Worksheet, making: Making, row: int, leaf: Leaf) -> None:
    styles, layout = making.styles, making.layout
    put(sheet, row, columns.NUMBER, leaf.number, styles.number)
    put(sheet, row, columns.WORDS, leaf.words, styles.cell)
    put(sheet, row, columns.MAXIMUM, leaf.maximum, styles.number)
    if not leaf.asked:
        put(sheet, row, columns.ENTRY, None, styles.number)
        put(sheet, row, columns.TOLD, NOT_ASKED, styles.lost)
        return
    put(sheet, row, columns.ENTRY, _entry(leaf, making.entries.get(leaf.id)), styles.entry)
    order = making.table.leaves.index(leaf)
    answers = answers_of(making.table, making.entries)
    for column, formula in leaf_formulas(layout, leaf, making.result.leaves[order], answers, order):
        put(sheet, row, column, formula, styles.lost if column == columns.TOLD else styles.number)
    ask_points(sheet, row, leaf, layout.levels.get(leaf.id))


def _entry(leaf: Leaf, points: Points | None) -> Value | None:
    """Give what an entry shows; what cannot be counted is shown as it was given."""
    if isinstance(points, str):
        return None if leaf.questions else points
    if points is None:
        return None
    if not math.isfinite(points):
        return str(points)
    if leaf.maximum is None and points in {0, 1}:
        return met(points)
    return points


def _lay_over(sheet: Worksheet, making: Making) -> None:
    """Mark entries that cannot be counted or do not apply; the words beside them say the same."""
    layout = making.layout
    area = (layout.first, columns.NUMBER, layout.last, columns.ENTRY)
    state = xl_rowcol_to_cell(layout.first, columns.STATE, col_abs=True)
    for number, look in ((INVALID, making.styles.wrong), (LEFT_OUT, making.styles.left_out)):
        criteria = f"=AND(ISNUMBER({state}),{state}={number})"
        sheet.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": look})
