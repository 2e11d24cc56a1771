"""Checklists that remember, in Chromium: marked by mouse, keyboard and finger, in two tabs, with no room."""

import pytest
from playwright.sync_api import Browser

from browser.marking import (
    FULL,
    REFUSED,
    checklist,
    give_day,
    note_of,
    progress,
    reader,
    tick,
    ticked,
    write,
)
from browser.opening import KINDS


def test_marks_are_there_again_after_the_page_is_closed(browser: Browser, tools_address: str) -> None:
    """Ticks, who does it and the note; the bar counts per phase."""
    with reader(browser, width=1366) as device:
        page = checklist(device, tools_address)
        tick(page, "notice", "count")
        write(page, "shop-list", "Hỏi ba cửa hàng", "Tổ trưởng")
        page.close()
        page = checklist(device, tools_address)

        assert ticked(page) == ["notice", "count"]
        assert note_of(page, "shop-list") == "Hỏi ba cửa hàng"
        assert page.get_by_label("Ai nhận việc").input_value() == "Tổ trưởng"
        assert progress(page).startswith("Xong 2/4 việc Còn 2 việc")
        assert page.locator(".sh-progress__phases li").all_inner_texts() == ["Chuẩn bị 1/2", "Họp 1/2"]


def test_a_keyboard_alone_marks(browser: Browser, tools_address: str) -> None:
    """Space ticks, Enter opens what is written beside; what has focus is always seen below the bar."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        page.locator("#notice_done").focus()
        page.keyboard.press("Space")
        for _ in range(30):
            page.keyboard.press("Tab")
            top, bar = page.evaluate(
                "[document.activeElement.getBoundingClientRect().bottom,"
                " document.querySelector('.sh-progress').getBoundingClientRect().bottom]"
            )
            assert top > bar
            if page.evaluate("document.activeElement.matches('#notice .sh-mark > summary')"):
                break
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("Thư ký")
        page.keyboard.press("Tab")
        page.keyboard.type("Dán hai tờ")
        page.reload()
        page.wait_for_selector(".sh-progress")

        assert ticked(page) == ["notice"]
        assert note_of(page, "notice") == "Dán hai tờ"
        assert page.get_by_label("Ai nhận việc").input_value() == "Thư ký"


def test_a_finger_marks(browser: Browser, tools_address: str) -> None:
    """On a phone the sentence takes the finger; nothing is wider than the screen."""
    with reader(browser, width=360, has_touch=True, is_mobile=True) as device:
        page = checklist(device, tools_address)
        page.locator("label[for='count_done']").tap()
        page.locator("#count .sh-mark > summary").tap()
        page.locator("#count").get_by_label("Ghi thêm").tap()
        page.keyboard.type("41 hộ")

        assert ticked(page) == ["count"]
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_two_tabs_keep_each_others_marks(browser: Browser, tools_address: str) -> None:
    """What one tab marks is seen in the other, and neither writes over what it has not seen."""
    with reader(browser) as device:
        one, other = checklist(device, tools_address), checklist(device, tools_address)
        tick(one, "notice")
        tick(other, "count")
        write(other, "tour", "Tầng 3")
        tick(one, "shop-list")
        one.wait_for_function("() => document.querySelectorAll('.sh-item__box:checked').length === 3")

        assert ticked(one) == ticked(other) == ["notice", "shop-list", "count"]
        one.reload()
        one.wait_for_selector(".sh-progress")
        assert ticked(one) == ["notice", "shop-list", "count"]
        assert note_of(one, "tour") == "Tầng 3"


def test_what_is_being_written_is_not_written_over(browser: Browser, tools_address: str) -> None:
    """A note that is open in one tab stays as typed while the other tab ticks."""
    with reader(browser) as device:
        one, other = checklist(device, tools_address), checklist(device, tools_address)
        write(one, "tour", "Đang viết dở")
        tick(other, "tour")
        one.wait_for_function("() => document.querySelector('#tour_done').checked")

        assert note_of(one, "tour") == "Đang viết dở"


@pytest.mark.parametrize(("script", "told"), [(REFUSED, "không cho lưu trên máy này"), (FULL, "đã đầy")])
def test_what_cannot_be_kept_is_told(browser: Browser, tools_address: str, script: str, told: str) -> None:
    """Where the browser refuses or is full, marks last as long as the page, and the page says so."""
    with reader(browser, script=script) as device:
        page = checklist(device, tools_address)
        tick(page, "notice")
        tick(page, "count")
        write(page, "tour", "Tầng 3. " * 60)
        give_day(page, "3/12/2026")

        assert told in progress(page)
        assert ticked(page) == ["notice", "count"]
        assert note_of(page, "tour").startswith("Tầng 3.")


def test_clearing_asks_and_can_be_undone(browser: Browser, tools_address: str) -> None:
    """By keyboard: Escape keeps all; yes clears; what was cleared comes back."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        page.get_by_role("button", name="Xóa dấu của buổi này").click()
        assert page.get_by_text("Buổi này chưa có dấu nào.").is_visible()
        tick(page, "notice", "count")
        page.get_by_role("button", name="Xóa dấu của buổi này").focus()
        page.keyboard.press("Enter")
        assert page.get_by_text("Xóa dấu và ghi chú ở 2 việc của buổi chưa ghi ngày?").is_visible()
        page.keyboard.press("Escape")
        assert ticked(page) == ["notice", "count"]
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        assert ticked(page) == []
        assert page.evaluate("document.activeElement.textContent") == "Hoàn tác"
        page.keyboard.press("Enter")
        assert ticked(page) == ["notice", "count"]


def test_progress_is_spoken_seldom(browser: Browser, tools_address: str) -> None:
    """One tick says nothing; the end of a phase and the end of all do."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        spoken = page.locator(".sh-progress .sh-unseen")
        tick(page, "notice")
        assert spoken.text_content() == ""
        tick(page, "shop-list")
        assert spoken.text_content() == "Xong phần Chuẩn bị. Xong 2/4 việc."
        tick(page, "count", "tour")
        assert spoken.text_content() == "Đã xong cả 4 việc."


def test_without_scripts_nothing_of_the_tool_is_there(browser: Browser, tools_address: str) -> None:
    """The checklist reads and can be ticked as before."""
    with reader(browser, java_script_enabled=False) as device:
        page = device.new_page()
        page.goto(tools_address + KINDS["checklist"])
        tick(page, "notice")

        assert ticked(page) == ["notice"]
        assert page.locator(".sh-run, .sh-progress, .sh-share, .sh-mark").count() == 0
