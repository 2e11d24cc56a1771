"""The agenda with a clock in Chromium: minutes that add up, a meeting that runs step by step and outlives a reload."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

PAGE = "cuoc-hop/hop-thang/"
OPEN = "Lập chương trình có đồng hồ"


@contextmanager
def agenda(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Open a meeting of three steps, 5, 20 and 5 minutes, on a phone at 14:00."""
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **options
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.clock.install(time="2026-12-03T14:00:00+07:00")
    page.goto(address + PAGE)
    page.get_by_role("button", name=OPEN).wait_for()
    yield page
    context.close()


def test_minutes_add_up_to_the_shortest_duration(browser: Browser, tools_address: str) -> None:
    """What lacks is told while minutes are changed; with a beginning, each step says its time."""
    with agenda(browser, tools_address) as page:
        page.get_by_role("button", name=OPEN).click()
        assert page.locator(".sh-agenda__sum").inner_text() == "Cộng 30 phút, đủ tối thiểu 30."
        page.get_by_label("Số phút: Bàn việc.").fill("15")
        assert page.locator(".sh-agenda__sum").inner_text() == "Cộng 25 phút, còn thiếu 5 phút so với tối thiểu 30."
        page.get_by_label("Giờ bắt đầu").fill("8 giờ 30")
        assert "08:35 đến 08:50" in page.locator(".sh-agenda").inner_text()
        page.get_by_label("Số phút: Bàn việc.").fill("lâu")
        assert page.locator(".sh-wrong:visible").inner_text().startswith("Ghi số phút từ 0 đến 600")


def test_a_meeting_runs_by_keyboard_and_outlives_a_reload(browser: Browser, tools_address: str) -> None:
    """Time left counts down, then tells how much it is over; Enter goes on; loaded again, the clock has gone on."""
    with agenda(browser, tools_address) as page:
        page.get_by_role("button", name=OPEN).focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Bắt đầu buổi họp").focus()
        page.keyboard.press("Enter")
        page.clock.run_for(61_000)
        assert page.locator(".sh-agenda__left").inner_text() == "3:59"
        assert "dự kiến xong lúc 14:30" in page.locator(".sh-agenda").inner_text()
        page.clock.run_for(5 * 60_000)
        assert page.locator(".sh-agenda__left").inner_text() == "Quá 1:01"
        page.keyboard.press("Enter")
        assert page.locator(".sh-agenda__now").inner_text() == "Bàn việc."
        page.clock.run_for(10_000)
        page.reload()
        page.locator(".sh-agenda__left").wait_for()
        assert page.locator(".sh-agenda__now").inner_text() == "Bàn việc."
        assert page.locator(".sh-agenda__left").inner_text() in {"19:50", "19:49", "19:48"}
        page.get_by_role("button", name="Sang bước sau").click()
        page.get_by_role("button", name="Xong buổi họp").click()
        assert page.get_by_role("button", name="Bắt đầu buổi họp").is_visible()


def test_a_step_of_no_minutes_is_left_out(browser: Browser, tools_address: str) -> None:
    """Zero minutes skips a step, and one can go back."""
    with agenda(browser, tools_address) as page:
        page.get_by_role("button", name=OPEN).click()
        page.get_by_label("Số phút: Bàn việc.").fill("0")
        page.get_by_role("button", name="Bắt đầu buổi họp").click()
        page.get_by_role("button", name="Sang bước sau").click()
        assert page.locator(".sh-agenda__now").inner_text() == "Chốt việc."
        page.get_by_role("button", name="Lùi một bước").click()
        assert page.locator(".sh-agenda__now").inner_text() == "Điểm danh."
