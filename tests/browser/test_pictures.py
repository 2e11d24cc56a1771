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
COLOURS = 64
"""Kept of each picture, so that all of them together stay small."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_look_as_agreed(
    browser: Browser, second_address: str, tmp_path: Path, width: int, scheme: str, *, update_golden: bool
) -> None:
    """The whole page, on phone and desktop, light and dark; what was seen otherwise is kept to be looked at."""
    differ = []
    with opened(browser, width, scheme, clock_stands=True) as page:
        for kind, path in KINDS.items():
            name = f"{kind}-{width}-{scheme}.png"
            show(page, second_address + path)
            seen = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
            if update_golden:
                GOLDEN.mkdir(exist_ok=True)
                seen.quantize(COLOURS, dither=Image.Dither.NONE).save(GOLDEN / name, optimize=True)
            agreed = Image.open(GOLDEN / name).convert("RGB")
            if seen.size != agreed.size or differing(seen, agreed) > TOLERATED:
                seen.save(tmp_path / name)
                differ.append(tmp_path / name)

    assert differ == []


def test_every_picture_is_of_a_page() -> None:
    """No picture is kept of a page that is gone."""
    wanted = {f"{kind}-{width}-{scheme}.png" for kind in KINDS for width in WIDTHS for scheme in SCHEMES}
    assert {picture.name for picture in GOLDEN.iterdir()} == wanted


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
