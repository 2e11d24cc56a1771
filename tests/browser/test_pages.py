"""One page of each kind in Chromium, on phone and desktop, light and dark: nothing overflows, fails or calls out."""

from http import HTTPStatus

import pytest
from playwright.sync_api import Browser

from browser.opening import SCHEMES, opened

PAGES = (
    "",
    "quy-trinh/",
    "quy-trinh/thuong-ky/",
    "cham-diem/so-sanh/",
    "gioi-thieu/",
    "van-ban/",
    "van-ban/qd-208/",
    "van-ban/qd-24/",
    "nguon/na-hang-2022/",
    "bang-kiem/",
    "bang-kiem/monthly-secretary/",
    "tieu-chi/hd-42-2025/",
    "dien-hinh/",
    "dien-hinh/na-hang-na-kham/",
    "cuoc-hop/regular/",
    "bieu-mau/minutes/",
    "chuyen-de/learn-ho-chi-minh/",
    "kho-khan/boring-content/",
    "thuat-ngu/",
    "thuat-ngu/de-dan/",
    "404.html",
)
WIDTHS = (320, 360, 1366)
DARK = "slate"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_fits_is_quiet_and_calls_nobody(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    """No horizontal scroll, no console error, no failed request, no request to another host, the colours asked for."""
    faults: list[str] = []
    with opened(browser, width, scheme) as page:
        page.on("console", lambda told: faults.append(f"{page.url}: {told.text}") if told.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on(
            "response", lambda answer: faults.append(answer.url) if answer.status >= HTTPStatus.BAD_REQUEST else None
        )
        page.on("request", lambda asked: None if _is_own(asked.url, address) else faults.append(asked.url))
        for path in PAGES:
            page.goto(address + path)
            page.wait_for_function("() => document.body.hasAttribute('data-md-color-scheme')")
            scroll, client = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            if scroll > client:
                faults.append(f"{path} is {scroll} wide")
            if (page.evaluate("document.body.dataset.mdColorScheme") == DARK) != (scheme == "dark"):
                faults.append(f"{path} is not {scheme}")
        page.wait_for_load_state("networkidle")

    assert faults == []


@pytest.mark.parametrize("path", PAGES[:-1])
def test_a_page_reads_without_scripts(browser: Browser, address: str, path: str) -> None:
    """Title, trail and content stand in the HTML itself."""
    with opened(browser, 360, scripts=False) as page:
        page.goto(address + path)
        assert page.locator("h1").count() == 1
        assert page.locator("h1").is_visible()
        assert len(page.locator("article, main").first.inner_text()) > 200


def test_a_checklist_is_ticked_by_its_sentence(browser: Browser, address: str) -> None:
    """The sentence is the label of its box, so that a thumb need not hit the box."""
    with opened(browser, 360) as page:
        page.goto(address + "bang-kiem/monthly-secretary/")
        box = page.locator("main input[type=checkbox]").first
        assert not box.is_checked()
        page.locator(f"label[for='{box.get_attribute('id')}']").first.click()
        assert box.is_checked()


def test_an_address_with_an_anchor_shows_its_statement(browser: Browser, address: str) -> None:
    """A figure on a page leads to the statement that holds it, in view."""
    with opened(browser, 1366) as page:
        page.goto(address + "bang-kiem/monthly-secretary/")
        page.locator("a[href*='hd-42/#upload-lead']").first.click()
        page.wait_for_url("**/van-ban/hd-42/#upload-lead")
        page.wait_for_timeout(300)
        top = page.locator("#upload-lead").bounding_box()
        assert top is not None
        assert 0 <= top["y"] < 800


def test_the_menu_opens_by_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    """Tab reaches the menu button, Enter opens it, Escape closes it; a closed drawer takes no focus."""
    with opened(browser, 360) as page:
        page.goto(address + "quy-trinh/thuong-ky/")
        page.wait_for_timeout(300)
        seen = []
        for _ in range(12):
            page.keyboard.press("Tab")
            box = page.evaluate(
                "(() => { const r = document.activeElement.getBoundingClientRect();"
                " return [document.activeElement.getAttribute('for') || document.activeElement.className,"
                " r.right > 0 && r.left < innerWidth]; })()"
            )
            seen.append(box)
        assert all(visible for _, visible in seen)
        page.locator("button[data-sh-toggle=__drawer]").focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(400)
        assert page.locator("#__drawer").is_checked()
        page.keyboard.press("Escape")
        page.wait_for_timeout(400)
        assert not page.locator("#__drawer").is_checked()


def test_a_checklist_prints_on_a4_without_the_frame(browser: Browser, address: str) -> None:
    """The printed page has no header, navigation or footer of the site."""
    with opened(browser, 1366) as page:
        page.goto(address + "bang-kiem/monthly-secretary/")
        page.emulate_media(media="print")
        for part in (".md-header", ".md-tabs", ".md-sidebar--secondary"):
            assert not page.locator(part).first.is_visible()
        assert page.locator("main input[type=checkbox]").first.is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


def _is_own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))
