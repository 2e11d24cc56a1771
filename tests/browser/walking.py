"""The guide that editors follow and the walk that makes its steps: the walk reads what to do from the guide's page.

A step is a heading that says so; what is typed and what a terminal shows stand in its blocks of code, and what the
browser shows is its picture. Neither may have a step that the other has not.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page

from browser.opening import ZONE
from building import ROOT

GUIDES = ROOT / "docs" / "bien-tap"
PICTURES = "hinh"
LARGEST_PICTURE = 60_000
"""Bytes: readers on a phone fetch them too."""
COLOURS = 64
SIZE = (720, 540)
"""Of the window, in points: as wide as a page's text, so that the letters of a picture can be read."""

_HEADING = re.compile(r"^## ", re.MULTILINE)
_STEP = re.compile(r"Bước (\d+): (.+)")
_BLOCK = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(rf"!\[[^\]]+\]\(({PICTURES}/[^)]+)\)")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a guide."""

    title: str
    blocks: tuple[str, ...]
    """What stands in its blocks of code, without the last line's end."""
    picture: str
    """The address of its picture; "" where it has none."""


def steps_of(guide: Path) -> list[Step]:
    """Read the steps of a guide; they are counted from one."""
    steps = []
    for section in _HEADING.split(guide.read_text(encoding="utf-8"))[1:]:
        found = _STEP.match(section)
        if not found:
            continue
        steps.append(Step(found[2], tuple(block.rstrip("\n") for block in _BLOCK.findall(section)), _picture(section)))
        assert int(found[1]) == len(steps), found[0]
    return steps


def _picture(section: str) -> str:
    pictures = _PICTURE.findall(section)
    assert len(pictures) <= 1, pictures
    return str(pictures[0]) if pictures else ""


class Walk:
    """A walk along a guide, in a browser."""

    def __init__(self, guide: str, page: Page, *, keeps_pictures: bool) -> None:
        self.page = page
        self._left = steps_of(GUIDES / guide)
        self._keeps_pictures = keeps_pictures
        self._picture = ""

    def step(self, title: str) -> tuple[str, ...]:
        """Begin the next step, which the guide calls the same; gives what its blocks of code hold."""
        assert not self._picture, f"{self._picture} was not taken"
        assert self._left, f"the guide ends before: {title}"
        step = self._left.pop(0)
        assert step.title == title
        self._picture = step.picture
        return step.blocks

    def picture(self, *shown: Locator) -> None:
        """Take the picture of this step: what the window shows now, or of it the part that holds all of `shown`."""
        assert self._picture, "the guide has no picture here"
        if self._keeps_pictures:
            file = GUIDES / self._picture
            file.parent.mkdir(exist_ok=True)
            seen = Image.open(BytesIO(self.page.screenshot(clip=_around(shown) if shown else None))).convert("RGB")
            seen.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
        self._picture = ""

    def end(self) -> None:
        """Be where the guide ends."""
        assert not self._picture, f"{self._picture} was not taken"
        assert not self._left, f"the guide goes on: {self._left[0].title}"


def _around(shown: Iterable[Locator]) -> FloatRect:
    boxes = [box for one in shown if (box := one.bounding_box())]
    left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


@contextmanager
def walking(browser: Browser, guide: str, *, keeps_pictures: bool) -> Iterator[Walk]:
    """Walk along a guide to its end.

    Args:
        browser: What the site is looked at with.
        guide: The file's name.
        keeps_pictures: Whether the guide's pictures are taken anew.
    """
    context = browser.new_context(
        viewport={"width": SIZE[0], "height": SIZE[1]}, reduced_motion="reduce", locale="vi-VN", timezone_id=ZONE
    )
    walk = Walk(guide, context.new_page(), keeps_pictures=keeps_pictures)
    yield walk
    walk.end()
    context.close()
