"""A reader's hands on the checklist of the second handbook: opens it, marks it, reads what it says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route

from browser.opening import KINDS

REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
FULL = """
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  if (text.length > 300) throw new DOMException("", "QuotaExceededError");
  put.call(this, key, text);
};
localStorage.setItem("other", "1");
"""
MARKUP = "<img src=x onerror=document.title='ran'>"
ITEMS = ("notice", "shop-list", "count", "tour")


@contextmanager
def reader(browser: Browser, *, width: int = 360, script: str = "", **options: Any) -> Iterator[BrowserContext]:
    """Give a device of its own: a phone, unless told otherwise."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale="vi-VN", reduced_motion="reduce", **options
    )
    if script:
        context.add_init_script(script)
    yield context
    context.close()


def checklist(context: BrowserContext, address: str, fragment: str = "") -> Page:
    """Open the checklist in a tab of the device."""
    page = context.new_page()
    page.goto(address + KINDS["checklist"] + fragment)
    page.wait_for_selector(".sh-progress")
    return page


def ticked(page: Page) -> list[str]:
    """Give the ids of the items that are ticked."""
    return [item for item in ITEMS if page.locator(f"[id='{item}_done']").is_checked()]


def tick(page: Page, *items: str) -> None:
    """Tick items by their sentences."""
    for item in items:
        page.locator(f"label[for='{item}_done']").click(position={"x": 5, "y": 5})


def write(page: Page, item: str, note: str, who: str = "") -> None:
    """Write beside an item."""
    place = page.locator(f"[id='{item}']")
    if not place.get_by_label("Ghi thêm").is_visible():
        place.locator(".sh-mark > summary").click()
    place.get_by_label("Ghi thêm").fill(note)
    if who:
        place.get_by_label("Ai nhận việc").fill(who)


def note_of(page: Page, item: str) -> str:
    """Give the note that stands beside an item."""
    return page.locator(f"[id='{item}']").get_by_label("Ghi thêm").input_value()


def progress(page: Page) -> str:
    """Give what the bar says, on one line."""
    return " ".join(page.locator(".sh-progress").inner_text().split())


def give_day(page: Page, words: str) -> None:
    """Type the meeting's day and press Enter."""
    if not page.get_by_label("Ngày họp", exact=True).is_visible():
        page.get_by_text("Ngày họp, buổi khác").click()
    page.get_by_label("Ngày họp", exact=True).fill(words)
    page.keyboard.press("Enter")


def shown_run(page: Page) -> str:
    """Give which meeting is being marked."""
    return page.locator(".sh-run__now strong").inner_text()


def put_file(page: Page, text: str | bytes) -> None:
    """Give a file to the page."""
    content = text if isinstance(text, bytes) else text.encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "dau.json", "mimeType": "application/json", "buffer": content}
    )


def changed_record(device: BrowserContext, change: Callable[[str], str]) -> None:
    """From now on the checklist's page comes with a change, as after a new edition."""

    def answer(route: Route) -> None:
        got = route.fetch()
        text = got.text()
        assert change(text) != text
        route.fulfill(response=got, body=change(text))

    device.route(f"**/{KINDS['checklist']}", answer)
