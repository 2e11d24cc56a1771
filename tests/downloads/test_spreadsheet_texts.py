"""Texts of records in a workbook: whatever they look like, they stay texts, and stand whole in their cells."""

import io
import re
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet.texts import height, lines
from handbook.downloads.spreadsheet.workbook import workbook
from handbook.library.library import Library
from handbook.library.target import Target
from libraries import DAY, library_of, statement, worth
from office import convert

ADDRESS = "https://vi-du.example/tieu-chi/wild/"
BARE = Imprint("Sổ tay nhà", "", DAY, lambda _: "")
WILD = ("=1+1", "+1", "-1", "@SUM(1)", '<b>&"', "{=1}", "x" * 200, "&D&P", "http://vi-du.example/a", "_x0041_")


def wild_library(text: str) -> Library:
    """Give a library with a table that says this text wherever a text may stand."""
    part: dict[str, Any] = {"id": "b", "number": text[:10], "text": text, "points": 4, "applies_when": text}
    leaf = {"id": "c", "number": "2", "text": text, "points": 6, "levels": [{"when": text, "points": 6}]}
    fields = {
        "title": text,
        "source_unclear": [text],
        "criteria": [{"id": "a", "number": "1", "text": text, "points": "rules#four", "parts": [part]}, leaf],
        "bands": [
            {"title": text, "at_least": 5, "note": text, "needs_full": ["a"]},
            {"title": "Kém", "at_least": 0, "below": 5},
        ],
        "bands_statements": ["rules#words"],
    }
    document = {"number": text[:80], "statements": [worth("four", 4), statement("words", text=text, place=text)]}
    return library_of({"document/rules": document, "criteria/wild": fields})


@pytest.mark.parametrize("text", WILD, ids=range(len(WILD)))
def test_a_text_of_a_record_stays_that_text(text: str) -> None:
    """It is never a formula, a link or a code of the footer, and stands whole where it is written."""
    library = wild_library(text)
    imprint = Imprint(text, ADDRESS, DAY, lambda _: "")
    book = openpyxl.load_workbook(io.BytesIO(workbook(library, library.entry(Target("criteria", "wild")), imprint)))
    said = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(said) >= 8
    assert {cell.data_type for cell in said} == {"s"}
    assert not any(cell.hyperlink for cell in said)
    wrapping = [cell for cell in said if getattr(cell.alignment, "wrap_text", False)]
    assert len(wrapping) == len(said)


def test_wild_texts_print_whole_in_their_cells(tmp_path: Path) -> None:
    """LibreOffice opens every one of them, prints them literally, on A4, in one family of letters."""
    files = []
    for number, text in enumerate(WILD):
        library = wild_library(text)
        file = tmp_path / f"wild-{number}.xlsx"
        file.write_bytes(workbook(library, library.entry(Target("criteria", "wild")), BARE))
        files.append(file)
    for text, printed in zip(WILD, convert(files, "pdf", tmp_path / "printed"), strict=True):
        raw = subprocess.run(["pdftotext", "-raw", printed, "-"], capture_output=True, check=True).stdout
        # What is broken over lines is joined again; a table of 200 letters says them at least six times.
        joined = "".join(raw.decode("utf-8").split())
        assert joined.count("".join(text.split())) >= 6
        fonts = subprocess.run(["pdffonts", printed], capture_output=True, check=True).stdout.decode("utf-8")
        assert set(re.findall(r"\+(\w+)", fonts)) <= {"LiberationSans", "Arial", "Arimo"}
        sizes = subprocess.run(["pdfinfo", "-l", "-1", printed], capture_output=True, check=True).stdout.decode("utf-8")
        assert set(re.findall(r"Page +\d+ size: +(.*)", sizes)) <= {
            "595.304 x 841.89 pts (A4)",
            "841.89 x 595.304 pts (A4)",
        }


@pytest.mark.parametrize(
    ("text", "width", "count"), [("", 10, 1), ("a b", 10, 1), ("x" * 200, 46, 5), ("m" * 50, 46, 2)]
)
def test_long_texts_take_more_lines(text: str, width: float, count: int) -> None:
    """A word without a space is broken; wide letters take more room."""
    assert lines(text, width) == count
    assert height(text, width) >= count * 13.5
