"""What a reader does to bring a page of `every_kind` into a state: small steps that can be put one after the other."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.marking import changed_record, give_day, put_file, tick, write
from browser.opening import KINDS
from browser.test_tools_calculators import fill
from browser.test_tools_score import fill_in

Reach = Callable[[Page], None]
SCORE = KINDS["criteria"]
NARROW = 1220
"""CSS pixels: below, the menu stands behind a button."""


def press(*names: str) -> Reach:
    """Press buttons one after the other."""

    def reach(page: Page) -> None:
        for name in names:
            page.get_by_role("button", name=name, exact=True).click()

    return reach


def then(*reaches: Reach) -> Reach:
    """Do one thing after the other."""

    def reach(page: Page) -> None:
        for one in reaches:
            one(page)

    return reach


def shown(selector: str) -> Reach:
    """Wait until something is there."""
    return lambda page: page.locator(selector).first.wait_for()


def told(words: str) -> Reach:
    """Wait until the page says something."""
    return lambda page: page.get_by_text(words).first.wait_for()


def asked(words: str) -> Reach:
    """Type into search."""

    def reach(page: Page) -> None:
        find = page.locator("[data-sh-toggle=__search]")
        if find.is_visible():
            find.click()
        field = page.locator("[data-md-component=search-query]")
        field.click()
        field.press_sequentially(words, delay=20)
        expect(page.locator("[data-sh-search=status]")).to_contain_text("Thấy" if words != "quxxan" else "Không thấy")

    return reach


def menu(page: Page) -> None:
    """Open the menu where it stands behind a button."""
    if page.evaluate("innerWidth") < NARROW:
        page.locator("button[data-sh-toggle=__drawer]").press("Enter")
        page.wait_for_function("() => document.activeElement.closest('#danh_muc') !== null")


def meaning(page: Page) -> None:
    """Open the meaning of a term."""
    page.locator(".sh-term-word").first.press("Enter")
    page.locator(".sh-term:popover-open").wait_for()


def all_open(page: Page) -> None:
    """Open whatever opens in the text."""
    page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")


def marked(page: Page) -> None:
    """Tick, and write beside an item."""
    page.wait_for_selector(".sh-progress")
    tick(page, "notice")
    write(page, "tour", "Tầng 3", "Tổ trưởng")


def day(words: str) -> Reach:
    """Give the meeting's day."""
    return lambda page: give_day(page, words)


def changed(page: Page) -> None:
    """Let the checklist change after it was marked."""
    changed_record(page.context, lambda html: html.replace("Dán giấy báo họp", "Gửi giấy báo họp"))
    page.reload()
    page.wait_for_selector(".sh-run .sh-note:not([hidden])")


def given(words: str) -> Reach:
    """Give a file with such content."""
    return lambda page: put_file(page, words)


def linked(page: Page) -> None:
    """Open a link that carries marks, as another reader."""
    marked(page)
    press("Tạo liên kết mang dấu")(page)
    field = page.get_by_label("Liên kết mang theo dấu")
    field.wait_for()
    address = field.input_value()
    page.goto("about:blank")
    page.goto(address)
    page.get_by_role("button", name="Gộp vào máy này").wait_for()


def scored(floor: str) -> Reach:
    """Fill in the score sheet."""
    return lambda page: fill_in(page, floor)


def written(label: str, words: str) -> Reach:
    """Fill in a field."""
    return lambda page: page.get_by_label(label, exact=True).fill(words)


def chosen(label: str, words: str) -> Reach:
    """Choose from a list."""
    return lambda page: void(page.get_by_label(label).select_option(label=words))


def counted(*numbers: int) -> Reach:
    """Fill in the calculators."""

    def reach(page: Page) -> None:
        page.wait_for_selector("[data-sh-tool=calculators]:not([hidden])")
        for title in ("Tỷ lệ dự", "Biểu quyết", "Tỷ lệ phát biểu"):
            fill(page, title, *numbers)

    return reach


def filters(page: Page) -> None:
    """Show the filters of a list."""
    page.wait_for_selector(".sh-finder")
    if not page.locator(".sh-finder__fields").is_visible():
        page.get_by_text("Lọc danh sách").click()


def narrowed(page: Page) -> None:
    """Choose the first filter's second value."""
    filters(page)
    page.locator(".sh-finder select").first.select_option(index=1)


def whole_list(page: Page) -> None:
    """Ask for the other pages of the list."""
    page.wait_for_selector(".sh-finder")
    page.get_by_role("button", name="Lọc cả").click()


def cut_off(page: Page) -> None:
    """Lose the connection, then ask for the other pages of the list."""
    page.wait_for_selector(".sh-finder")
    page.context.set_offline(offline=True)
    whole_list(page)
    page.get_by_text("Không tải được các trang khác.").wait_for()


def time_passes(page: Page) -> None:
    """Let more time pass than the step of the agenda has."""
    page.clock.run_for(400_000)
    page.clock.resume()
    page.get_by_text("Quá ").first.wait_for()


def score_other_table(page: Page) -> None:
    """Score the table of this page and a criterion of the other one, then compare them."""
    fill_in(page, "36")
    page.goto(page.url.replace(SCORE, "thi-dua/khu-pho/"))
    page.get_by_label("Điểm mục 1").fill("28,5")
    page.get_by_role("link", name="So với bảng khác").click()
    page.wait_for_selector(".sh-compare__side")


def void(_: object) -> None:
    """Leave a result aside."""
