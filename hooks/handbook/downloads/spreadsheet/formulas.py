"""Pieces of formulas that every spreadsheet program of twenty years knows, each with the value it has when written."""

import re
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

Value = str | float


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value it has when the file is written, for whoever shows it without calculating."""

    text: str
    value: Value


def at(row: int, column: int) -> str:
    """Name a cell."""
    return xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)


def down(first: int, last: int, column: int) -> str:
    """Name the cells of a column from one row to another."""
    return xl_range_abs(first, column, last, column)


def constant(number: float) -> str:
    """Write a number inside a formula."""
    return f"{number:.15g}"


def quoted(text: str) -> str:
    """Write a text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def told(template: str, **cells: str) -> str:
    """Write a text with places in braces, filled in from cells."""
    pieces = re.split(r"\{(\w+)\}", template)
    named = [cells[piece] if index % 2 else quoted(piece) for index, piece in enumerate(pieces)]
    return "&".join(piece for piece in named if piece != '""')


def first_of(cells: str) -> str:
    """Give the place of the first 1 among cells, 0 where there is none."""
    return f"IF(SUM({cells})=0,0,MATCH(1,{cells},0))"


def plus(cells: list[str]) -> str:
    """Add single cells; nothing adds up to 0."""
    return "+".join(cells) or "0"
