"""What readers with other senses, hands and screens need: judged by axe-core and by measures of our own."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.opening import KINDS, SCHEMES, opened, show
from building import ROOT

AXE = ROOT / ".cache" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
SMALLEST_TARGET = 24
"""CSS pixels, either way; links inside sentences are exempt, as WCAG 2.2 has it."""


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core's script."""
    assert Path(AXE).exists(), "scripts/test.py installs axe-core"
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [360, 1366])
def test_axe_finds_no_violation(browser: Browser, second_address: str, axe: str, width: int, scheme: str) -> None:
    """WCAG 2.2, levels A and AA, on one page of each kind."""
    found = []
    with opened(browser, width, scheme) as page:
        for path in KINDS.values():
            show(page, second_address + path)
            page.evaluate(axe)
            found += [(path, *violation) for violation in _violations(page.evaluate(_RUN, LEVELS))]

    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation_in_an_open_meaning(
    browser: Browser, second_address: str, axe: str, scheme: str
) -> None:
    """The meaning of a term, opened by keyboard."""
    with opened(browser, 360, scheme) as page:
        show(page, second_address + KINDS["meeting"])
        page.locator(".sh-term-word").first.focus()
        page.keyboard.press("Enter")
        assert page.locator(".sh-term:popover-open").is_visible()
        page.evaluate(axe)
        found = _violations(page.evaluate(_RUN, LEVELS))
        page.keyboard.press("Escape")
        assert page.locator(".sh-term:popover-open").count() == 0

    assert found == []


@pytest.mark.parametrize("width", [320, 1366])
def test_targets_are_large_enough(browser: Browser, second_address: str, width: int) -> None:
    """What is pressed measures 24 pixels either way at least."""
    small = []
    with opened(browser, width) as page:
        for path in KINDS.values():
            show(page, second_address + path)
            small += [(path, told) for told in page.evaluate(_SMALL_TARGETS, SMALLEST_TARGET)]

    assert small == []


def test_nothing_scrolls_sideways_at_320(browser: Browser, second_address: str) -> None:
    """A page of any kind fits the narrowest phone, meanings of terms too."""
    wide = []
    with opened(browser, 320) as page:
        for path in KINDS.values():
            show(page, second_address + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            wide += [(path, width)] if width > 320 else []

    assert wide == []


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


def _violations(result: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in result["violations"]]


_RUN = "levels => axe.run(document, {runOnly: levels, resultTypes: ['violations']})"

# A link is inside a sentence where its line holds other words, too.
_SMALL_TARGETS = """least => {
  const inSentence = element => {
    const around = element.closest("p, li, dd, dt, td, th, caption, label");
    return around && around.textContent.trim().length > element.textContent.trim().length;
  };
  return [...document.querySelectorAll("a[href], button, input, summary, label[for]")].flatMap(element => {
    const box = element.getBoundingClientRect();
    const shown = element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box.right > 0;
    const clipped = getComputedStyle(element).clipPath !== "none";
    if (!shown || clipped || box.width * box.height === 0 || inSentence(element)) return [];
    return box.width < least || box.height < least
      ? [`${element.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`]
      : [];
  });
}"""
