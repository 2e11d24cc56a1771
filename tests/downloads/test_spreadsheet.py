"""The workbook of a scoring table: what may be typed, how it prints, what it says, and that texts stay texts."""

import datetime as dt
import io
import math
import re
import zipfile
from typing import Any

import openpyxl
import pytest
import zxingcpp
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet import layout as columns
from handbook.downloads.spreadsheet.head import fields
from handbook.downloads.spreadsheet.sheet import BASES, MONTHS, SCORING
from handbook.downloads.spreadsheet.workbook import layout_of, workbook
from handbook.library.target import Target
from handbook.records.criteria import STANDING_WORDS
from handbook.scoring.result import NOT_APPLICABLE, Points
from libraries import DAY, Fields, library_of, statement
from scoring_examples import example_entry, example_library, example_table, examples

ADDRESS = "https://vi-du.example/tieu-chi/seven/"
BARE = Imprint("Sổ tay nhà", "", DAY, lambda _: "")
LINKED = Imprint("Sổ tay nhà", ADDRESS, DAY, lambda target: f"https://vi-du.example/{target.id}/#{target.part}")
KNOWN_FUNCTIONS = {
    *("IF", "AND", "OR", "N", "SUM", "ROUND", "COUNT", "COUNTIF", "SUMPRODUCT"),
    *("INDEX", "MATCH", "LARGE", "ISNUMBER", "MID"),
}
"""Known to every version of Excel since 1997 and to LibreOffice."""


def book_of(table: str, imprint: Imprint = BARE) -> openpyxl.Workbook:
    """Write and read the workbook of a table."""
    library = example_library()
    return openpyxl.load_workbook(io.BytesIO(workbook(library, example_entry(library, table), imprint)))


def rules_of(sheet: Worksheet) -> dict[str, Any]:
    """Give what may be typed into each cell."""
    found: list[Any] = list(sheet.data_validations.dataValidation)
    return {str(rule.sqref): rule for rule in found}


def test_only_entries_and_the_head_can_be_written_without_unlocking() -> None:
    """Formulas are locked without a password; every entry, question and field is open."""
    library = example_library()
    table, layout = example_table(library, "asks-group"), layout_of(library, example_entry(library, "asks-group"))
    sheet = book_of("asks-group")[SCORING]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    rows = {layout.leaves[leaf.id] for leaf in table.leaves} | {layout.questions[one.id] for one in table.questions}
    opened = {
        (number, column)
        for number, row in enumerate(sheet.iter_rows())
        for column, cell in enumerate(row)
        if not cell.protection.locked
    }
    assert {place for place in opened if place[0] >= layout.header} == {(row, columns.ENTRY) for row in rows}
    first_field = layout.header - 1 - len(fields(library))
    assert {row for row, _ in opened if row < layout.header} == set(range(first_field, layout.header - 1))
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(cell.protection.locked for cell in formulas)


def test_each_entry_takes_only_what_its_leaf_may_get() -> None:
    """Points from 0 to the leaf's own maximum; it is said before and after, in Vietnamese."""
    library = example_library()
    table, layout = example_table(library, "seven"), layout_of(library, example_entry(library, "seven"))
    rules = rules_of(book_of("seven")[SCORING])
    for leaf in table.leaves:
        rule = rules[f"D{layout.leaves[leaf.id] + 1}"]
        assert (rule.type, float(rule.formula1), float(rule.formula2)) == ("decimal", 0, leaf.maximum)
        message = f"Ghi từ 0 đến {leaf.maximum:g}."
        assert (rule.promptTitle, rule.prompt, rule.error) == (f"Mục {leaf.number}", message, message)
        assert rule.errorStyle in {None, "stop"}


@pytest.mark.parametrize(
    ("table", "leaf", "source", "message"),
    [
        ("levels", "walls", "$C${}:$C${}", "Chọn một trong các mức 40; 20; 0."),
        ("levels", "floor", "$C${}:$C${}", "Chọn một trong các mức 60; 30,5; 10."),
        ("needs", "c", '"Đạt,Không đạt"', "Chọn Đạt hoặc Không đạt."),
    ],
)
def test_levels_and_answers_are_chosen_from_a_list(table: str, leaf: str, source: str, message: str) -> None:
    """The levels stand in the rows below their leaf, so that they can be read before they are chosen."""
    library = example_library()
    layout = layout_of(library, example_entry(library, table))
    rule = rules_of(book_of(table)[SCORING])[f"D{layout.leaves[leaf] + 1}"]
    first, last = layout.levels.get(leaf, (0, 0))
    assert (rule.type, rule.formula1, rule.error) == ("list", source.format(first + 1, last + 1), message)


def test_a_question_is_answered_with_yes_or_no() -> None:
    """Each has a cell of its own above what it decides."""
    library = example_library()
    layout = layout_of(library, example_entry(library, "asks"))
    rule = rules_of(book_of("asks")[SCORING])[f"D{layout.questions['b'] + 1}"]
    assert (rule.type, rule.formula1) == ("list", '"Có,Không"')
    assert layout.questions["b"] == layout.leaves["b"] - 1


def test_formulas_use_only_functions_that_old_programs_know() -> None:
    """No function that came after Excel 2003, and none is marked as one of the future."""
    for name in ("seven", "levels", "needs", "asks-group", "met", "short"):
        for sheet in book_of(name).worksheets:
            cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
            used = {
                word for formula in cells for word in re.findall(r"([A-Za-z_.]+)\(", re.sub('"[^"]*"', "", formula))
            }
            assert used <= KNOWN_FUNCTIONS


def test_sheets_print_on_a4_one_page_wide_with_their_heads_and_page_numbers() -> None:
    """The scoring sheet upright, the year across; the column titles stand on every page."""
    book = book_of("seven")
    library = example_library()
    header = layout_of(library, example_entry(library, "seven")).header + 1
    assert book.sheetnames == [SCORING, MONTHS, BASES]
    assert [sheet.page_setup.orientation for sheet in book.worksheets] == ["portrait", "landscape", "portrait"]
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth in {None, 1}
        assert getattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", False)
        assert "Trang &P/&N" in str(getattr(getattr(sheet.oddFooter, "right", None), "text", ""))
    assert book[SCORING].print_title_rows == f"${header}:${header}"
    assert {"TongDiem", "XepLoai"} <= set(book.defined_names)


def test_the_file_says_where_each_entry_stands() -> None:
    """Each leaf and each question has a name of its own that leads to its entry, for those who fill the file in."""
    library = example_library()
    for name in {example.table for example in examples()}:
        layout = layout_of(library, example_entry(library, name))
        book = book_of(name)
        for word, rows in (("diem", layout.leaves), ("hoi", layout.questions)):
            for id_, row in rows.items():
                assert book.defined_names[f"{word}_{id_.replace('-', '_')}"].attr_text == f"'{SCORING}'!$D${row + 1}"


def test_the_head_names_the_handbook_the_table_and_its_document() -> None:
    """The document stands with its status and how sure it is; the fields to fill in follow."""
    sheet = book_of("seven")[SCORING]
    texts = [str(row[0].value) for row in sheet.iter_rows(max_row=12) if row[0].value]
    assert texts[:3] == ["Sổ tay nhà", "Bản ghi seven", "Văn bản: 1 · Còn hiệu lực · Chưa đối chiếu"]
    assert [text for text in texts if text.endswith(":")] == [f"{label}:" for label in fields(example_library())]


def test_what_the_source_leaves_unclear_stands_in_the_head() -> None:
    """Whoever scores reads it before the table."""
    sheet = book_of("gap")[SCORING]
    assert "Bảng để hở từ 89 đến dưới 90." in [row[0].value for row in sheet.iter_rows(max_row=8)]


def test_the_qr_code_leads_to_the_page() -> None:
    """Decoded from the picture in the file, it is the page's address."""
    library = example_library()
    content = workbook(library, example_entry(library, "seven"), LINKED)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        picture = next(name for name in archive.namelist() if name.startswith("xl/media/"))
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(archive.read(picture))))
    assert [code.text for code in found] == [ADDRESS]


def test_without_an_address_there_is_no_picture_and_no_link() -> None:
    """Nothing else is missing: the same sheets, the same cells."""
    library = example_library()
    contents = [workbook(library, example_entry(library, "seven"), imprint) for imprint in (BARE, LINKED)]
    with zipfile.ZipFile(io.BytesIO(contents[0])) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
        links = [name for name in archive.namelist() if name.endswith(".rels") and b"hyperlink" in archive.read(name)]
    assert not links
    bare, linked = (openpyxl.load_workbook(io.BytesIO(content)) for content in contents)
    assert [[cell.value for cell in row] for row in bare[SCORING].iter_rows()] == [
        [cell.value for cell in row] for row in linked[SCORING].iter_rows()
    ]


def test_each_number_stands_with_its_statement_and_how_sure_it_is() -> None:
    """A number that rests on nothing says so."""
    records: dict[str, Fields] = {
        "source/board": {},
        "document/rules": {
            "status": "unclear",
            "statements": [statement("four", "board", text="Có {value}.", value={"amount": 4, "unit": "point"})],
        },
        "criteria/table": {
            "total": 9,
            "criteria": [
                {"id": "a", "number": "1", "text": "Làm.", "points": "rules#four", "statements": ["rules#four"]},
                {"id": "b", "number": "2", "text": "Làm.", "points": 5},
            ],
        },
    }
    library = library_of(records)
    content = workbook(library, library.entry(Target("criteria", "table")), LINKED)
    sheet = openpyxl.load_workbook(io.BytesIO(content))[BASES]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=4)]
    assert rows == [
        ("Mục 1", "Có 4 điểm.", "1 (chưa rõ hiệu lực)", "Đã đối chiếu toàn văn", "Mở"),
        ("Tổng điểm", "9 điểm", None, "Số ghi thẳng trong bảng, chưa dẫn điều nào", None),
        ("Mục 2", "5 điểm", None, "Số ghi thẳng trong bảng, chưa dẫn điều nào", None),
    ]
    assert sheet["E4"].hyperlink.target == "https://vi-du.example/rules/"


@pytest.mark.parametrize("table", ["seven", "levels", "needs", "asks-group", "met", "no-bands"])
def test_a_year_stands_on_one_sheet_with_a_chart(table: str) -> None:
    """Twelve columns of entries, totals by formula, and one chart."""
    sheet = book_of(table)[MONTHS]
    assert [sheet.cell(4, column).value for column in range(4, 16)] == [f"Tháng {month}" for month in range(1, 13)]
    totals = [row for row in sheet.iter_rows(min_row=5) if row[3].data_type == "f"]
    assert len(totals) == 1
    assert all(cell.protection.locked and cell.data_type == "f" for cell in totals[0][3:15])
    entries = [row for row in sheet.iter_rows(min_row=5) if not row[3].protection.locked]
    assert all(f"{cell.coordinate}" in rules_of(sheet) for row in entries for cell in row[3:15])
    library = example_library()
    with zipfile.ZipFile(io.BytesIO(workbook(library, example_entry(library, table), BARE))) as archive:
        assert len([name for name in archive.namelist() if name.startswith("xl/charts/chart")]) == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    """No clock stands in the file: its date is the build's, the archive's times are fixed."""
    library = example_library()
    entry = example_entry(library, "needs")
    first, second = workbook(library, entry, LINKED), workbook(library, entry, LINKED)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = openpyxl.load_workbook(io.BytesIO(first)).properties
    assert properties.created == properties.modified == dt.datetime(DAY.year, DAY.month, DAY.day)  # noqa: DTZ001


def test_a_table_that_is_looked_up_alone_says_so() -> None:
    """Whoever scores by a table of former years reads first that it no longer holds."""
    library = library_of({"document/rules": {}, "criteria/old": {"standing": "historical"}})
    content = workbook(library, library.entry(Target("criteria", "old")), BARE)
    texts = {
        str(cell.value) for row in openpyxl.load_workbook(io.BytesIO(content))[SCORING].iter_rows() for cell in row
    }
    assert any(STANDING_WORDS["historical"] in text for text in texts)


def test_a_table_without_criteria_says_that_it_cannot_score() -> None:
    """It has its grades and its reason, and no entry."""
    library = library_of(
        {"document/rules": {}, "criteria/bare": {"criteria": [], "bands": [{"title": "Đạt", "at_least": 0}]}}
    )
    content = workbook(library, library.entry(Target("criteria", "bare")), BARE)
    book = openpyxl.load_workbook(io.BytesIO(content))
    texts = {str(cell.value) for row in book[SCORING].iter_rows() for cell in row}
    assert "Chưa đọc được bảng điểm chi tiết nên không chấm được" in texts
    assert "Đạt" in texts
    assert not rules_of(book[SCORING])


def test_only_scoring_tables_have_workbooks() -> None:
    """Another kind of record is a slip of whoever calls."""
    library = example_library()
    with pytest.raises(TypeError, match="rules"):
        workbook(library, library.entry(Target("document", "rules")), BARE)


@pytest.mark.parametrize(
    ("table", "leaf", "points", "shown"),
    [
        ("seven", "time", 4.5, 4.5),
        ("met", "a", 1, "Đạt"),
        ("met", "a", 0, "Không đạt"),
        ("met", "a", 7, 7),
        ("met", "a", math.inf, "inf"),
        ("met", "a", NOT_APPLICABLE, NOT_APPLICABLE),
        ("asks", "b", NOT_APPLICABLE, None),
    ],
)
def test_what_was_entered_stands_in_its_cell(table: str, leaf: str, points: Points, shown: object) -> None:
    """Points as they are, met or not as it is chosen, and what cannot be counted as it was given."""
    library = example_library()
    entry = example_entry(library, table)
    layout = layout_of(library, entry)
    made = openpyxl.load_workbook(io.BytesIO(workbook(library, entry, BARE, {leaf: points})))[SCORING]

    assert made.cell(layout.leaves[leaf] + 1, columns.ENTRY + 1).value == shown
    if shown is None:  # the question above it says that it does not apply
        assert made.cell(layout.questions[leaf] + 1, columns.ENTRY + 1).value == "Không"
