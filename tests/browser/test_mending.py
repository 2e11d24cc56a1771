"""From a mistake on a page to its line, as a reader goes there: by finger, by keyboard, on a phone."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page

from browser.opening import KINDS, opened, show
from building import SECOND

BUTTON = "Sửa, góp ý từng chỗ"
SMALLEST_TARGET = 24


def _lines(path: str) -> list[str]:
    return (SECOND / path).read_text(encoding="utf-8").splitlines()


def _asked_for(page: Page, address: str, kind: str) -> None:
    show(page, address + KINDS[kind])
    page.get_by_role("button", name=BUTTON).press("Enter")


def test_an_item_leads_to_its_line(browser: Browser, second_address: str) -> None:
    """One key opens links beside every item, on a phone too; pressed again, they are gone."""
    with opened(browser, 360) as page:
        _asked_for(page, second_address, "checklist")
        item = page.locator(".sh-item").first
        href = item.get_by_role("link", name="Sửa:").get_attribute("href") or ""
        box = item.get_by_role("link", name="Sửa:").bounding_box()
        wide = page.evaluate("document.documentElement.scrollWidth")
        part = item.get_attribute("id")
        page.get_by_role("button", name=BUTTON).press("Enter")
        left = page.locator(".sh-mend").count()

    path, _, line = href.removeprefix("https://kho.vi-du.example/sua/").partition("#dong-")
    assert f"id: {part}" in _lines(path)[int(line) - 1]
    assert box
    assert box["height"] >= SMALLEST_TARGET
    assert wide == 360
    assert left == 0


def test_a_remark_quotes_its_part(browser: Browser, second_address: str) -> None:
    """The prefilled issue names the page with the part, its id and its words; so does the mail."""
    with opened(browser, 1366) as page:
        _asked_for(page, second_address, "checklist")
        item = page.locator(".sh-item").first
        sentence = item.locator(".sh-item__sentence").inner_text()
        part = item.get_attribute("id")
        issue = item.get_by_role("link", name="Góp ý:", exact=False).first.get_attribute("href") or ""
        mail = item.get_by_role("link", name="Góp ý qua thư").get_attribute("href") or ""

    told = parse_qs(urlsplit(issue).query)
    assert told["ten"][0].startswith("Góp ý: ")
    for body in (told["loi"][0], parse_qs(urlsplit(mail).query)["body"][0]):
        assert f"Trang: https://vi-du.example/cu-dan/{KINDS['checklist']}#{part}\nMã: {part}\n" in body
        assert sentence in body


def test_a_number_leads_to_the_statement_that_holds_it(browser: Browser, second_address: str) -> None:
    """Beside a number stands the way to where it is written: in another file than the page's own."""
    with opened(browser, 1366) as page:
        _asked_for(page, second_address, "form")
        figure = page.locator(".sh-figure").first
        part = (figure.get_attribute("href") or "").partition("#")[2]
        href = page.locator(".sh-figure + .sh-mend a").first.get_attribute("href") or ""

    path, _, line = href.removeprefix("https://kho.vi-du.example/sua/").partition("#dong-")
    assert path.startswith("du-lieu/documents/")
    assert f"id: {part}" in _lines(path)[int(line) - 1]


def test_without_scripts_the_page_itself_can_be_mended(browser: Browser, second_address: str) -> None:
    """The page's own links need no script, and nothing is offered that would not work."""
    with opened(browser, 360, scripts=False) as page:
        page.goto(second_address + KINDS["criteria"])
        edit = page.get_by_role("link", name="Sửa trang này").get_attribute("href") or ""
        remark = page.get_by_role("link", name="Góp ý", exact=True).count()
        buttons = page.get_by_role("button", name=BUTTON).count()

    assert edit.endswith("criteria/thi-dua-tang.yml#dong-1")
    assert (remark, buttons) == (1, 0)
