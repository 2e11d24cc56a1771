"""What may be typed into a cell, asked for and refused in Vietnamese. Pasting goes round it; the formulas do not."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from handbook.downloads.spreadsheet.formulas import down
from handbook.downloads.spreadsheet.layout import ENTRY, MAXIMUM
from handbook.scoring.result import fault_words
from handbook.scoring.table import Leaf
from handbook.scoring.words import MET_WORDS, NO, NOT_MET_WORDS, YES

TITLE_LENGTH = 32
MESSAGE_LENGTH = 255
"""Characters; Excel shows no more."""


def ask_yes_or_no(sheet: Worksheet, row: int) -> None:
    """Ask for yes or no."""
    ask(sheet, row, ENTRY, {"validate": "list", "source": [YES, NO]}, "Câu hỏi", "Chọn Có hoặc Không.")


def ask_points(sheet: Worksheet, row: int, leaf: Leaf, levels: tuple[int, int] | None) -> None:
    """Ask for a leaf's points, one of its levels (which stand in these rows), or whether it is met."""
    rule: dict[str, Any]
    if leaf.maximum is None:
        rule = {"validate": "list", "source": [MET_WORDS, NOT_MET_WORDS]}
    elif levels:
        rule = {"validate": "list", "source": f"={down(*levels, MAXIMUM)}"}
    else:
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": leaf.maximum}
    ask(sheet, row, ENTRY, rule, f"Mục {leaf.number}", f"{fault_words(leaf)}.")


def ask(sheet: Worksheet, row: int, column: int, rule: dict[str, Any], title: str, message: str) -> None:
    """Allow only what a rule allows in a cell, and say so before and after."""
    texts = {
        "input_title": title[:TITLE_LENGTH],
        "input_message": message[:MESSAGE_LENGTH],
        "error_title": "Chưa ghi được",
        "error_message": message[:MESSAGE_LENGTH],
    }
    sheet.data_validation(row, column, row, column, {**rule, **texts})
