"""Every tool and the search do their work however a page comes before the reader."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Request, expect

from browser.editions import WAYS, Editions, Show
from browser.marking import progress, tick
from browser.opening import KINDS
from browser.test_tools_agenda import OPEN
from browser.test_tools_agenda import PAGE as AGENDA
from browser.test_tools_calculators import fill
from browser.test_tools_score import fill_in, total


@pytest.fixture(scope="module", params=WAYS)
def way(request: pytest.FixtureRequest, editions: Editions, browser: Browser) -> Iterator[tuple[Page, Show]]:
    """A tab, and how a page comes into it."""
    with WAYS[request.param](editions, browser) as found:
        yield found


@pytest.fixture
def shown(way: tuple[Page, Show]) -> Iterator[tuple[Page, Show]]:
    """The same; afterwards no script has failed and no other host was asked."""
    page, show = way
    faults: list[str] = []
    asked: list[str] = []

    def hear(error: Error) -> None:
        faults.append(str(error))

    def see(request: Request) -> None:
        asked.append(request.url)

    page.on("pageerror", hear)
    page.on("request", see)
    yield page, show
    page.remove_listener("pageerror", hear)
    page.remove_listener("request", see)
    assert faults == []
    assert {urlsplit(url).hostname for url in asked} <= {"127.0.0.1", None}  # files and blobs have no host


def _mark(page: Page) -> None:
    tick(page, "notice", "count")
    assert "2/4" in progress(page)
    page.reload()
    page.wait_for_selector(".sh-progress")
    assert "2/4" in progress(page)


def _score(page: Page) -> None:
    fill_in(page)
    assert "80/80 điểm, mức Tốt" in total(page)


def _plan(page: Page) -> None:
    page.get_by_label("Ngày họp").fill("24/11/2026")
    page.keyboard.press("Tab")
    expect(page.locator(".sh-plan .sh-deadline__day").nth(1)).to_contain_text("Thứ Ba, 24/11/2026")


def _count(page: Page) -> None:
    outcome = fill(page, "Tỷ lệ dự", 15, 3, 11, 0)
    assert "11/15, 73,33%" in outcome.inner_text()


def _name(page: Page) -> None:
    page.get_by_label("Chi bộ", exact=True).fill("tầng 12")
    assert page.locator(".sh-stored > ul > li").all_inner_texts()[0] == "Chi bộ của tôi"


def _run(page: Page) -> None:
    page.get_by_role("button", name=OPEN).click()
    page.get_by_role("button", name="Bắt đầu buổi họp").click()
    expect(page.locator(".sh-agenda__now")).to_have_text("Điểm danh.")


def _filter(page: Page) -> None:
    if not page.locator(".sh-finder__fields").is_visible():
        page.get_by_text("Lọc danh sách").click()
    choice = page.locator(".sh-finder select").first
    choice.select_option(index=1)
    assert "#" in page.url


def _print(page: Page) -> None:
    page.evaluate("window.print = () => { globalThis.printed = document.documentElement.dataset.shPrint; }")
    page.get_by_role("button", name="In chữ to").click()
    page.wait_for_function("() => globalThis.printed === 'large'")


def _search(page: Page) -> None:
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").press_sequentially("ban quan tri", delay=20)
    expect(page.locator(".md-search-result__list > li").first).to_contain_text("Ban quản trị")
    page.locator("[data-md-component=search-query]").click()  # a late exchange of pages may have closed the list
    page.locator(".md-search-result__list > li a").first.click()
    page.wait_for_url(f"**/{KINDS['term']}**")
    expect(page.locator(".md-content h1")).to_contain_text("Ban quản trị")


TOOLS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "checklist": (KINDS["checklist"], _mark),
    "score": (KINDS["criteria"], _score),
    "planner": ("cong-cu/planner/", _plan),
    "calculators": ("cong-cu/calculators/", _count),
    "data": ("cong-cu/data/", _name),
    "agenda": (AGENDA, _run),
    "finder": ("chuyen/", _filter),
    "print": (KINDS["form"], _print),
    "search": ("gioi-thieu/", _search),
}
"""Where a tool stands, and what a reader does with it."""


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_works(shown: tuple[Page, Show], tool: str) -> None:
    """What a reader does with it comes out the same, without a fault and without a request to another host."""
    page, show = shown
    path, work = TOOLS[tool]
    show(path)

    work(page)


def test_links_lead_to_pages(shown: tuple[Page, Show]) -> None:
    """From page to page by links alone, into a folder's page and back up."""
    page, show = shown
    show(KINDS["checklist"])
    page.locator(".sh-path a, nav.md-path a").last.click()
    expect(page.locator(".md-content h1")).to_have_text("Danh sách việc")
    page.locator(".sh-name").click()
    expect(page).to_have_title("Cẩm nang cư dân nhà Hoa Sen")
