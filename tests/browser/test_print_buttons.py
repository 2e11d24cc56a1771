"""The buttons that print a page: which there are, what each tells the print sheets, and what is left without them."""

from pathlib import Path

from playwright.sync_api import Browser

from browser.opening import KINDS, opened, show
from browser.printing import CHECKLIST, OFFICIAL, address_of, printed

BUTTON = 48
"""The least height of a button, in points of a screen."""


def test_letters_of_papers_are_fetched_for_print_alone(browser: Browser, address: str) -> None:
    """A reader of a form's page does not pay for letters that only its print has; the button fetches them first."""
    asked: list[str] = []
    with opened(browser, 1366) as page:
        page.add_init_script("window.print = () => window.printed = [...document.fonts].map((face) => face.status)")
        page.on("request", lambda request: asked.append(request.url))
        show(page, address + address_of(OFFICIAL))
        on_screen = [url for url in asked if "tinos" in url]
        page.get_by_role("button", name="In bản trống").click()
        page.wait_for_function("() => window.printed")
        statuses = page.evaluate("window.printed")

    assert on_screen == []
    assert [url for url in asked if "tinos" in url]
    assert set(statuses) == {"loaded"}


def test_buttons_print_their_way(browser: Browser, address: str) -> None:
    """Each is large enough for a finger and works from the keyboard; when printing is done the page is as before."""
    told, heights = {}, []
    with opened(browser, 360) as page:
        page.add_init_script("window.print = () => window.way = document.documentElement.dataset.shPrint")
        show(page, address + address_of(CHECKLIST))
        bar = page.get_by_role("navigation", name="Tải về và in")
        names = bar.get_by_role("button").all_text_contents()
        for name in names:
            button = bar.get_by_role("button", name=name)
            box = button.bounding_box()
            assert box is not None
            heights.append(box["height"])
            page.evaluate("delete window.way")
            button.press("Enter")
            page.wait_for_function("() => window.way")
            told[name] = page.evaluate("window.way")
            page.evaluate("dispatchEvent(new Event('afterprint'))")
            assert page.evaluate("'shPrint' in document.documentElement.dataset") is False

    assert told == {"In bản trống": "blank", "In bản đã điền": "filled", "In chữ to": "large"}
    assert list(told) == names
    assert min(heights) >= BUTTON


def test_only_documents_have_buttons(browser: Browser, second_address: str) -> None:
    """What is read has one ordinary print and a large one; lists and prose are printed by the browser's own menu."""
    with opened(browser, 1366) as page:
        seen = {}
        for kind in ("case", "meeting", "form", "index", "term", "prose"):
            show(page, second_address + KINDS[kind])
            seen[kind] = page.locator(".sh-prints button").all_text_contents()

    read = ["In trang này", "In chữ to"]
    assert seen == {
        "case": read,
        "meeting": read,
        "form": ["In bản trống", "In chữ to"],
        "index": [],
        "term": [],
        "prose": [],
    }


def test_without_scripts_pages_print_as_well(browser: Browser, address: str, tmp_path: Path) -> None:
    """No button promises what does not work, and the browser's own menu prints the same document."""
    pictures = []
    for scripts in (True, False):
        with opened(browser, 1366, scripts=scripts) as page:
            page.goto(address + address_of(CHECKLIST))
            if not scripts:
                assert page.get_by_role("button", name="In bản trống").count() == 0
            pictures.append(printed(page, tmp_path).pictures())

    assert pictures[0] == pictures[1]
