"""Scores go from the page into the Excel file that the site offers, and LibreOffice calculates what the page says."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.marking import reader
from browser.opening import KINDS
from building import SECOND
from handbook.downloads.imprint import Imprint
from handbook.downloads.spreadsheet.sheet import SCORING
from handbook.downloads.spreadsheet.workbook import workbook
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.settings.loading import load_settings
from office import convert

TODAY = "2026-11-22T08:00:00"
FILE = "thi-dua-thi-dua-tang.xlsx"
BUTTON = "Điền vào tệp Excel"
OFFER = """(name) => {
  const link = document.createElement("a");
  link.href = name;
  link.download = "Thi đua tầng.xlsx";
  document.querySelector(".sh-take").append(link);
}"""


@pytest.fixture(scope="module")
def blank() -> bytes:
    """The file that the second handbook offers for its table."""
    settings, _ = load_settings(SECOND / "mkdocs.yml", date=dt.date(2026, 11, 22))
    assert settings
    library = load_library(settings)[0]
    imprint = Imprint("Sổ tay nhà", "", dt.date(2026, 11, 22), lambda _: "")
    return workbook(library, library.entry(Target("criteria", "thi-dua-tang")), imprint)


def sheet(device: BrowserContext, address: str, content: bytes | None) -> Page:
    """Open the score sheet; the page offers the file with such content, or none."""
    page = device.new_page()
    page.set_default_timeout(10_000)
    page.clock.set_fixed_time(TODAY)
    page.goto(address + KINDS["criteria"])
    page.wait_for_selector(".sh-total__words")
    if content is not None:
        page.route(f"**/{FILE}", lambda route: route.fulfill(body=content))
        page.evaluate(OFFER, FILE)
    return page


def values(file: Path) -> dict[str, Any]:
    """Give what stands in the named cells of the scoring sheet."""
    book = openpyxl.load_workbook(file, data_only=True)
    places = {name: one.attr_text.partition("!")[2].replace("$", "") for name, one in book.defined_names.items()}
    return {name: book[SCORING][place].value for name, place in places.items()}


def test_the_file_calculates_what_the_page_says(
    browser: Browser, second_address: str, blank: bytes, tmp_path: Path
) -> None:
    """Points with a comma, a level, an answer: all in their cells; total and grade come out alike, looks stay."""
    with reader(browser, accept_downloads=True) as device:
        page = sheet(device, second_address, blank)
        page.get_by_role("group", name="Quý này tầng đã được sơn lại chưa?").get_by_label("Không").check()
        page.get_by_label("Điểm mục 1.1").fill("37,5")
        page.get_by_label("40 điểm: Mọi hộ đều dự.").check()
        said = page.locator(".sh-total__words").inner_text()
        with page.expect_download() as download:
            page.get_by_role("button", name=BUTTON).click()
        file = tmp_path / "filled.xlsx"
        download.value.save_as(file)
        name = download.value.suggested_filename
        page.get_by_text("Đã điền điểm vào tệp Excel.").wait_for()

    calculated = values(convert([file], "xlsx", tmp_path / "calculated")[0])
    assert name == "Thi đua tầng 2026-11.xlsx"
    assert calculated == {
        "diem_floor": 37.5,
        "diem_walls": None,
        "diem_attendance": 40,
        "hoi_walls": "Không",
        "TongDiem": 77.5,
        "XepLoai": "Khá",
    }
    assert said == "77,5/80 điểm, mức Khá"
    (tmp_path / "blank.xlsx").write_bytes(blank)
    was, now = (openpyxl.load_workbook(tmp_path / one)[SCORING]["D12"] for one in ("blank.xlsx", "filled.xlsx"))
    assert now.number_format == was.number_format
    assert now.fill.fgColor.rgb == was.fill.fgColor.rgb


def test_what_is_wrong_goes_into_the_file_as_it_stands(
    browser: Browser, second_address: str, blank: bytes, tmp_path: Path
) -> None:
    """Markup and words are a text in their cell, which the sheet marks as wrong; nothing is calculated from them."""
    with reader(browser, accept_downloads=True) as device:
        page = sheet(device, second_address, blank)
        page.get_by_label("Điểm mục 1.1").fill("<f>1+1</f>&")
        with page.expect_download() as download:
            page.get_by_role("button", name=BUTTON).click()
        file = tmp_path / "filled.xlsx"
        download.value.save_as(file)

    calculated = values(convert([file], "xlsx", tmp_path / "calculated")[0])
    assert calculated["diem_floor"] == "<f>1+1</f>&"
    assert calculated["TongDiem"] in {None, ""}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "Trang này không kèm tệp Excel."),
        (b"", "Không lấy được tệp Excel của trang"),
        (b"PK no archive", "Không lấy được tệp Excel của trang"),
        (b"<!doctype html>" * 100, "Không lấy được tệp Excel của trang"),
    ],
    ids=["none", "empty", "broken", "another"],
)
def test_without_the_file_the_table_is_offered(
    browser: Browser, second_address: str, content: bytes | None, told: str
) -> None:
    """What is wrong and what to do instead, which works; the scores stay."""
    with reader(browser, accept_downloads=True) as device:
        page = sheet(device, second_address, content)
        page.get_by_label("Điểm mục 1.1").fill("30")
        page.get_by_role("button", name=BUTTON).click()
        page.get_by_text(told).wait_for()
        assert "Lưu ra tệp" in page.get_by_text(told).inner_text()
        with page.expect_download() as download:
            page.get_by_role("button", name="Lưu ra tệp").click()
        assert download.value.suggested_filename.endswith(".csv")
        assert page.get_by_label("Điểm mục 1.1").input_value() == "30"


def test_without_a_connection_it_is_told(browser: Browser, second_address: str, blank: bytes) -> None:
    """The file is fetched only when it is asked for; where that fails, the page says so."""
    with reader(browser) as device:
        page = sheet(device, second_address, blank)
        page.get_by_label("Điểm mục 1.1").fill("30")
        device.set_offline(offline=True)
        page.unroute(f"**/{FILE}")
        page.get_by_role("button", name=BUTTON).click()
        page.get_by_text("Không lấy được tệp Excel của trang").wait_for()
