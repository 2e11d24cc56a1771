"""What readers with other senses, hands and screens need: every kind of page and every state of every tool.

The states stand in one table (`states`). Each is judged in one look here; in all four by the long form.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser

from browser.axe import LEVELS, violations
from browser.every_kind import MOVED
from browser.opening import KINDS, SCHEMES, opened, show, spread
from browser.own_rules import broken
from browser.states import ALL, Look, in_state

LOOKS = {f"{width} {scheme}": Look(width, scheme=scheme) for width in (360, 1366) for scheme in SCHEMES}
ONE_OF_EACH = ("criteria", "case", "search open", "meaning open", "checklist, partly", "score, months in a chart")
LONG_WORDS = (*ONE_OF_EACH, "document", "codes", "checklist, several meetings", "checklist, changed since")
"""Where words stand that were once longer than a line of such letters."""


def _each_in_one_look() -> Iterator[object]:
    """Each state in one of the looks in turn; in the others by the long form."""
    for name, chosen in zip(ALL, cycle(LOOKS), strict=False):
        for look in LOOKS:
            marks = () if look == chosen else pytest.mark.long
            yield pytest.param(name, look, marks=marks, id=f"{name}, {look}")


def _sample(names: tuple[str, ...]) -> Iterator[object]:
    for name in ALL:
        yield pytest.param(name, marks=() if name in names else pytest.mark.long, id=name)


@pytest.mark.parametrize(("name", "look"), list(_each_in_one_look()))
def test_nothing_is_in_a_readers_way(browser: Browser, every_address: str, axe: str, name: str, look: str) -> None:
    """WCAG 2.2, levels A and AA, and best practice by axe-core; names, charts, fingers, edges by rules of our own."""
    with in_state(browser, every_address, name, LOOKS[look]) as page:
        found = [*violations(page, axe), *broken(page)]

    assert found == []


@pytest.mark.parametrize("name", list(_sample(LONG_WORDS)))
def test_letters_of_twice_the_size_fit_a_phone(
    browser_with_large_letters: Browser, every_address: str, name: str
) -> None:
    """Nothing is cut off, stands beside the screen or needs scrolling sideways; what scrolls does so by keyboard."""
    with in_state(browser_with_large_letters, every_address, name, Look()) as page:
        doubled = page.evaluate("getComputedStyle(document.documentElement).fontSize")
        found = broken(page)

    assert doubled == ("32px" if name in MOVED else "40px")
    assert found == []


@pytest.mark.parametrize("name", list(_sample(ONE_OF_EACH)))
def test_letters_further_apart_fit_a_phone(browser: Browser, every_address: str, name: str) -> None:
    """With the distances of WCAG 1.4.12, which a reader sets by a style of their own, no word is lost either."""
    with in_state(browser, every_address, name, Look()) as page:
        spread(page)
        found = broken(page)

    assert found == []


@pytest.mark.parametrize("name", list(_sample(ONE_OF_EACH)))
def test_colours_of_the_readers_own_leave_nothing_out(
    browser: Browser, every_address: str, axe: str, name: str
) -> None:
    """With forced colours no mark vanishes, what is pressed differs from what is not, and contrast is enough."""
    with in_state(browser, every_address, name, Look()) as page:
        page.evaluate(_NOTE_MARKS)
        page.emulate_media(forced_colors="active")
        found = [*violations(page, axe, LEVELS), *page.evaluate(_LOST_MARKS)]

    assert found == []


def test_nothing_moves_for_those_who_asked_for_that(browser: Browser, every_address: str) -> None:
    """With reduced motion no transition and no animation takes time, and scrolling jumps."""
    moving = []
    for name in ("menu open", "search open", "checklist, partly"):
        with in_state(browser, every_address, name, Look()) as page:
            moving += [(name, one) for one in page.evaluate(_MOVING)]

    assert moving == []


def test_a_bad_page_is_told(browser: Browser, axe: str) -> None:
    """The rules find what they are for."""
    with opened(browser, 360) as page:
        page.set_content(_BAD)
        told = {rule for rule, _ in violations(page, axe)}
        own = {fault.partition(":")[0] for fault in broken(page)}

    assert told >= {"html-has-lang", "label", "button-name", "image-alt", "color-contrast"}
    assert own == {
        "language of the page",
        "wider than the screen",
        "landmark or dialog without a name",
        "scrolls, but not by keyboard",
        "chart without a number in words",
        "field without a label",
        "smaller than a finger",
        "words cut off",
        "words beside the screen",
    }


def test_a_finger_opens_the_menu_and_search(browser: Browser, every_address: str) -> None:
    """Nothing unseen lies over the buttons of the bar."""
    for kind in ("prose", "missing"):
        with opened(browser, 360) as page:
            show(page, every_address + KINDS[kind])
            page.locator("button[data-sh-toggle=__drawer]").click()
            page.wait_for_function("() => document.activeElement.closest('#danh_muc') !== null")
            page.keyboard.press("Escape")
            page.locator("[data-sh-toggle=__search]").click()
            page.wait_for_function("() => document.activeElement.matches('[data-md-component=search-query]')")


def test_meanings_are_listed_on_paper(browser: Browser, second_address: str) -> None:
    """What opens on screen stands at the page's end in print."""
    with opened(browser, 1366) as page:
        show(page, second_address + KINDS["meeting"])
        assert not page.locator(".sh-term").first.is_visible()
        page.emulate_media(media="print")
        assert page.locator(".sh-term").first.is_visible()


def test_of_a_form_the_form_alone_is_printed(browser: Browser, second_address: str) -> None:
    """Facts, help and citation stay on screen."""
    with opened(browser, 1366) as page:
        show(page, second_address + KINDS["form"])
        page.emulate_media(media="print")
        assert page.locator(".sh-sheet").is_visible()
        for part in (".sh-field__help", ".sh-facts", ".sh-citation", ".sh-footer", ".sh-head__chips"):
            assert not page.locator(part).first.is_visible(), part


_MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
  const takesTime = (words) => words.split(",").some((word) => parseFloat(word) > 0);
  return takesTime(transitionDuration) || takesTime(animationDuration) || scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 90))"""

# Backgrounds and shadows are gone then: a mark that is nothing but a background is not seen any more.
_NOTE_MARKS = """() => {
  const isDrawn = (mark) => mark.content === '""' && mark.display !== "none" && mark.visibility !== "hidden";
  const empty = ["rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor];
  const isFilled = (mark) => !empty.includes(mark.backgroundColor);
  const isBare = (mark) => ["Top", "Right", "Bottom", "Left"].every((side) => mark[`border${side}Style`] === "none");
  globalThis.marks = [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()).flatMap((one) =>
    ["::before", "::after"]
      .filter((which) => [isDrawn, isFilled, isBare].every((holds) => holds(getComputedStyle(one, which))))
      .map((which) => ({ one, which })));
}"""
_LOST_MARKS = """() => {
  const empty = ["rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor];
  const look = (one) => {
    const { backgroundColor, borderTopWidth, fontWeight, outlineStyle } = getComputedStyle(one);
    return [backgroundColor, borderTopWidth, fontWeight, outlineStyle].join();
  };
  const isLost = ({ one, which }) => empty.includes(getComputedStyle(one, which).backgroundColor);
  const rest = [...document.querySelectorAll("[aria-pressed=false]")];
  const alike = [...document.querySelectorAll("[aria-pressed=true]")].filter((one) =>
    rest.some((other) => other.className === one.className && look(other) === look(one)));
  return [...marks.filter(isLost).map(({ one }) => one), ...alike].map((one) => one.outerHTML.slice(0, 110));
}"""

_BAD = """<html><body><main>
<nav><a href=x>a</a> <a href=x>b</a></nav><img src=x><button></button><input>
<p><span style="color: #aaa; background: #bbb">pale</span></p>
<div style="width: 900px; height: 1px">wide</div>
<div style="width: 100px; overflow-x: auto"><p style="width: 300px">far</p></div>
<div style="width: 30px; overflow: hidden; white-space: nowrap">cut off here</div>
<svg class="sh-bar" width="20" height="20"></svg>
<p style="position: absolute; left: 340px; white-space: nowrap">beside the screen</p>
</main></body></html>"""
