"""The page of what is kept on this device: the branch's values, files of everything, erasing all of it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.marking import FULL, MARKUP, REFUSED, checklist, put_file, reader, tick, ticked
from browser.opening import KINDS
from browser.printing import Printed

PAGE = "cong-cu/data/"


def data_page(device: BrowserContext, address: str) -> Page:
    """Open the page."""
    page = device.new_page()
    page.goto(address + PAGE)
    page.wait_for_selector(".sh-stored")
    return page


def kept_lines(page: Page) -> list[str]:
    """Give the lines that say what is kept."""
    return page.locator(".sh-stored > ul > li").all_inner_texts()


def test_the_branch_is_entered_once(browser: Browser, tools_address: str) -> None:
    """By keyboard: values stay, wrong numbers are told and not kept, another tab sees them."""
    with reader(browser) as device:
        page, other = data_page(device, tools_address), data_page(device, tools_address)
        page.get_by_label("Cấp trên trực tiếp").focus()
        for words in ("Hội cư dân phường", "tầng 12", "32", "33", "40"):
            page.keyboard.type(words)
            page.keyboard.press("Tab")
        assert page.get_by_text("Ghi một số từ 1 đến 31.").is_visible()
        page.get_by_label("Ngày họp thường lệ").fill("3")
        assert not page.get_by_text("Ghi một số từ 1 đến 31.").is_visible()
        assert page.get_by_text("Số được miễn đang nhiều hơn").is_visible()
        other.wait_for_function("() => [...document.querySelectorAll('input')].some(one => one.value === '32')")
        page.reload()
        page.wait_for_selector(".sh-stored")

        assert page.get_by_label("Chi bộ", exact=True).input_value() == "tầng 12"
        assert page.get_by_label("Ngày họp thường lệ").input_value() == "3"


def test_the_branch_stands_at_the_head_of_papers(browser: Browser, tools_address: str, tmp_path: Path) -> None:
    """On every paper with a head to fill in, blank ones too; the meeting's day only on filled ones."""
    with reader(browser, width=1366) as device:
        page = data_page(device, tools_address)
        page.get_by_label("Cấp trên trực tiếp").fill("Ban quản trị tòa B")
        page.get_by_label("Chi bộ", exact=True).fill("tầng 12")
        page.goto(tools_address + KINDS["checklist"])
        page.wait_for_selector(".sh-progress")
        page.evaluate(
            "document.querySelector('.sh-blanks').innerHTML ="
            " '<li>Cấp trên trực tiếp: <span class=sh-fill></span></li><li>Chi bộ: <span class=sh-fill></span></li>'"
            " + '<li>Ngày họp: <span class=sh-fill></span></li>'"
        )
        page.get_by_text("Ngày họp, buổi khác").click()
        page.get_by_label("Ngày họp", exact=True).fill("3/12/2026")
        page.keyboard.press("Enter")
        page.pdf(path=tmp_path / "checklist.pdf", prefer_css_page_size=True)
        printed = Printed(tmp_path / "checklist.pdf").whole_text()

        assert "Cấp trên trực tiếp: Ban quản trị tòa B" in printed
        assert "Chi bộ: tầng 12" in printed
        assert "Ngày họp: 03/12/2026" in printed
        page.evaluate("document.documentElement.dataset.shPrint = 'blank'")
        page.emulate_media(media="print")
        assert page.locator(".sh-fill--day").evaluate("one => getComputedStyle(one).color") == "rgba(0, 0, 0, 0)"


def test_all_is_erased_at_once_and_comes_back(browser: Browser, tools_address: str) -> None:
    """What is kept is listed; erasing asks first, leaves nothing, spares what is not ours, and can be undone."""
    with reader(browser, width=360, has_touch=True) as device:
        page = checklist(device, tools_address)
        tick(page, "notice")
        page.evaluate("localStorage.setItem('handbook/1/|branch', '{}'); localStorage.setItem('alien', '1')")
        page = data_page(device, tools_address)
        page.get_by_label("Chi bộ", exact=True).fill("tầng 12")
        assert kept_lines(page) == [
            "Chi bộ của tôi",
            "Bảng kiểm “Việc cần làm cho một cuộc họp cư dân”: 1 buổi, dấu và ghi chú ở 1 việc",
        ]

        page.get_by_role("button", name="Xóa hết trên máy này").tap()
        page.get_by_role("button", name="Giữ lại").tap()
        assert len(kept_lines(page)) == 2
        page.get_by_role("button", name="Xóa hết trên máy này").tap()
        page.get_by_role("button", name="Xóa hết", exact=True).tap()
        assert kept_lines(page) == []
        assert page.get_by_label("Chi bộ", exact=True).input_value() == ""
        left = [key for key in page.evaluate("Object.keys(localStorage)") if "palette" not in key]
        assert sorted(left) == ["alien", "handbook/1/|branch"]

        page.get_by_role("button", name="Hoàn tác").tap()
        assert len(kept_lines(page)) == 2
        assert page.get_by_label("Chi bộ", exact=True).input_value() == "tầng 12"


def test_everything_moves_in_one_file(browser: Browser, tools_address: str, tmp_path: Path) -> None:
    """Saved here, opened on another device; a second opening changes nothing; it can be undone."""
    with reader(browser) as one, reader(browser) as other:
        page = checklist(one, tools_address)
        tick(page, "notice")
        page = data_page(one, tools_address)
        page.get_by_label("Chi bộ", exact=True).fill(MARKUP)
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Lưu tất cả ra tệp").click()
        waiting.value.save_as(tmp_path / "all.json")
        text = (tmp_path / "all.json").read_text(encoding="utf-8")
        assert set(json.loads(text)["values"]) == {"branch", "checklist/hop-cu-dan"}

        page = data_page(other, tools_address)
        for _ in range(2):
            put_file(page, text)
            page.get_by_text("Đã gộp tệp vào máy này.").wait_for()
            assert page.get_by_label("Chi bộ", exact=True).input_value() == MARKUP
        assert page.locator(".md-content img").count() == 0
        assert ticked(checklist(other, tools_address)) == ["notice"]
        put_file(page, "{")
        page.get_by_text("Không đọc được tệp này").wait_for()
        assert len(kept_lines(page)) == 2


@pytest.mark.parametrize(("script", "told"), [(REFUSED, "không cho lưu trên máy này"), (FULL, "đã đầy")])
def test_what_cannot_be_kept_is_told(browser: Browser, tools_address: str, script: str, told: str) -> None:
    """In words, on the page, and what was entered lasts for the visit."""
    with reader(browser, script=script) as device:
        page = data_page(device, tools_address)
        page.get_by_label("Cấp trên trực tiếp").fill("x" * 160)
        page.get_by_label("Chi bộ", exact=True).fill("y" * 160)

        assert told in page.locator(".sh-tool > .sh-wrong").inner_text()
        assert kept_lines(page) == ["Chi bộ của tôi"]


def test_every_page_leads_to_it(browser: Browser, tools_address: str) -> None:
    """The footer names the page, with and without scripts; without them it says what to do by hand."""
    with reader(browser, java_script_enabled=False) as device:
        page = device.new_page()
        page.goto(tools_address)
        page.locator("footer").get_by_role("link", name="Dữ liệu trên máy này").click()

        assert page.url.endswith(PAGE)
        assert page.get_by_role("heading", name="Làm bằng tay").is_visible()
        assert not page.locator(".sh-tool").is_visible()
