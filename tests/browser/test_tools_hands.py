"""Every tool on a phone of 360 px: the same few steps by mouse, by keyboard alone, by finger; each says one thing.

The finder is tried the same ways on the project's own lists, in test_tools_finder.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.opening import KINDS

Find = Callable[[Page], Locator]
NOW = "2026-11-22T08:00:00+07:00"
MOST_TABS = 120
PAUSE = 1500
"""Milliseconds: longer than tools wait before they say anything."""

# What a reader sees of the focused element: inside of the screen, and not under the bars that stay there.
FOCUS_SEEN = """() => {
  const one = document.activeElement;
  if (!one.closest(".md-content")) return ""; // the frame of pages has tests of its own
  const box = (one.closest("label") ?? one).getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth + 1;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const above = document.elementFromPoint(x, Math.min(Math.max(y, 0), innerHeight - 1));
  const bar = above?.closest(".md-header, .sh-total, .sh-progress");
  return inside && (!bar || bar.contains(one)) ? "" : one.outerHTML.slice(0, 100);
}"""
LISTEN = """() => {
  globalThis.said = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target.closest ? target : target.parentElement;
      const place = element?.closest("[role=status], [role=alert], [aria-live=polite]");
      if (place && !said.includes(place)) said.push(place);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a reader does: press something, or write into it; a choice is written by its words."""

    find: Find
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    """Where a tool stands, what is done with it, and what it must show then."""

    path: str
    steps: tuple[Step, ...]
    shows: str


def button(name: str) -> Find:
    """Find a button by its words."""
    return lambda page: page.get_by_role("button", name=name, exact=True)


def field(label: str) -> Find:
    """Find a field by its label."""
    return lambda page: page.get_by_label(label, exact=True)


TOOLS = {
    "checklist": Tool(
        KINDS["checklist"],
        (
            Step(lambda page: page.locator("[id='notice_done']")),
            Step(lambda page: page.locator("[id='count_done']")),
            Step(lambda page: page.locator("#count .sh-mark > summary")),
            Step(lambda page: page.locator("#count").get_by_label("Ghi thêm"), "41 hộ"),
            Step(lambda page: page.get_by_text("Ngày họp, buổi khác")),
            Step(field("Ngày họp"), "3/12/2026"),
            Step(button("Ghi ngày họp")),
        ),
        "buổi ngày 03/12/2026",
    ),
    "score": Tool(
        KINDS["criteria"],
        (
            Step(lambda page: page.get_by_role("radio", name="Không", exact=True)),
            Step(field("Điểm mục 1.1, tối đa 40"), "40"),
            Step(lambda page: page.get_by_label("40 điểm: Mọi hộ đều dự.")),
            Step(button("Điền vào tệp Excel")),
        ),
        "80/80 điểm, mức Tốt",
    ),
    "compare": Tool(
        "cong-cu/compare/",
        (Step(field("Bảng thứ nhất"), "Thi đua tầng"), Step(button("Tháng trước"))),
        "Tháng 10/2026",
    ),
    "planner": Tool("cong-cu/planner/", (Step(field("Ngày họp"), "3/12/2026"),), "thứ Năm, 03/12/2026"),
    "calculators": Tool(
        "cong-cu/calculators/",
        (
            Step(lambda page: page.get_by_role("region", name="Tỷ lệ phát biểu").get_by_label("Có mặt"), "12"),
            Step(lambda page: page.get_by_role("region", name="Tỷ lệ phát biểu").get_by_label("Đã phát biểu"), "9"),
        ),
        "9/12 người dự phát biểu, 75%.",
    ),
    "agenda": Tool(
        "cuoc-hop/hop-thang/",
        (
            Step(button("Lập chương trình có đồng hồ")),
            Step(field("Số phút: Bàn việc."), "25"),
            Step(button("Bắt đầu buổi họp")),
            Step(button("Sang bước sau")),
        ),
        "Bước 2/3",
    ),
    "data": Tool(
        "cong-cu/data/",
        (Step(field("Chi bộ"), "tầng 12"), Step(button("Xóa hết trên máy này")), Step(button("Xóa hết"))),
        "Đã xóa hết trên máy này.",
    ),
}


def by_mouse(page: Page, step: Step) -> None:
    """Press or write as with a mouse."""
    _by(step, step.find(page), step.find(page).click)


def by_finger(page: Page, step: Step) -> None:
    """Press or write as with a finger."""
    _by(step, step.find(page), step.find(page).tap)


def by_keyboard(page: Page, step: Step) -> None:
    """Go there by the Tab key, seeing all the way where one is, and press or write."""
    wanted = step.find(page)
    for _ in range(MOST_TABS):
        if wanted.evaluate("one => one === document.activeElement"):
            break
        same = "one => one.type === 'radio' && one.name === document.activeElement.name"
        page.keyboard.press("ArrowDown" if wanted.evaluate(same) else "Tab")
        assert page.evaluate(FOCUS_SEEN) == ""
    assert wanted.evaluate("one => one === document.activeElement"), step
    if not step.words:
        radio = wanted.evaluate("one => one.type") == "radio"
        page.keyboard.press("Space" if radio or wanted.evaluate("one => one.type") == "checkbox" else "Enter")
    elif wanted.evaluate("one => one.localName") == "select":
        page.keyboard.type(step.words)
    else:
        page.keyboard.press("Control+A")
        page.keyboard.type(step.words)


def _by(step: Step, wanted: Locator, press: Callable[[], None]) -> None:
    if not step.words:
        press()
    elif wanted.evaluate("one => one.localName") == "select":
        wanted.select_option(label=step.words)
    else:
        press()
        wanted.fill(step.words)


HANDS = {"mouse": by_mouse, "keyboard": by_keyboard, "finger": by_finger}


@contextmanager
def at(browser: Browser, address: str, tool: Tool, *, scheme: str = "light") -> Iterator[Page]:
    """Open a tool on a phone, on a day that stands still until the test lets time go on."""
    context = browser.new_context(
        viewport={"width": 360, "height": 800},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        reduced_motion="reduce",
        has_touch=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.clock.install(time=NOW)
    page.goto(address + tool.path)
    tool.steps[0].find(page).wait_for()
    yield page
    context.close()


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_works_by_any_hand(browser: Browser, tools_address: str, name: str, hand: str) -> None:
    """The same steps lead to the same end; nothing is wider than the screen, and no key is pressed out of sight."""
    tool = TOOLS[name]
    with at(browser, tools_address, tool) as page:
        for step in tool.steps:
            HANDS[hand](page, step)
            assert page.evaluate("document.documentElement.scrollWidth") == 360

        assert tool.shows in " ".join(page.locator(".md-content").inner_text().split())


@pytest.mark.parametrize("name", TOOLS)
def test_a_step_says_one_thing_at_most(browser: Browser, tools_address: str, name: str) -> None:
    """Screen readers hear of one change per step, however many lines it changes."""
    tool = TOOLS[name]
    heard = []
    with at(browser, tools_address, tool) as page:
        page.clock.run_for(PAUSE)
        page.locator("[role=status]", has_text="Gõ từ cần tìm").wait_for(state="attached")  # the search is ready, too
        page.evaluate(LISTEN)
        for number, step in enumerate(tool.steps):
            page.evaluate("() => { said.length = 0; }")
            by_mouse(page, step)
            page.clock.run_for(PAUSE)
            told = page.evaluate("said.filter((place) => place.textContent.trim()).map((place) => place.textContent)")
            heard += [(number, told)] if len(told) > 1 else []

    assert heard == []
