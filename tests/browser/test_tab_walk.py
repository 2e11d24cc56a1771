"""Whoever has only a keyboard: every stop of the Tab key is seen, in order and left again, on a phone and enlarged.

On a desktop of 1280 by 1024 pixels enlarged four times, a page has 320 by 256.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser

from browser.every_kind import MOVED
from browser.focus_walk import walk
from browser.opening import opened, show
from browser.states import ALL, Look, in_state

LOOKS = {"phone": Look(360, 800), "enlarged": Look(320, 256), "desktop": Look(1366, 800)}
BACKWARDS = {
    "enlarged": ("prose", "criteria", "menu open", "search open", "checklist, asking", "score, months in a chart"),
    "phone": ("checklist, storage full",),
}
EVERY = 5
"""Of so many states one is walked through in each run; of the others only the long form makes sure."""


def _each_in_one_look() -> Iterator[object]:
    for number, (name, chosen) in enumerate(zip(ALL, cycle(LOOKS), strict=False)):
        for look in LOOKS:
            marks = () if look == chosen and number % EVERY == 0 else pytest.mark.long
            yield pytest.param(name, look, marks=marks, id=f"{name}, {look}")


@pytest.mark.parametrize(("name", "look"), list(_each_in_one_look()))
def test_every_stop_is_seen_and_in_order(browser: Browser, every_address: str, name: str, look: str) -> None:
    """Inside the screen, under no bar, with a ring, one after the other, none left out, and the walk comes round."""
    with in_state(browser, every_address, name, LOOKS[look]) as page:
        done = walk(page)
        width = page.evaluate("document.documentElement.scrollWidth")

    assert done.faults == []
    assert done.stops >= (1 if name in MOVED else 10)
    assert width <= LOOKS[look].width


@pytest.mark.parametrize(
    ("name", "look"),
    [
        pytest.param(name, look, marks=() if name in BACKWARDS[look] else pytest.mark.long, id=f"{name}, {look}")
        for look in BACKWARDS
        for name in ALL
    ],
)
def test_the_way_back_is_as_good(browser: Browser, every_address: str, name: str, look: str) -> None:
    """With Shift and Tab the same holds."""
    with in_state(browser, every_address, name, LOOKS[look]) as page:
        done = walk(page, backwards=True)

    assert done.faults == []


@pytest.mark.parametrize("kind", ["", "404.html"])
def test_the_first_stop_leads_past_the_bar(browser: Browser, every_address: str, kind: str) -> None:
    """The skip link is the first, is seen once it has focus, and the next stop after it lies in the content."""
    with opened(browser, 360) as page:
        show(page, every_address + kind)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.sh-skip')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#noi_dung') !== null")


@pytest.mark.parametrize("look", ["phone", "enlarged"])
def test_the_menu_is_a_keyboards_too(browser: Browser, every_address: str, look: str) -> None:
    """Below 1220 pixels Tab reaches its button, Enter opens it, focus goes inside, Escape gives it back."""
    with in_state(browser, every_address, "prose", LOOKS[look]) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('aria-controls')") == "danh_muc"
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.closest('#danh_muc') !== null")
        assert page.evaluate("document.querySelector('[aria-controls=danh_muc]').ariaExpanded") == "true"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.getAttribute('aria-controls')") == "danh_muc"
        assert page.evaluate("document.activeElement.ariaExpanded") == "false"


def test_a_meaning_closes_when_focus_goes_on(browser: Browser, every_address: str) -> None:
    """It is there while the focus is on its word or inside, and never over what has focus next."""
    with in_state(browser, every_address, "meaning open", LOOKS["phone"]) as page:
        within = "document.activeElement.closest('.sh-term:popover-open') !== null"
        page.keyboard.press("Tab")
        assert page.evaluate(within)
        for _ in range(5):
            page.keyboard.press("Tab")
        assert not page.evaluate(within)
        assert page.locator(".sh-term:popover-open").count() == 0


def test_a_bad_page_is_told(browser: Browser) -> None:
    """The walk finds what it is for."""
    with opened(browser, 360) as page:
        page.set_content(_BAD)
        told = " ".join(walk(page).faults)
        page.set_content(_TRAP)
        trapped = " ".join(walk(page).faults)

    for fault in ("out of order", "out of sight or covered", "no ring", "not drawn", "above the one before"):
        assert fault in told, fault
    assert "cannot be left" in trapped
    assert "never met" in trapped


_BAD = """<html><body><div id="__search"></div><article>
<p><a href="#a">a</a></p>
<p><a href="#b" style="outline: none">no ring</a></p>
<p><a href="#c" style="position: absolute; left: -900px">beside</a></p>
<p><a href="#d" style="opacity: 0">unseen</a></p>
<p style="display: flex; flex-direction: column-reverse"><a href="#e">lower</a><a href="#f">upper</a></p>
<p><a href="#g" tabindex="3">third</a> <a href="#h" tabindex="1">first</a> <a href="#i" tabindex="2">second</a></p>
</article></body></html>"""
_TRAP = """<html><body><article><a href="#a" id="a" onkeydown="event.key === 'Tab' && event.preventDefault()">a</a>
<a href="#b">b</a></article><script>document.getElementById("a").focus()</script></body></html>"""
