"""What a browser prints is a document: as many pages as the file to take away, and nothing of the site's frame."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.opening import KINDS, opened, show
from browser.printing import CHECKLIST, OFFICIAL, OTHER, OWN, address_of, handbook, printed, sentences
from handbook.addresses.files import FileId, Format
from handbook.downloads.writing import Desk
from handbook.library.target import Target

MOST_PAGES = 2
"""Of a checklist."""
OUTSIDE_THE_ARTICLE = """
    () => {
        const article = document.querySelector("article");
        const apart = (one) => !one.contains(article) && !article.contains(one);
        return [...document.body.querySelectorAll("*")]
            .filter((one) => apart(one) && [...one.getClientRects()].some((box) => box.width * box.height))
            .map((one) => one.outerHTML.slice(0, 80));
    }
"""
SCREEN_WORDS = ("Tải về", "In bản trống", "Trên trang này", "Được dùng ở", "Giao diện tối")
MEANINGS = "Từ ngữ trên trang này"
"""Printed with what is read, not with what is worked with."""


def paper_pages(config_file: Path, target: Target) -> int | None:
    """Count the pages of the file to take away."""
    made = handbook(config_file)
    return Desk(made.library, made.addresses).write(FileId(target, Format.PDF)).pages


def tick_all(page: Page) -> None:
    """Tick every item."""
    for box in page.locator(".sh-item__box").all():
        box.check()


@pytest.mark.parametrize("own", [True, False], ids=["own", "second"])
def test_checklists_print_as_their_files_do(
    browser: Browser, address: str, second_address: str, tmp_path: Path, *, own: bool
) -> None:
    """Blank and filled in, each checklist takes exactly the pages of its PDF; every sentence stands whole on one."""
    config_file, site = (OWN, address) if own else (OTHER, second_address)
    seen, wanted, missing = {}, {}, []
    with opened(browser, 1366) as page:
        for entry in handbook(config_file).library.of_kind("checklist"):
            target = entry.target
            show(page, site + address_of(target, config_file))
            tick_all(page)
            made = [printed(page, tmp_path / target.id, way) for way in ("blank", "filled", "")]
            pages = paper_pages(config_file, target)
            seen[target.id] = [one.pages for one in made]
            wanted[target.id] = [pages] * len(made)
            texts = [made[0].text(number) for number in range(1, made[0].pages + 1)]
            missing += [one for one in sentences(config_file, target) if not any(one in text for text in texts)]

    assert seen == wanted
    assert max(map(max, seen.values())) <= MOST_PAGES
    assert missing == []


def test_nothing_of_the_frame_is_printed(browser: Browser, address: str, second_address: str, tmp_path: Path) -> None:
    """On no kind of page does anything outside the article stand on paper, nor what only a screen can use."""
    own = [address + address_of(target) for target in (CHECKLIST, OFFICIAL)]
    sentences_of_the_foot = handbook(OWN).settings.deployment.footer + handbook(OTHER).settings.deployment.footer
    found = {}
    with opened(browser, 1366) as page:
        for place in (*own, *(second_address + path for path in KINDS.values())):
            show(page, place)
            made = printed(page, tmp_path)
            text = made.whole_text()
            page.emulate_media(media="print")
            boxes = page.evaluate(OUTSIDE_THE_ARTICLE)
            page.emulate_media(media="null")
            words = [one for one in (*SCREEN_WORDS, *sentences_of_the_foot) if one in text]
            words += [MEANINGS] if MEANINGS in text and page.locator(".sh-items").count() else []
            sizes = {size for size in made.sizes if "A4" not in size}
            if boxes or words or sizes:
                found[place] = [*boxes, *words, *sizes]

    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1366, "dark")])
def test_paper_is_the_same_from_any_screen(
    browser: Browser, address: str, tmp_path: Path, width: int, scheme: str
) -> None:
    """A phone and a dark screen print what a light desktop prints."""
    pictures = []
    for shown in ((1366, "light"), (width, scheme)):
        with opened(browser, *shown) as page:
            show(page, address + address_of(CHECKLIST))
            pictures.append(printed(page, tmp_path).pictures())

    assert pictures[0] == pictures[1]


def test_blank_hides_what_is_filled_in(browser: Browser, address: str, tmp_path: Path) -> None:
    """A blank print shows no tick and no typed word; the page keeps both, and prints them when asked."""
    with opened(browser, 1366) as page:
        show(page, address + address_of(CHECKLIST))
        untouched = printed(page, tmp_path).pictures()
        tick_all(page)
        ticked = printed(page, tmp_path, "blank").pictures()
        filled = printed(page, tmp_path, "filled").pictures()
        page.evaluate("document.querySelector('.sh-head').append(document.createElement('textarea'))")
        page.locator(".sh-head textarea").fill("Chữ gõ vào")
        typed = printed(page, tmp_path, "filled").whole_text()
        erased = printed(page, tmp_path, "blank").picture()
        page.locator(".sh-head textarea").fill("")
        empty = printed(page, tmp_path, "blank").picture()

    assert ticked == untouched
    assert filled != untouched
    assert "Chữ gõ vào" in typed
    assert erased.tobytes() == empty.tobytes()


def test_addresses_of_other_sites_are_printed(browser: Browser, second_address: str, tmp_path: Path) -> None:
    """A link that leads out of the handbook says on paper where to."""
    with opened(browser, 1366) as page:
        show(page, second_address + "bang-tin/bang-tin-sanh/")
        links = page.locator("article a.sh-outside").all()
        addresses = [link.get_attribute("href") or "" for link in links]
        text = printed(page, tmp_path).whole_text().replace(" ", "")

    assert addresses
    assert all(one in text for one in addresses)
