"""The planner in Chromium: the shared cases of days, dates as people type them, and the plan of a meeting."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.test_tools_score import REFUSED
from browser.tool_modules import PLACE, with_modules
from building import ROOT

EXAMPLES = json.loads((ROOT / "tests" / "schedule" / "examples.json").read_text(encoding="utf-8"))
RULES = {"days_off": [6, 7], "first_week": [1, 2, 3, 4, 5, 6, 7]}
PAGE = "cong-cu/planner/"
WRITINGS = {
    "3/12/2026": "2026-12-03",
    "03.12.26": "2026-12-03",
    "3 - 12 - 2026": "2026-12-03",
    "ngày 3 tháng 12 năm 2026": "2026-12-03",
    "Thứ Năm 3/12": "2026-12-03",
    "3/12": "2026-12-03",
    "15/1": "2027-01-15",
    "30/10": "2026-10-30",
    "2026-12-03": "2026-12-03",
    "29/2/2028": "2028-02-29",
    "hôm nay": "2026-11-22",
    "29/2/2027": "Tháng 2/2027 không có ngày 29.",
    "12/13/2026": "Không có tháng 13. Ghi ngày trước, tháng sau.",
    "3/12/1026": "Năm 1026 quá xa. Kiểm lại năm.",
    "mai mốt": "Ghi ngày, tháng, năm, ví dụ 3/12/2026.",
    "<b>3/12</b>": "Ghi ngày, tháng, năm, ví dụ 3/12/2026.",
}
"""What is typed on 22 November 2026, and the day or the fault that it means."""


@contextmanager
def planner(browser: Browser, address: str, *, script: str = "", path: str = PAGE, **options: Any) -> Iterator[Page]:
    """Open the planner on a phone, on Sunday 22 November 2026."""
    wide = {"viewport": {"width": 360, "height": 800}, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
    context = browser.new_context(**{**wide, **options})
    if script:
        context.add_init_script(script)
    yield _opened(context, address + path)
    context.close()


def _opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.clock.set_fixed_time("2026-11-22T08:00:00+07:00")
    with_modules(page)
    page.goto(address)
    page.wait_for_selector("[data-sh-tool=planner]:not([hidden])")
    return page


def days(page: Page) -> list[str]:
    """Give the dates of the plan as they are shown."""
    return [" ".join(text.split()) for text in page.locator(".sh-plan .sh-deadline__day").all_inner_texts()]


def test_deadlines_fall_on_the_days_of_the_shared_cases(browser: Browser, tools_address: str) -> None:
    """Each case of tests/schedule has the same days in the same order as in the library."""
    with planner(browser, tools_address) as page:
        found = page.evaluate(
            f"""async ([rules, cases]) => {{
                const {{ deadlines }} = await import("{PLACE}tools/schedule.js");
                const {{ fromIso, isoOf }} = await import("{PLACE}tools/calendar.js");
                return cases.map((one) =>
                    deadlines(rules, one.deadlines, fromIso(one.meeting)).map((due) => [due.id, isoOf(due.day)]));
            }}""",
            [RULES, EXAMPLES["deadlines"]],
        )

    assert found == [case["due"] for case in EXAMPLES["deadlines"]]


def test_a_year_has_the_meetings_of_the_shared_cases(browser: Browser, tools_address: str) -> None:
    """Each meeting is held on the expected day, or within the expected period."""
    with planner(browser, tools_address) as page:
        found = page.evaluate(
            f"""async ([rules, cases]) => {{
                const {{ year }} = await import("{PLACE}tools/schedule.js");
                const {{ fromIso, isoOf }} = await import("{PLACE}tools/calendar.js");
                const days = (one) => "day" in one ? [one.day, one.planned] : [one.first, one.last];
                return cases.map((one) =>
                    year(rules, one.recurrence, fromIso(one.from)).map((held) => days(held).map(isoOf)));
            }}""",
            [RULES, EXAMPLES["years"]],
        )

    assert found == [case.get("held", case.get("periods")) for case in EXAMPLES["years"]]


def test_days_are_read_as_people_type_them(browser: Browser, tools_address: str) -> None:
    """Day before month, with or without words and year; what is no day says why."""
    with planner(browser, tools_address) as page:
        found = page.evaluate(
            f"""async (texts) => {{
                const {{ readDay, fromIso, isoOf }} = await import("{PLACE}tools/calendar.js");
                const read = (text) => readDay(text, fromIso("2026-11-22"));
                return texts.map(read).map(({{ day, fault }}) => fault ?? isoOf(day));
            }}""",
            list(WRITINGS),
        )

    assert dict(zip(WRITINGS, found, strict=True)) == WRITINGS


def test_the_monthly_rhythm_is_offered(browser: Browser, tools_address: str) -> None:
    """Opened for the first time, the planner shows the next meeting that comes by itself, and the ones after it."""
    with planner(browser, tools_address) as page:
        assert page.get_by_label("Loại cuộc họp").evaluate("one => one.selectedOptions[0].text") == "Họp ban quản trị"
        assert page.get_by_label("Ngày họp").input_value() == "03/12/2026"
        assert days(page) == [
            "Thứ Ba, 01/12/2026 còn 9 ngày",
            "Thứ Năm, 03/12/2026 còn 11 ngày",
            "Thứ Ba, 08/12/2026 còn 16 ngày",
        ]
        page.get_by_role("button", name="04/01/2027").click()
        assert "Chủ nhật, 03/01/2027 là ngày nghỉ nên chuyển sang ngày này" in page.locator("article").inner_text()
        assert days(page)[1].startswith("Thứ Hai, 04/01/2027")


def test_a_typed_day_is_planned_and_remembered(browser: Browser, tools_address: str) -> None:
    """By keyboard: type a day, see what is due today, come back and find it."""
    with planner(browser, tools_address) as page:
        page.get_by_label("Ngày họp").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type("24-11-26")
        page.keyboard.press("Tab")
        assert page.get_by_label("Ngày họp").input_value() == "24/11/2026"
        told = page.locator(".sh-plan__today").inner_text()
        assert told == "Hôm nay, 22/11/2026: Gửi giấy; ai cũng đọc, kể cả người vắng."
        assert days(page)[0] == "Chủ nhật, 22/11/2026 hôm nay"
        page.reload()
        page.wait_for_selector(".sh-plan h2")
        assert days(page)[1].startswith("Thứ Ba, 24/11/2026")


def test_a_wrong_day_is_told_and_plans_nothing(browser: Browser, tools_address: str) -> None:
    """The fault stands at the field, and no plan of another day is left standing."""
    with planner(browser, tools_address) as page:
        field = page.get_by_label("Ngày họp")
        field.fill("31/11/2026")
        assert page.locator(".sh-wrong:visible").inner_text() == "Tháng 11/2026 không có ngày 31."
        assert field.get_attribute("aria-invalid") == "true"
        assert days(page) == []


def test_each_date_says_its_rule_and_what_it_rests_on(browser: Browser, tools_address: str) -> None:
    """Rule in brackets, place, who, and for working days that holidays are not known; the papers stand below."""
    with planner(browser, tools_address) as page:
        last = page.locator(".sh-plan .sh-deadline").last.inner_text()
        assert "(trong 3 ngày làm việc, chưa trừ ngày lễ)" in last
        assert page.locator(".sh-plan .sh-chip--scope").count() == 1
        page.get_by_label("Loại cuộc họp").select_option("hop-nha")
        assert days(page) == []
        page.get_by_label("Ngày họp").fill("1/3/2027")
        assert "%" not in page.locator(".sh-plan .sh-bases").first.inner_text()
        assert re.search(r"\(.+\)", page.locator(".sh-plan .sh-bases").first.inner_text())
        for link in page.locator(".sh-plan a").all():
            address = link.evaluate("one => one.href")
            assert page.request.get(address).ok, address


def test_the_calendar_file_holds_exactly_these_dates(browser: Browser, tools_address: str) -> None:
    """Every date of the plan is a whole day in the file, with keys that stay the same; special signs are escaped."""
    with planner(browser, tools_address) as page:
        texts = []
        for _ in range(2):
            with page.expect_download() as told:
                page.get_by_role("button", name="Lưu tệp lịch").click()
            texts.append(told.value.path().read_bytes())
        assert told.value.suggested_filename == "hop-thang-2026-12-03.ics"
    assert all(len(line) <= 75 for line in texts[0].split(b"\r\n"))
    events = list(icalendar.Calendar.from_ical(texts[0]).walk("VEVENT"))
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2026-12-01", "2026-12-03", "2026-12-08"]
    assert str(events[0]["summary"]).startswith("Gửi giấy; ai cũng đọc, kể cả người vắng (")
    assert [str(event["uid"]).split("@")[0] for event in events] == [
        "meeting.hop-thang.send-papers.2026-12-03",
        "meeting.hop-thang.2026-12-03",
        "meeting.hop-thang.post-minutes.2026-12-03",
    ]
    assert [event["uid"] for event in icalendar.Calendar.from_ical(texts[1]).walk("VEVENT")] == [
        event["uid"] for event in events
    ]


def test_the_start_page_shows_the_nearest_dates_and_leads_on(browser: Browser, tools_address: str) -> None:
    """The start page leaves away what holds in one place only; its link opens the whole plan of the same meeting."""
    with planner(browser, tools_address, path="") as page:
        assert [day.split(" còn")[0] for day in days(page)] == ["Thứ Ba, 01/12/2026", "Thứ Năm, 03/12/2026"]
        page.get_by_role("link", name="Mở mọi mốc của buổi này").click()
        page.wait_for_selector(".sh-plan h2")
        assert page.url.endswith("cong-cu/planner/#hop-thang=2026-12-03")
        assert len(days(page)) == 3


def test_an_address_may_bring_nonsense(browser: Browser, tools_address: str) -> None:
    """A day that does not exist or a kind that nobody knows is passed over."""
    for fragment in ("#hop-thang=2026-02-31", "#constructor=2026-12-03", "#<img src=x>=1"):
        with planner(browser, tools_address, path=PAGE + fragment) as page:
            assert days(page)[1].startswith("Thứ Năm, 03/12/2026"), fragment


def test_two_tabs_show_the_same_meeting(browser: Browser, tools_address: str) -> None:
    """What one tab chooses, the other shows."""
    with planner(browser, tools_address) as page:
        other = _opened(page.context, tools_address + PAGE)
        page.get_by_role("button", name="03/02/2027").click()
        other.wait_for_function("() => document.querySelector('.sh-plan h2').textContent.includes('03/02/2027')")


def test_a_browser_that_keeps_nothing_plans_all_the_same(browser: Browser, tools_address: str) -> None:
    """With storage refused the plan is there and the reader is told; nothing leaves the page."""
    with planner(browser, tools_address, script=REFUSED) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_role("button", name="04/01/2027").click()
        assert "Trình duyệt không cho lưu" in page.locator("[data-sh-tool=planner]").inner_text()
        assert len(days(page)) == 3
        assert asked == []


@pytest.mark.parametrize("path", [PAGE, ""])
def test_a_thumb_finds_every_target(browser: Browser, tools_address: str, path: str) -> None:
    """On both pages all are 44 pixels high at least."""
    with planner(browser, tools_address, path=path, has_touch=True) as page:
        page.get_by_label("Ngày họp").fill("3/12/2026")
        page.get_by_role("button", name="03/12/2026").tap()
        for control in page.locator("[data-sh-tool] :is(button, input, select)").all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 43.9


def test_without_scripts_the_page_says_how_it_is_done(browser: Browser, tools_address: str) -> None:
    """No empty frame stands on the page; the way by hand does."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(tools_address + PAGE)
    assert not page.locator("[data-sh-tool]").is_visible()
    assert "lịch treo tường" in page.locator("article").inner_text()
    assert "days_off" not in page.locator("article").inner_text()
    context.close()
