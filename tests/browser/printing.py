"""Prints pages of both handbooks as a browser does, and reads what came out with other programs."""

import datetime as dt
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from building import DATE, ROOT, SECOND
from handbook.build.preparation import Prepared, prepare
from handbook.library.target import Target
from handbook.settings.loading import load_settings
from handbook.views.blocks import Phase
from handbook.views.inline import plain
from handbook.views.viewing import view_of

OWN, OTHER = ROOT / "mkdocs.yml", SECOND / "mkdocs.yml"
OFFICIAL = Target("form", "minutes")
CHECKLIST = Target("checklist", "monthly-secretary")

DENSITY = 100
"""Points an inch of a drawn page."""
MILLIMETRE = 72 / 25.4
"""In points."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a printed page, with its edges in points."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed file."""

    file: Path

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(re.findall(r"^Pages: +(\d+)$", _said("pdfinfo", self.file), re.MULTILINE)[0])

    @property
    def sizes(self) -> set[str]:
        """The sizes of its pages, as poppler names them."""
        told = _said("pdfinfo", "-f", "1", "-l", str(self.pages), self.file)
        return set(re.findall(r"^Page +\d+ size: +(.+)$", told, re.MULTILINE))

    @property
    def families(self) -> set[str]:
        """The families of letters in it."""
        names = [line.split()[0] for line in _said("pdffonts", self.file).splitlines()[2:]]
        return {name.partition("+")[2].partition("-")[0] for name in names}

    def text(self, page: int) -> str:
        """Give a page's words in the order of print, with single spaces."""
        told = _said("pdftotext", "-raw", "-f", str(page), "-l", str(page), self.file, "-")
        return " ".join(told.split())

    def whole_text(self) -> str:
        """Give all words."""
        return " ".join(self.text(page) for page in range(1, self.pages + 1))

    def words(self) -> list[Word]:
        """Give every word with its place."""
        found = []
        for number, page in enumerate(_said("pdftotext", "-bbox", self.file, "-").split("<page ")[1:], start=1):
            for edges, text in re.findall(r"<word ([^>]*)>([^<]*)</word>", page):
                left, top, right, bottom = (float(value) for value in re.findall(r'"([\d.-]+)"', edges))
                found.append(Word(number, text, left, top, right, bottom))
        return found

    def picture(self, page: int = 1) -> Image.Image:
        """Draw a page."""
        stem = self.file.with_name(f"{self.file.stem}-{page}")
        _said("pdftoppm", "-r", str(DENSITY), "-f", str(page), "-l", str(page), "-png", "-singlefile", self.file, stem)
        return Image.open(stem.with_suffix(".png")).convert("L")

    def pictures(self) -> list[bytes]:
        """Draw all pages, as bytes to compare."""
        return [self.picture(page).tobytes() for page in range(1, self.pages + 1)]


@cache
def handbook(config_file: Path) -> Prepared:
    """Load a handbook as it is built for these tests."""
    settings, findings = load_settings(config_file, site_dir=None, date=dt.date.fromisoformat(DATE))
    assert settings is not None, findings
    return prepare(settings)


def address_of(target: Target, config_file: Path = OWN) -> str:
    """Give a record's address inside its site."""
    return handbook(config_file).addresses.page_address(target)


def sentences(config_file: Path, checklist: Target) -> Iterator[str]:
    """Give what a checklist asks to be done."""
    made = handbook(config_file)
    for block in view_of(made.library, made.addresses, checklist).blocks:
        if isinstance(block, Phase):
            yield from (" ".join(plain(item.line).split()) for item in block.items)


def printed(page: Page, folder: Path, way: str = "") -> Printed:
    """Print the page that is open.

    Args:
        page: The page.
        folder: Where the file goes.
        way: What a button would tell the print sheets; nothing for the browser's own menu.
    """
    page.evaluate("way => way && document.documentElement.setAttribute('data-sh-print', way)", way)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{way or 'menu'}-{len(list(folder.iterdir()))}.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    page.evaluate("document.documentElement.removeAttribute('data-sh-print')")
    return Printed(file)


def _said(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
