"""Finding a case or topic: filters with counts over the project's own lists, kept in the address."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.marking import reader

CASES, TOPICS = "dien-hinh/", "chuyen-de/"


def listed(device: BrowserContext, address: str, path: str = CASES) -> Page:
    """Open a list with its filters shown."""
    page = device.new_page()
    page.goto(address + path)
    page.wait_for_selector(".sh-finder")
    if not page.locator(".sh-finder__fields").is_visible():
        page.get_by_text("Lọc danh sách").click()
    return page


def shown(page: Page) -> list[str]:
    """Give the titles that can be seen."""
    return page.locator(".sh-entry:visible .sh-entry__name").all_inner_texts()


def count_of(words: str) -> int:
    """Give the number in brackets at the end."""
    found = re.search(r"\((\d+)\)$", words)
    assert found, words
    return int(found[1])


@pytest.mark.parametrize("path", [CASES, TOPICS])
def test_every_count_is_what_is_shown(browser: Browser, address: str, path: str) -> None:
    """The number beside a choice is the number of entries seen after choosing it; headings count with it."""
    with reader(browser, width=1366) as device:
        page = listed(device, address, path)
        whole = len(shown(page))
        for select in page.locator(".sh-finder select").all():
            for option in select.locator("option").all()[1:]:
                promised = count_of(option.inner_text())
                select.select_option(option.get_attribute("value"))
                assert len(shown(page)) == promised > 0
                headings = page.locator(".sh-section__head:visible h2").all_inner_texts()
                assert sum(count_of(words) for words in headings) == promised
            select.select_option("")

        assert len(shown(page)) == whole


def test_choices_narrow_each_other_and_can_be_dropped(browser: Browser, address: str) -> None:
    """By keyboard: two choices give what has both; what would leave nothing cannot be chosen."""
    with reader(browser) as device:
        page = listed(device, address)
        whole = len(shown(page))
        page.get_by_label("Loại hình").focus()
        page.keyboard.type("Thôn")
        page.keyboard.press("Tab")
        villages = len(shown(page))
        assert 0 < villages < whole
        page.get_by_label("Địa bàn").select_option("ha-noi")
        assert 0 < len(shown(page)) < villages
        assert page.get_by_label("Địa bàn").locator("option:disabled").count() > 0
        page.get_by_role("button", name="Bỏ mọi lựa chọn").focus()
        page.keyboard.press("Enter")
        assert len(shown(page)) == whole
        assert page.evaluate("document.activeElement.matches('.sh-finder select')")


def test_choices_stand_in_the_address(browser: Browser, address: str) -> None:
    """A link with them shows the same list elsewhere and sends nothing; nonsense in it is left out."""
    asked: list[str] = []
    with reader(browser) as one, reader(browser, has_touch=True) as other:
        page = listed(one, address)
        page.get_by_label("Loại hình").select_option("village")
        page.get_by_label("Khó khăn liên quan").select_option("few-speak")
        titles = shown(page)
        other.on("request", lambda request: asked.append(request.url))
        page = listed(other, address, page.url.removeprefix(address) + "&area=atlantis&x=%3Cimg%3E")

        assert shown(page) == titles
        assert not [url for url in asked if "village" in url]
        page = listed(other, address, CASES + "#thon-to-dan-pho")
        assert len(shown(page)) > len(titles)


def test_without_scripts_the_lists_are_whole_and_grouped(browser: Browser, address: str) -> None:
    """Each kind of branch has its heading, each entry says what it can be found by."""
    with reader(browser, java_script_enabled=False) as device:
        for path in (CASES, TOPICS):
            page = device.new_page()
            page.goto(address + path)
            headings = page.locator(".sh-section__head h2").all_inner_texts()

            assert len(headings) > 2
            assert sum(count_of(words) for words in headings) == len(shown(page))
            assert page.locator(".sh-entry__facets:visible").count() == len(shown(page))
            assert page.locator(".sh-finder").count() == 0
