"""Two scoring tables for one month, side by side: each by its own rules, with what it still asks."""

from playwright.sync_api import Browser, BrowserContext, Page

from browser.marking import reader
from browser.opening import KINDS

COMPARE, OTHER = "cong-cu/compare/", "thi-dua/khu-pho/"
TODAY = "2026-11-22T08:00:00"


def opened(device: BrowserContext, address: str, wait: str) -> Page:
    """Open a page on a fixed day and wait for its tool."""
    page = device.new_page()
    page.set_default_timeout(10_000)
    page.clock.set_fixed_time(TODAY)
    page.goto(address)
    page.wait_for_selector(wait)
    return page


def scored(device: BrowserContext, address: str) -> None:
    """Score a month by both tables: the first whole, of the second one criterion alone."""
    page = opened(device, address + KINDS["criteria"], ".sh-total__words")
    page.get_by_role("group", name="Quý này tầng đã được sơn lại chưa?").get_by_label("Không").check()
    page.get_by_label("Điểm mục 1.1").fill("36")
    page.get_by_label("40 điểm: Mọi hộ đều dự.").check()
    page.goto(address + OTHER)
    page.wait_for_selector(".sh-total__words")
    page.get_by_label("Điểm mục 1").fill("28,5")
    page.close()


def sides(page: Page) -> dict[str, str]:
    """Give what is said of each table, by its name."""
    found = {}
    for side in page.locator(".sh-compare__side").all():
        name = side.locator("h2").inner_text()
        found[name] = " ".join(side.inner_text().removeprefix(name).split())
    return found


def test_each_table_judges_by_its_own_rules(browser: Browser, tools_address: str) -> None:
    """Share of the maximum, grade and reason of each; what is still blank leads to its row in its own table."""
    with reader(browser) as device:
        scored(device, tools_address)
        page = opened(device, tools_address + COMPARE, ".sh-compare__side")
        told = sides(page)

        assert told["Thi đua tầng"].startswith("Được 76/80 điểm, mức Khá So với tối đa 95% Vì sao Có mục không chấm")
        assert told["Thi đua khu phố"].startswith("Được 28,5/50 điểm So với tối đa 57% Vì sao Còn 1 tiêu chí chưa chấm")
        assert "Chưa chấm 2. Trồng cây." in told["Thi đua khu phố"]
        page.get_by_role("link", name="2. Trồng cây.").click()
        page.wait_for_url(f"**/{OTHER}#green")


def test_months_and_tables_are_chosen_and_stay_in_the_address(browser: Browser, tools_address: str) -> None:
    """Another month that is not scored says so; the address opens the same comparison again, and is sent to nobody."""
    with reader(browser) as device:
        scored(device, tools_address)
        page = opened(device, tools_address + COMPARE, ".sh-compare__side")
        page.get_by_label("Bảng thứ nhất").select_option(label="Thi đua khu phố")
        page.get_by_label("Bảng thứ hai").select_option(label="Thi đua tầng")
        page.get_by_role("button", name="Tháng trước").click()
        assert list(sides(page)) == ["Thi đua khu phố", "Thi đua tầng"]
        assert all(told.startswith("Chưa chấm tháng này.") for told in sides(page).values())

        again = opened(device, page.url, ".sh-compare__side")
        assert list(sides(again)) == ["Thi đua khu phố", "Thi đua tầng"]
        assert again.locator(".sh-month__name").inner_text() == "Tháng 10/2026"
        assert "?" not in page.url


def test_a_table_leads_to_its_comparison(browser: Browser, tools_address: str) -> None:
    """From the score sheet of a month to the same table and the same month beside another table."""
    with reader(browser) as device:
        scored(device, tools_address)
        page = opened(device, tools_address + OTHER, ".sh-total__words")
        page.get_by_role("link", name="So với bảng khác").click()
        page.wait_for_selector(".sh-compare__side")

        assert list(sides(page)) == ["Thi đua khu phố", "Thi đua tầng"]
        assert page.locator(".sh-month__name").inner_text() == "Tháng 11/2026"


def test_an_address_from_anywhere_is_taken_with_care(browser: Browser, tools_address: str) -> None:
    """Unknown tables, months that are none and markup are left out; what is known is shown."""
    with reader(browser) as device:
        wrong = "#thang=2026-13&bang-1=gone&bang-2=<img src=x onerror=document.title='ran'>"
        page = opened(device, tools_address + COMPARE + wrong, ".sh-compare__side")

        assert len(sides(page)) == len(set(sides(page))) == 2
        assert page.locator(".sh-month__name").inner_text() == "Tháng 11/2026"
        assert page.title() != "ran"


def test_what_another_tab_scores_is_seen(browser: Browser, tools_address: str) -> None:
    """The comparison follows while a table is filled in beside it."""
    with reader(browser) as device:
        page = opened(device, tools_address + COMPARE, ".sh-compare__side")
        scored(device, tools_address)

        page.wait_for_function("document.querySelector('.sh-compare').textContent.includes('28,5/50')")
