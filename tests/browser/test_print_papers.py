"""Checklists, forms and official papers come out of a browser's printer as papers of their kind are set."""

from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser

from browser.opening import opened, show
from browser.printing import (
    CHECKLIST,
    MILLIMETRE,
    OFFICIAL,
    OTHER,
    OWN,
    Printed,
    address_of,
    handbook,
    printed,
    sentences,
)
from handbook.views.typography import typography

LARGE_POINTS = 16


def codes(made: Printed) -> list[str]:
    """Read the QR codes on the first page."""
    return [code.text for code in zxingcpp.read_barcodes(made.picture())]


def test_a_checklist_is_a_document(browser: Browser, address: str, tmp_path: Path) -> None:
    """Its head has the blanks of the handbook, every page the head of the table and its number."""
    with opened(browser, 1366) as page:
        show(page, address + address_of(CHECKLIST))
        made = printed(page, tmp_path)

    assert all(f"{blank}:" in made.text(1) for blank in handbook(OWN).settings.deployment.blanks)
    assert made.families == {"BeVietnamPro"}
    for number in range(1, made.pages + 1):
        assert "Xong Số Việc Ai làm, khi nào, minh chứng Căn cứ" in made.text(number)
        assert f"Trang {number}/{made.pages}" in made.text(number)


def test_blanks_are_for_paper(browser: Browser, address: str) -> None:
    """What is filled in by hand is not asked for on a screen."""
    with opened(browser, 1366) as page:
        show(page, address + address_of(CHECKLIST))

        assert page.locator(".sh-paper").count() > 0
        assert page.locator(".sh-paper").filter(visible=True).count() == 0


def test_large_print_is_large(browser: Browser, address: str, tmp_path: Path) -> None:
    """What is read, down to the smallest label, has 16 points; only the foot of the page is smaller."""
    with opened(browser, 1366) as page:
        show(page, address + address_of(CHECKLIST))
        page.emulate_media(media="print")
        page.evaluate("document.documentElement.setAttribute('data-sh-print', 'large')")
        sizes = page.evaluate(
            "[...document.querySelectorAll('article *')].filter((one) => one.getClientRects().length"
            " && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))"
            ".map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
        )
        page.emulate_media(media="null")
        made = printed(page, tmp_path, "large")

    assert min(sizes) == pytest.approx(LARGE_POINTS, abs=0.01)
    assert all(sentence in made.whole_text() for sentence in sentences(OWN, CHECKLIST))


def test_the_code_leads_back(browser: Browser, address: str, second_address: str, tmp_path: Path) -> None:
    """A page that is printed as a document carries a code with its public address, where the handbook has one."""
    made = handbook(OTHER)
    wanted, seen = {}, {}
    with opened(browser, 1366) as page:
        for kind in ("checklist", "criteria", "case", "meeting", "topic", "form"):
            target = next(iter(made.library.of_kind(kind))).target
            show(page, second_address + made.addresses.page_address(target))
            wanted[kind] = [made.addresses.public(target)]
            seen[kind] = codes(printed(page, tmp_path))
        show(page, address + address_of(CHECKLIST))
        without = codes(printed(page, tmp_path))

    assert seen == wanted
    assert without == []


def test_an_official_paper_is_set_as_one(browser: Browser, address: str, tmp_path: Path) -> None:
    """One family of letters, the margins of the settings, no number on its first page, nothing of the handbook."""
    style = typography(handbook(OWN).library)
    with opened(browser, 1366) as page:
        show(page, address + address_of(OFFICIAL))
        made = printed(page, tmp_path)
    words = made.words()
    body = [word for word in words if word.top > style.margin_top * MILLIMETRE - 1]
    numbers = [(word.page, word.text) for word in words if word not in body]

    assert made.families == {"Tinos"}
    assert numbers == [(number, str(number)) for number in range(2, made.pages + 1)]
    assert min(word.left for word in body) == pytest.approx((style.margin_left + style.indent) * MILLIMETRE, abs=2)
    assert handbook(OWN).settings.deployment.name not in made.whole_text()
    text = made.text(1)
    assert style.heading in text
    assert "BIÊN BẢN" in text
    assert "-BB/CB" in text
    clerk, chair = (next(word for word in words[::-1] if word.text == text) for text in ("NGƯỜI", "CHỦ"))
    assert (clerk.page, clerk.top) == (chair.page, chair.top)
    assert clerk.right < chair.left


def test_forms_are_printed_without_their_help(browser: Browser, address: str, tmp_path: Path) -> None:
    """Every field that is filled in stands on paper; what helps to fill it in does not."""
    found = {}
    with opened(browser, 1366) as page:
        for entry in handbook(OWN).library.of_kind("form"):
            show(page, address + address_of(entry.target))
            helps = [" ".join(one.split()) for one in page.locator(".sh-field__help p").all_inner_texts()]
            labels = page.locator(".sh-field:not([data-sh-slot]) .sh-field__label").all_text_contents()
            text = printed(page, tmp_path).whole_text()
            told = [one for one in helps if one and one in text]
            left_out = [one for one in labels if " ".join(one.split()) not in text]
            if told or left_out:
                found[entry.target.id] = [told, left_out]

    assert found == {}
