"""Lists on several pages: no entry needs scripts to be reached; filters say what they look at, and take in all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import served
from browser.marking import reader
from building import ROOT
from second_handbooks import copy_of_second

FOLDER, PATTERN = Path("du-lieu") / "cases", "tang-12.md"
CASES = "chuyen/"
MORE = 70
"""Besides the cases of the second handbook: together they fill more than two pages."""


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a handbook with more cases than one page holds."""
    folder = tmp_path_factory.mktemp("long")
    configuration = copy_of_second(folder)
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("../..", ROOT.as_posix()), encoding="utf-8")
    cases = configuration.parent / FOLDER
    pattern = (cases / PATTERN).read_text(encoding="utf-8")
    for number in range(MORE):
        told = pattern.replace("title: Tầng", f"title: Nhà {number:02} tầng").replace(
            "branch_types: [high-floor]", f"branch_types: [{('high-floor', 'shop-floor')[number % 2]}]"
        )
        (cases / f"nha-{number:02}.md").write_text(told, encoding="utf-8")
    with served(configuration, folder, "cu-dan/") as found:
        yield found


def titles(page: Page) -> list[str]:
    """Give the titles that can be seen."""
    return page.locator(".sh-entry:visible .sh-entry__name").all_inner_texts()


def all_titles(page: Page, address: str) -> list[str]:
    """Read the list from its first page to its last, by the links alone."""
    page.goto(address + CASES)
    found = titles(page)
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        found += titles(page)
    return found


def test_every_entry_is_reached_without_scripts(browser: Browser, long_address: str) -> None:
    """From page to page each entry is met once; an anchor of the first page leads to a group that moved on."""
    with reader(browser, java_script_enabled=False) as device:
        page = device.new_page()
        found = all_titles(page, long_address)

        assert len(found) == len(set(found)) == MORE + 2
        assert page.locator("a[rel=next]").count() == 0
        page.locator("a[rel=prev]").click()
        expect(page.locator(".sh-pages [aria-current=page]")).to_have_count(1)
        page.goto(long_address + CASES)
        moved = page.locator(".sh-pages li[id] a").first
        heading = moved.inner_text()
        moved.click()
        assert page.locator("h2", has_text=heading).count() == 1


def test_filters_take_in_all_pages_when_asked(browser: Browser, long_address: str) -> None:
    """At first they look at this page and say so; then at all entries, in their order, and the links still lead."""
    with reader(browser, java_script_enabled=False) as device:
        wanted = all_titles(device.new_page(), long_address)
    with reader(browser) as device:
        page = device.new_page()
        page.goto(long_address + CASES + "2/")
        here = len(titles(page))
        expect(page.locator(".sh-finder")).to_contain_text(f"Chỉ lọc {here} mục ở trang này, trong {MORE + 2} mục.")
        page.get_by_role("button", name=f"Lọc cả {MORE + 2} mục").click()
        expect(page.locator(".sh-entry")).to_have_count(MORE + 2)

        assert titles(page) == wanted
        assert page.evaluate("document.activeElement.matches('.sh-finder summary')")
        if not page.locator(".sh-finder__fields").is_visible():
            page.get_by_text("Lọc danh sách").click()
        option = page.locator(".sh-finder select").first.locator("option").nth(1)
        promised = re.search(r"\((\d+)\)$", option.inner_text())
        assert promised
        page.locator(".sh-finder select").first.select_option(option.get_attribute("value"))
        assert len(titles(page)) == int(promised[1]) > here
        page.locator(".sh-entry:visible a").first.click()
        expect(page.locator("h1")).to_contain_text("Nhà")


def test_filters_of_one_page_stay_when_the_others_cannot_be_had(browser: Browser, long_address: str) -> None:
    """Without a network the reader is told, and what was there is still there."""
    with reader(browser) as device:
        page = device.new_page()
        page.goto(long_address + CASES)
        page.wait_for_selector(".sh-finder")
        before = titles(page)
        device.set_offline(True)
        page.get_by_role("button", name="Lọc cả").click()
        expect(page.locator(".sh-finder")).to_contain_text("Không tải được các trang khác.")

        assert titles(page) == before
        expect(page.get_by_role("button", name="Lọc cả")).to_be_enabled()
