"""LibreOffice calculates the workbooks anew: what it finds is what scoring says, and what the files said unasked."""

import io
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from building import ROOT
from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet import layout as columns
from handbook.downloads.spreadsheet.layout import Layout
from handbook.downloads.spreadsheet.leaf_cells import met
from handbook.downloads.spreadsheet.scoring_sheet import answers_of
from handbook.downloads.spreadsheet.sheet import MONTHS, SCORING
from handbook.downloads.spreadsheet.sums import graded
from handbook.downloads.spreadsheet.workbook import layout_of, workbook
from handbook.library.loading import load_library
from handbook.scoring.result import NOT_APPLICABLE, Points
from handbook.scoring.table import ScoreTable
from handbook.settings.loading import load_settings
from libraries import DAY
from office import convert
from scoring_examples import Example, example_entry, example_library, example_table, examples

Cell = str | float | None
Sheets = Mapping[str, Mapping[str, Cell]]
IMPRINT = Imprint("Sổ tay nhà", "", DAY, lambda _: "")
ALLOWED = 1e-9
EXAMPLES = {f"case-{number}": example for number, example in enumerate(examples())}


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Sheets, Sheets]]:
    """Give every workbook before and after LibreOffice calculated it, all in one start of the program.

    Each case is written filled in (`case-1`) and filled into the blank workbook by another program (`typed-case-1`);
    each table of the handbook is written blank (`own-…`).
    """
    folder = tmp_path_factory.mktemp("written")
    library = example_library()
    blanks = {name: workbook(library, example_entry(library, name), IMPRINT) for name in _tables()}
    for name, example in EXAMPLES.items():
        content = workbook(library, example_entry(library, example.table), IMPRINT, example.points)
        (folder / f"{name}.xlsx").write_bytes(content)
        (folder / f"typed-{name}.xlsx").write_bytes(_typed(blanks[example.table], example))
    (folder / "months.xlsx").write_bytes(_months_typed(blanks["asks-group"]))
    for name, content in _own():
        (folder / f"own-{name}.xlsx").write_bytes(content)
    written = sorted(folder.glob("*.xlsx"))
    after = convert(written, "xlsx", folder / "after", recalculate=True)
    return {file.stem: (_read(file), _read(result)) for file, result in zip(written, after, strict=True)}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("typed", [False, True], ids=["written", "typed"])
def test_the_spreadsheet_scores_the_examples_as_python_does(
    recalculated: Mapping[str, tuple[Sheets, Sheets]], name: str, *, typed: bool
) -> None:
    """Total, maximum, grade, reason, what is missing and what costs most are those of the shared cases."""
    example = EXAMPLES[name]
    table, layout = _table(example)
    cells = recalculated[f"typed-{name}" if typed else name][1][SCORING]
    assert _outcome(cells, table, layout) == _expected(example, table)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_file_says_what_calculating_it_gives(recalculated: Mapping[str, tuple[Sheets, Sheets]], name: str) -> None:
    """Every value that a workbook carries is the one that LibreOffice calculates."""
    assert _differences(*recalculated[name]) == []


def test_every_table_of_the_handbook_carries_right_values(
    recalculated: Mapping[str, tuple[Sheets, Sheets]],
) -> None:
    """The same for the blank workbooks of all records of this handbook."""
    own = [name for name in recalculated if name.startswith("own-")]
    assert own
    assert {name: _differences(*recalculated[name]) for name in own} == {name: [] for name in own}


def test_a_month_has_a_total_once_it_is_whole(recalculated: Mapping[str, tuple[Sheets, Sheets]]) -> None:
    """What was not scored that month counts as filled in; what cannot be is told instead of added up."""
    cells = recalculated["months"][1][MONTHS]
    assert [cells.get(f"{column}7") or "" for column in "DEFGH"] == [95.5, "", 60, "Sai", "Sai"]


def _table(example: Example) -> tuple[ScoreTable, Layout]:
    library = example_library()
    return example_table(library, example.table), layout_of(library, example_entry(library, example.table))


def _tables() -> set[str]:
    return {example.table for example in examples()}


def _own() -> Iterator[tuple[str, bytes]]:
    settings, findings = load_settings(ROOT / "mkdocs.yml", date=DAY)
    assert settings is not None, findings
    library, _ = load_library(settings)
    for entry in library.of_kind("criteria"):
        yield entry.id, workbook(library, entry, IMPRINT)


def _typed(blank: bytes, example: Example) -> bytes:
    """Fill in a blank workbook as a person does."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    table, layout = _table(example)
    sheet = book[SCORING]
    answers = answers_of(table, example.points)
    for question in table.questions:
        _type(sheet, layout.questions[question.id], answers.get(question.id))
    for leaf in table.leaves:
        given: Points | None = example.points.get(leaf.id)
        shown: Cell = given
        if leaf.questions and given == NOT_APPLICABLE:
            shown = None
        elif leaf.maximum is None and given in {0, 1}:
            shown = met(float(given or 0))
        _type(sheet, layout.leaves[leaf.id], shown)
    return _saved(book)


def _months_typed(blank: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(blank))
    sums: tuple[tuple[float, str | float | None], ...] = ((65.5, 30), (70, None), (60, "không"), (71, 30), (-1, 30))
    for column, (first, second) in zip("DEFGH", sums, strict=True):
        book[MONTHS][f"{column}5"].value = first
        book[MONTHS][f"{column}6"].value = second
    return _saved(book)


def _type(sheet: Worksheet, row: int, value: Cell) -> None:
    cell = sheet.cell(row + 1, columns.ENTRY + 1)
    assert not cell.protection.locked
    cell.value = value


def _saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", EncodingWarning)  # openpyxl names no encoding for its own temporary file
        book.save(content)
    return content.getvalue()


def _read(file: Path) -> Sheets:
    book = openpyxl.load_workbook(file, data_only=True)
    return {sheet.title: dict(_cells(sheet)) for sheet in book.worksheets}


def _cells(sheet: Worksheet) -> Iterator[tuple[str, Cell]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                yield cell.coordinate, cell.value if isinstance(cell.value, str | int | float) else str(cell.value)


def _differences(before: Sheets, after: Sheets) -> list[str]:
    assert list(before) == list(after)
    return [
        f"{sheet}!{place}: {before[sheet].get(place)!r} became {after[sheet].get(place)!r}"
        for sheet in before
        for place in sorted(before[sheet].keys() | after[sheet].keys())
        if not _same(before[sheet].get(place), after[sheet].get(place))
    ]


def _same(one: Cell, other: Cell) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < ALLOWED
    return (one or "") == (other or "")


def _at(cells: Mapping[str, Cell], row: int, column: int) -> Cell:
    value = cells.get(f"{get_column_letter(column + 1)}{row + 1}")
    return "" if value is None else value


def _outcome(cells: Mapping[str, Cell], table: ScoreTable, layout: Layout) -> dict[str, object]:
    total = layout.total
    costly = (
        [_at(cells, row, columns.NUMBER) for row in range(layout.costliest, layout.end)] if table.has_points else []
    )
    return {
        "total": _at(cells, total, columns.ENTRY) or 0,
        "maximum": _at(cells, total, columns.MAXIMUM),
        "missing": _at(cells, total, columns.MISSING),
        "invalid": _at(cells, total, columns.INVALID),
        "grade": _at(cells, layout.grade, columns.MAXIMUM) if graded(table) else "",
        "reason": _at(cells, layout.grade + 1, columns.NUMBER),
        "costliest": [number for number in costly if number],
    }


def _expected(example: Example, table: ScoreTable) -> dict[str, object]:
    expected = example.expected
    numbers = {leaf.id: leaf.number for leaf in table.leaves}
    return {
        "total": expected["total"] if table.has_points else expected["met"],
        "maximum": expected["maximum"] if table.has_points else "",
        "missing": expected["missing"],
        "invalid": len(expected["invalid"]),
        "grade": expected["grade"] or "",
        "reason": expected["reason"],
        "costliest": [numbers[leaf] for leaf in expected["costliest"]],
    }
