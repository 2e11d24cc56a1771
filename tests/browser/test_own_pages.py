"""The project's own handbook, page after page: whether a reader with other senses and screens can use what it says.

Its words are longer and its tables wider than those of the small handbook on which all states are judged.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.axe import violations
from browser.opening import opened, show, spread
from browser.own_rules import broken

SAMPLE = (
    *("", "bang-kiem/year-end-review/", "bieu-mau/minutes/", "tieu-chi/hd-42-2025/", "van-ban/qd-208/"),
    "tieu-chi/an-phu/",
)
"""Where words stand that were once longer than a line, or too near to others; the long form takes all pages."""
MOVED = 'http-equiv="refresh"'


@pytest.fixture(params=[pytest.param(SAMPLE, id="some"), pytest.param((), marks=pytest.mark.long, id="every page")])
def pages(request: pytest.FixtureRequest, whole_site: Path, address: str) -> list[str]:
    """Give the addresses of some pages, or of all but those that only lead on."""
    files = (file for file in sorted(whole_site.rglob("*.html")) if MOVED not in file.read_text(encoding="utf-8"))
    paths = [file.relative_to(whole_site).as_posix().removesuffix("index.html") for file in files]
    assert set(SAMPLE) < set(paths)
    return [address + path for path in request.param or paths]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), pytest.param(1366, "dark", marks=pytest.mark.long)])
def test_nothing_is_in_a_readers_way(browser: Browser, pages: list[str], axe: str, width: int, scheme: str) -> None:
    """WCAG 2.2, levels A and AA, and best practice by axe-core, and rules of our own."""
    faults: list[object] = []
    with opened(browser, width, scheme) as page:
        for one in pages:
            show(page, one)
            faults += [(one, fault) for fault in (*violations(page, axe), *broken(page))]

    assert faults == []


def test_letters_of_twice_the_size_fit_a_phone(browser_with_large_letters: Browser, pages: list[str]) -> None:
    """Nothing is cut off, stands beside the screen or needs scrolling sideways."""
    faults = []
    with opened(browser_with_large_letters, 360) as page:
        for one in pages:
            show(page, one)
            faults += [(one, fault) for fault in broken(page)]

    assert faults == []


def test_letters_further_apart_fit_a_phone(browser: Browser, pages: list[str]) -> None:
    """Nor with the distances of WCAG 1.4.12, which a reader sets by a style of their own."""
    faults = []
    with opened(browser, 360) as page:
        for one in pages:
            show(page, one)
            spread(page)
            faults += [(one, fault) for fault in broken(page)]

    assert faults == []
