"""One page of each kind of the second handbook looks as it did when it was looked at and agreed on.

After a change that is meant, `scripts/test.py --update-golden` writes them anew; look at each that changed.
"""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from browser.opening import KINDS, SCHEMES, opened, show

GOLDEN = Path(__file__).with_name("golden")
WIDTHS = (360, 1366)
NOTICED = 48
"""How far a colour channel may differ, of 255: letters are smoothed a little otherwise on another machine."""
TOLERATED = 0.002
"""The share of points of a picture that may differ by more."""
COLOURS = 32
"""Kept of each picture, so that all of them together stay small."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_looks_as_agreed(
    browser: Browser, second_address: str, kind: str, width: int, scheme: str, *, update_golden: bool
) -> None:
    """The whole page, on phone and desktop, light and dark."""
    golden = GOLDEN / f"{kind}-{width}-{scheme}.png"
    with opened(browser, width, scheme) as page:
        show(page, second_address + KINDS[kind])
        seen = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        seen.quantize(COLOURS, dither=Image.Dither.NONE).save(golden, optimize=True)
    agreed = Image.open(golden).convert("RGB")

    assert seen.size == agreed.size
    assert differing(seen, agreed) <= TOLERATED


def differing(one: Image.Image, other: Image.Image) -> float:
    """Give the share of points at which two pictures of one size differ noticeably."""
    difference = ImageChops.difference(one, other)
    channels = [channel.point(lambda value: 255 * (value > NOTICED)) for channel in difference.split()]
    noticed = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return noticed.histogram()[255] / (one.width * one.height)


def test_a_missing_word_is_noticed() -> None:
    """The tolerance is smaller than a word on a phone's page."""
    page = Image.new("RGB", (360, 2500), "white")
    changed = page.copy()
    changed.paste((22, 33, 42), (20, 100, 120, 120))

    assert differing(page, page) == 0
    assert differing(page, changed) > TOLERATED
