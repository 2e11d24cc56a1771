"""The calculators in Chromium: what is enough to the last person, faults, what stands beside a result."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.tool_modules import PLACE, with_modules

PAGE = "cong-cu/calculators/"


@contextmanager
def calculators(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Open the page of calculators on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="vi-VN", **options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    with_modules(page)
    page.goto(address + PAGE)
    page.wait_for_selector("[data-sh-tool=calculators]:not([hidden])")
    yield page
    context.close()


def fill(page: Page, title: str, *numbers: int | str) -> Locator:
    """Fill in the fields of a calculator in their order; gives its outcome."""
    calculator = page.get_by_role("region", name=title)
    for field, number in zip(calculator.locator("input").all(), numbers, strict=False):
        field.fill(str(number))
    return calculator.locator(".sh-outcome")


def test_what_is_needed_is_exact_for_any_number(browser: Browser, tools_address: str) -> None:
    """More than half, two thirds and percentages are counted in whole people, without a rounding of binary numbers."""
    rules = [{"fraction": "more-than-half"}, {"fraction": "two-thirds"}, {"at_least": 90}, {"at_least": 66.67}]
    with calculators(browser, tools_address) as page:
        found = page.evaluate(
            f"""async (rules) => {{
                const {{ needed }} = await import("{PLACE}tools/shares.js");
                return rules.map((rule) => Array.from({{ length: 300 }}, (_, index) => needed(rule, index + 1)));
            }}""",
            rules,
        )
    numbers = range(1, 301)
    assert found == [
        [number // 2 + 1 for number in numbers],
        [math.ceil(Fraction(2, 3) * number) for number in numbers],
        [math.ceil(Fraction(90, 100) * number) for number in numbers],
        [math.ceil(Fraction(6667, 10_000) * number) for number in numbers],
    ]


def test_attendance_is_counted_with_and_without_the_exempt(browser: Browser, tools_address: str) -> None:
    """Both shares are compared with the rule, and who is absent without reason is counted."""
    with calculators(browser, tools_address) as page:
        outcome = fill(page, "Tỷ lệ dự", 15, 3, 11, 0)
        assert outcome.locator(".sh-outcome__line").all_inner_texts() == [
            "Trên tổng số: 11/15, 73,33%. Chưa đạt mức (cần 12).",
            "Không tính người được miễn: 11/12, 91,67%. Đạt mức (cần 10).",
            "Vắng không lý do: 1.",
        ]
        assert "Có mặt 11/15 (73,33%), vắng có lý do 0, vắng không lý do 1" in outcome.inner_text()


def test_a_vote_is_reached_or_not_and_says_why(browser: Browser, tools_address: str) -> None:
    """One voice decides; another rule asks for more of the same votes."""
    with calculators(browser, tools_address) as page:
        outcome = fill(page, "Biểu quyết", 12, 6, 6, 0, 0)
        assert "Không đạt: cần ít nhất 7 người đồng ý, còn thiếu 1." in outcome.inner_text()
        fill(page, "Biểu quyết", 12, 7, 4, 0, 0)
        assert "Đạt: cần ít nhất 7 người đồng ý." in outcome.inner_text()
        assert "Chưa ghi ý kiến của 1 người." in outcome.inner_text()
        page.get_by_label("So với mức").select_option(label="Họp ban quản trị: Việc lớn cần hai phần ba.")
        assert "Không đạt: cần ít nhất 8 người đồng ý, còn thiếu 1." in outcome.inner_text()


@pytest.mark.parametrize(
    ("title", "numbers", "told"),
    [
        ("Tỷ lệ dự", (10, 0, 11, 0), "Số có mặt nhiều hơn tổng số."),
        ("Tỷ lệ dự", (10, 11, 5, 0), "Số được miễn nhiều hơn tổng số."),
        ("Tỷ lệ dự", (10, 0, 6, 5), "Có mặt cộng vắng có lý do nhiều hơn tổng số."),
        ("Tỷ lệ dự", (0, 0, 0, 0), "Tổng số phải lớn hơn 0."),
        ("Biểu quyết", (5, 3, 2, 1, 0), "Các phiếu cộng lại 6, nhiều hơn 5 người được biểu quyết."),
        ("Tỷ lệ phát biểu", (5, 6), "Số phát biểu nhiều hơn số có mặt."),
        ("Tỷ lệ phát biểu", ("5,5", 6), "Ghi một số từ 0 đến 2.000."),
        ("Tỷ lệ phát biểu", ("-1", 6), "Ghi một số từ 0 đến 2.000."),
        ("Tỷ lệ phát biểu", ("9999", 6), "Ghi một số từ 0 đến 2.000."),
    ],
)
def test_numbers_that_cannot_be_are_told(
    browser: Browser, tools_address: str, title: str, numbers: tuple[int | str, ...], told: str
) -> None:
    """A fault is said in words, and no result stands beside it."""
    with calculators(browser, tools_address) as page:
        outcome = fill(page, title, *numbers)
        assert told in page.get_by_role("region", name=title).inner_text()
        assert outcome.locator(".sh-outcome__line").count() == 0


def test_a_result_shows_what_it_rests_on(browser: Browser, tools_address: str) -> None:
    """The rule, its statement and how sure that is stand beside the result; where there is none, it says so."""
    with calculators(browser, tools_address) as page:
        rule = page.get_by_role("region", name="Tỷ lệ dự").locator(".sh-outcome__rule")
        assert "Cần 80% số người." in rule.inner_text()
        basis = rule.locator(".sh-bases a")
        assert page.request.get(basis.evaluate("one => one.href")).ok
        assert "(" in rule.locator(".sh-bases").inner_text()
        assert "Chưa thấy văn bản nào" in page.get_by_role("region", name="Tỷ lệ phát biểu").inner_text()


def test_the_sentence_for_the_minutes_is_copied(browser: Browser, tools_address: str) -> None:
    """By button; where the browser refuses, the sentence is selected to be copied by hand."""
    with calculators(browser, tools_address, permissions=["clipboard-read", "clipboard-write"]) as page:
        fill(page, "Tỷ lệ phát biểu", 12, 9)
        copy = page.get_by_role("region", name="Tỷ lệ phát biểu").get_by_role("button")
        copy.click()
        page.wait_for_function("() => document.body.textContent.includes('Đã chép')")
        assert page.evaluate("navigator.clipboard.readText()") == "9/12 người dự phát biểu, 75%."
        page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
        fill(page, "Tỷ lệ phát biểu", 12, 8)
        copy.click()
        page.wait_for_function("() => getSelection().toString().startsWith('8/12')")


def test_the_branchs_own_numbers_stand_there_already(browser: Browser, tools_address: str) -> None:
    """What was entered once on this device need not be typed again; nothing typed here is kept."""
    with calculators(browser, tools_address) as page:
        page.goto(f"{tools_address}cong-cu/data/")
        page.get_by_label("Số đảng viên", exact=True).fill("21")
        page.get_by_label("Số đảng viên được miễn sinh hoạt").fill("2")
        before = page.evaluate("JSON.stringify({ ...localStorage })")
        page.goto(tools_address + PAGE)
        page.wait_for_selector("[data-sh-tool=calculators]:not([hidden])")
        fields = page.get_by_role("region", name="Tỷ lệ dự").locator("input")
        assert [field.input_value() for field in fields.all()][:2] == ["21", "2"]
        fill(page, "Tỷ lệ dự", 20, 1, 19, 0)
        assert page.evaluate("JSON.stringify({ ...localStorage })") == before
