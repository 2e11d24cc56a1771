"""The score sheet on the page of a scoring table, in Chromium: the shared cases, and what a reader does and sees."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from browser.opening import KINDS
from browser.tool_modules import PLACE, with_modules
from handbook.scoring.export import exported
from scoring_examples import example_library, example_table, examples

TODAY = "2026-11-22T08:00:00"
REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
MARKUP = "<img src=x onerror=document.title='ran'>"


@contextmanager
def sheet(browser: Browser, address: str, *, width: int = 360, script: str = "", **options: Any) -> Iterator[Page]:
    """Open the scoring table of the second handbook on a phone, on a fixed day."""
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="vi-VN", **options)
    if script:
        context.add_init_script(script)
    yield _opened(context, address)
    context.close()


def _opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.clock.set_fixed_time(TODAY)
    with_modules(page)
    page.goto(address + KINDS["criteria"])
    page.wait_for_selector(".sh-total__words")
    return page


def total(page: Page) -> str:
    """Give what the foot of the screen says."""
    return " ".join(page.locator(".sh-total").inner_text().split())


def fill_in(page: Page, floor: str = "40") -> None:
    """Score everything of the table: the floor as given, the walls left out, the attendance full."""
    page.get_by_role("group", name="Quý này tầng đã được sơn lại chưa?").get_by_label("Không").check()
    page.get_by_label("Điểm mục 1.1").fill(floor)
    page.get_by_label("40 điểm: Mọi hộ đều dự.").check()


def test_shared_cases_come_out_as_in_the_library(browser: Browser, second_address: str) -> None:
    """Every example of tests/scoring gives the same total, grade, reason and rest in the browser."""
    library = example_library()
    rules = {one.table: exported(example_table(library, one.table)) for one in examples()}
    cases = [{"table": one.table, "points": one.points} for one in examples()]
    with sheet(browser, second_address) as page:
        found = page.evaluate(
            f"""async ([rules, cases]) => {{
                const {{ score }} = await import("{PLACE}tools/scoring.js");
                return cases.map((one) => score(rules[one.table], one.points));
            }}""",
            [rules, cases],
        )

    assert len(found) >= 40
    for one, result in zip(examples(), found, strict=True):
        assert {name: result[name] for name in one.expected} == one.expected, one.says


def test_what_applies_only_sometimes_is_asked(browser: Browser, second_address: str) -> None:
    """Until the question is answered its field is closed; "no" leaves it out of total and maximum."""
    with sheet(browser, second_address) as page:
        walls = page.get_by_label("Điểm mục 1.2")
        assert walls.is_disabled()
        assert "Còn 3 tiêu chí chưa chấm" in total(page)
        fill_in(page)
        assert walls.is_disabled()
        assert total(page) == "80/80 điểm, mức Tốt Có mục không chấm kỳ này; mục đó được 0 hay đủ điểm thì mức vẫn vậy"
        page.get_by_label("Có", exact=True).check()
        assert walls.is_enabled()
        assert "Còn 1 tiêu chí chưa chấm" in total(page)


def test_scores_stay_by_month(browser: Browser, second_address: str) -> None:
    """A month is found again after reloading, another month is its own, and both stand in the table of months."""
    with sheet(browser, second_address) as page:
        fill_in(page, "31,5")
        page.reload()
        assert page.get_by_label("Điểm mục 1.1").input_value() == "31,5"
        assert "71,5/80 điểm" in total(page)
        page.get_by_role("button", name="Tháng trước").click()
        assert page.get_by_label("Điểm mục 1.1").input_value() == ""
        fill_in(page)
        page.get_by_role("button", name="Tháng sau").click()
        rows = page.locator(".sh-months tbody tr")
        assert rows.count() == 12
        assert rows.nth(10).inner_text().split() == ["10/2026", "80/80", "Tốt"]
        page.get_by_role("button", name="Mở tháng 10/2026").click()
        assert "80/80" in total(page)
        assert page.evaluate("document.activeElement.textContent") == "10/2026"


def test_what_costs_most_says_what_to_do(browser: Browser, second_address: str) -> None:
    """Each of the costliest names what it lacks and carries the links of its own row."""
    with sheet(browser, second_address) as page:
        fill_in(page, "10")
        page.get_by_label("0 điểm: Quá nửa số hộ vắng.", exact=True).check()
        shown = page.locator(".sh-costly__one")
        assert [one.split("\n")[0] for one in shown.all_inner_texts()] == [
            "Thiếu 40/40 2. Dự họp đủ.",
            "Thiếu 30/40 1.1. Sàn sạch.",
        ]
        row = page.locator("#attendance .sh-criterion__facts > .sh-screen a")
        assert shown.first.locator("dd a").first.get_attribute("href") == row.first.get_attribute("href")


def test_a_wrong_entry_is_told_and_not_mended(browser: Browser, second_address: str) -> None:
    """Too many points, and what is no number, stay as typed, are told beside the field, and give no grade."""
    with sheet(browser, second_address) as page:
        fill_in(page, "41")
        field = page.get_by_label("Điểm mục 1.1")
        assert "Còn 1 chỗ ghi sai" in total(page)
        assert page.locator("#floor .sh-points__state").inner_text() == "Ghi từ 0 đến 40"
        assert field.get_attribute("aria-invalid") == "true"
        field.fill("nhiều")
        assert page.locator("#floor .sh-points__state").inner_text() == "Phải ghi bằng số"
        assert field.input_value() == "nhiều"


def test_the_sheet_is_filled_in_by_keyboard_alone(browser: Browser, second_address: str) -> None:
    """Tab, arrows, space and digits are enough, and the field with the focus is never under the foot of the screen."""
    with sheet(browser, second_address) as page:
        page.get_by_role("button", name="Tháng trước").focus()
        hidden, seen = [], set()
        for _ in range(60):
            page.keyboard.press("Tab")
            place = page.evaluate(_FOCUS)
            if place["name"] == "Điểm mục 1.1, tối đa 40":
                page.keyboard.type("40")
            if place["name"] == "radio" and place["group"] not in seen:
                seen.add(place["group"])
                page.keyboard.press("Space")
            hidden += [] if place["clear"] else [place]
            if place["group"] == "" and "Lưu ra tệp" in place["text"]:
                break

    assert hidden == []
    assert len(seen) == 2


def test_a_thumb_counts_points(browser: Browser, second_address: str) -> None:
    """The buttons add, take away and fill; none goes below zero or above the maximum; all are 44 pixels at least."""
    with sheet(browser, second_address, has_touch=True) as page:
        field = page.get_by_label("Điểm mục 1.1")
        page.get_by_role("button", name="Bớt 1 điểm, mục 1.1").tap()
        assert field.input_value() == "0"
        page.get_by_role("button", name="Tối đa, mục 1.1").tap()
        page.get_by_role("button", name="Thêm 1 điểm, mục 1.1").tap()
        assert field.input_value() == "40"
        page.get_by_role("button", name="Bớt 1 điểm, mục 1.1").tap()
        assert field.input_value() == "39"
        for control in page.locator(".sh-points button, .sh-points input[type=text], .sh-choice__option").all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 43.9
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_two_tabs_do_not_destroy_each_other(browser: Browser, second_address: str) -> None:
    """What one tab scores shows in the other, and what both scored stays."""
    with sheet(browser, second_address) as page:
        other = _opened(page.context, second_address)
        page.get_by_label("Điểm mục 1.1").fill("40")
        other.wait_for_function("() => document.querySelector('#floor input').value === '40'")
        other.get_by_label("20 điểm: Có hộ vắng.").check()
        page.wait_for_function("() => document.querySelector('#attendance input:checked')?.value === '20'")
        assert page.get_by_label("Điểm mục 1.1").input_value() == "40"


def test_a_browser_that_keeps_nothing_is_told(browser: Browser, second_address: str) -> None:
    """With storage refused the sheet scores all the same and says that nothing is kept."""
    with sheet(browser, second_address, script=REFUSED) as page:
        assert "Trình duyệt không cho lưu" in page.locator(".sh-score").first.inner_text()
        fill_in(page)
        assert "80/80" in total(page)


def test_cleared_scores_can_be_had_back(browser: Browser, second_address: str) -> None:
    """Clearing a month asks for no confirmation because it can be undone at once, by keyboard too."""
    with sheet(browser, second_address) as page:
        fill_in(page)
        page.get_by_role("button", name="Xóa điểm tháng 11/2026").click()
        assert total(page).startswith("0/100")
        assert page.evaluate("document.activeElement.textContent") == "Lấy lại điểm vừa xóa"
        page.keyboard.press("Enter")
        assert total(page).startswith("80/80")


def test_what_is_typed_stays_text_and_here(browser: Browser, second_address: str) -> None:
    """Markup in a stored entry is shown as typed, runs nowhere, and nothing of it is in any request."""
    with sheet(browser, second_address) as page:
        asked: list[str] = []
        page.get_by_label("Điểm mục 1.1").fill(MARKUP[:20])
        page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
        page.evaluate(
            """markup => {
                const key = Object.keys(localStorage).find((name) => name.includes("|score/"));
                const value = JSON.parse(localStorage.getItem(key));
                for (const month of Object.values(value.months)) month.points.floor = markup;
                localStorage.setItem(key, JSON.stringify(value));
            }""",
            MARKUP,
        )
        page.reload()
        page.wait_for_selector(".sh-total__words")
        assert page.get_by_label("Điểm mục 1.1").input_value() == MARKUP
        assert page.title() != "ran"
        assert not any("onerror" in one or "img%20src" in one for one in asked)
        with page.expect_download() as told:
            page.get_by_role("button", name="Lưu ra tệp").click()
        saved = told.value.path().read_text(encoding="utf-8-sig")
        assert saved.splitlines()[0] == '"Tháng";"Mục 1.1";"Mục 1.2";"Mục 2";"Tổng";"Mức";"Ghi chú"'


def test_points_are_printed_in_their_boxes(browser: Browser, second_address: str) -> None:
    """On paper the fields are gone and the points stand in the boxes; a blank print has empty boxes."""
    with sheet(browser, second_address, width=1366) as page:
        fill_in(page)
        page.emulate_media(media="print")
        box = "getComputedStyle(document.querySelector('#floor > .sh-criterion__head'), '::after').content"
        assert page.evaluate(box) == '"40"'
        assert not page.locator(".sh-points").first.is_visible()
        page.evaluate("document.documentElement.dataset.shPrint = 'blank'")
        assert page.evaluate(box) == '""'


def test_without_scripts_the_table_reads(browser: Browser, second_address: str) -> None:
    """No field is in the way of who only reads, and the data of the tool is no text."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(second_address + KINDS["criteria"])
    assert page.locator(".sh-points").count() == 0
    assert "messages" not in page.locator("article").inner_text()
    rules = page.locator("template[data-sh-rules=score]").inner_html()
    assert json.loads(rules)["id"] == "thi-dua-tang"
    context.close()


_FOCUS = """(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const under = document.elementFromPoint(box.left + box.width / 2, box.bottom - 2)?.closest(".sh-total");
  return {
    name: element.getAttribute("aria-label") || element.type || "",
    group: element.name || "",
    text: element.textContent,
    clear: !under && box.bottom > 0 && box.top < innerHeight,
  };
})()"""
