"""Where the theme exchanges pages without loading them anew: who reads on hears and sees where they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.editions import BASE, Editions, device, exchanged, follow
from browser.marking import progress, tick
from browser.opening import KINDS
from browser.serving import serving

FORM, PROSE = KINDS["form"], KINDS["prose"]
# The theme closes drawer and search by a timer of 125 ms after exchanging pages; a longer one set later fires later.
AFTER_THE_THEME = "() => new Promise((done) => setTimeout(done, 150))"


@pytest.fixture
def swapped(editions: Editions, browser: Browser) -> Iterator[Page]:
    """A tab in which the form's page has come in the place of the start page."""
    with exchanged(editions, browser) as (page, show):
        show(FORM)
        yield page


def is_same_document(page: Page) -> bool:
    """Tell whether nothing was loaded anew since the start page."""
    return page.evaluate("globalThis.isSameDocument === true") is True


def test_title_focus_and_a_quiet_word_are_the_new_pages(swapped: Page) -> None:
    """The tab's title, the skip link, the place of focus and what a screen reader says; the next Tab is in the page."""
    title = swapped.title()
    assert title.startswith("Giấy báo")
    expect(swapped.locator("body > .sh-unseen[role=status]")).to_have_text(title)
    assert swapped.evaluate("document.activeElement.id") == "noi_dung"
    assert swapped.evaluate("scrollY") == 0
    swapped.keyboard.press("Tab")
    assert swapped.evaluate("document.activeElement.closest('#noi_dung') !== null")
    swapped.locator(".sh-skip").focus()
    swapped.keyboard.press("Enter")
    expect(swapped.locator("#noi_dung")).to_be_focused()
    assert is_same_document(swapped)


def test_the_back_button_brings_the_page_before(swapped: Page) -> None:
    """With its title and its focus, and forward again."""
    swapped.go_back()
    expect(swapped).to_have_title("Cẩm nang cư dân nhà Hoa Sen")
    expect(swapped.locator("body > .sh-unseen[role=status]")).to_have_text("Cẩm nang cư dân nhà Hoa Sen")
    expect(swapped.locator("#noi_dung")).to_be_focused()
    swapped.go_forward()
    expect(swapped.locator("body > .sh-unseen[role=status]")).to_contain_text("Giấy báo")
    assert is_same_document(swapped)


def test_an_address_with_a_place_leads_to_it(swapped: Page) -> None:
    """The heading is in view, and the next Tab goes on from there."""
    follow(swapped, f"{swapped.url.removesuffix(FORM)}{KINDS['checklist']}#count")
    expect(swapped.locator("#count")).to_be_in_viewport()
    assert is_same_document(swapped)


def test_a_tool_ends_with_its_page_and_begins_anew(swapped: Page) -> None:
    """Gone to, marked, left and come back to: once there, with its marks, and still at work."""
    address = swapped.url.removesuffix(FORM)
    for _ in range(2):
        follow(swapped, address + KINDS["checklist"])
        expect(swapped.locator(".sh-progress")).to_have_count(1)
        follow(swapped, address + PROSE)
        expect(swapped.locator(".sh-progress")).to_have_count(0)
    follow(swapped, address + KINDS["checklist"])
    expect(swapped.locator(".sh-progress")).to_have_count(1)
    tick(swapped, "notice", "count")
    assert "2/4" in progress(swapped)
    assert is_same_document(swapped)


def test_the_drawer_opens_on_the_new_page(editions: Editions, browser: Browser) -> None:
    """On a phone, by keyboard, and gives focus back."""
    with serving(editions.root, BASE, editions.port) as address, device(browser, width=360) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate("globalThis.isSameDocument = true")
        follow(page, address + PROSE)
        expect(page.locator("#noi_dung")).to_be_focused()
        page.evaluate(AFTER_THE_THEME)
        page.locator("[data-sh-toggle=__drawer]").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.closest('[data-md-type=navigation]') !== null")
        page.keyboard.press("Escape")
        expect(page.locator("[data-sh-toggle=__drawer]")).to_be_focused()
        assert is_same_document(page)


def test_a_page_of_another_version_is_loaded_whole(editions: Editions, browser: Browser) -> None:
    """Published during the visit: its scripts come with it, and those of the page before are gone."""
    with serving(editions.root, BASE, editions.port) as address, device(browser) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate("globalThis.isSameDocument = true")
        new = editions.root / BASE / FORM / "index.html"
        old = new.read_bytes()
        try:
            _publish_again(new)
            follow(page, address + FORM)
            page.wait_for_function("() => globalThis.isSameDocument === undefined")
            expect(page.locator(".md-content h1")).to_contain_text("Giấy báo")
        finally:
            new.write_bytes(old)


def _publish_again(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    changed = text.replace('name="handbook-version" content="', 'name="handbook-version" content="0')
    assert changed != text
    page.write_text(changed, encoding="utf-8")
