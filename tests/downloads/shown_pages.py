"""What a printed page shows, as poppler reads it: words, where they stand, the families of letters, pictures."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from PIL import Image

HALF = 128
"""Between black and white."""


@dataclass(frozen=True, slots=True)
class Box:
    """A word on a page, with its edges in points."""

    page: int
    words: str
    left: float
    top: float
    right: float
    bottom: float


def boxes(file: Path) -> Iterator[Box]:
    """Give every word of a file with its place."""
    told = etree.fromstring(run("pdftotext", "-bbox", file, "-").encode())
    for number, page in enumerate(told.iter("{*}page"), start=1):
        for word in page.iter("{*}word"):
            edges = (float(word.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
            yield Box(number, word.text or "", *edges)


def longest_line(image: Image.Image, top: int, bottom: int) -> tuple[int, int]:
    """Find the longest level line of black in some rows of a grey picture; gives where it begins and ends."""
    lines = [(0, 0)]
    for y in range(top, bottom):
        row = image.crop((0, y, image.width, y + 1)).tobytes()
        black = "".join("x" if shade < HALF else " " for shade in row)
        lines += [found.span() for found in re.finditer("x+", black)]
    return max(lines, key=lambda line: line[1] - line[0])


def picture(file: Path, page: int, density: int) -> Image.Image:
    """Draw a page, so many points an inch, in shades of grey."""
    stem = file.with_name(f"{file.stem}-{page}-{density}")
    run("pdftoppm", "-r", str(density), "-f", str(page), "-l", str(page), "-png", "-singlefile", file, stem)
    return Image.open(stem.with_suffix(".png")).convert("L")


def page_text(file: Path, page: int) -> str:
    """Give a page's words as they stand side by side."""
    return run("pdftotext", "-layout", "-f", str(page), "-l", str(page), file, "-")


def whole_text(file: Path, foot: str) -> str:
    """Give all words in reading order, without page numbers, without the foot that begins with `foot`."""
    pages = run("pdftotext", "-raw", file, "-").split("\f")
    lines = [
        line
        for number, page in enumerate(pages, start=1)
        for index, line in enumerate(page.split("\n"))
        if not (index == 0 and line.strip() == str(number)) and not line.startswith(f"{foot} Trang ")
    ]
    return "\n".join(lines)


def page_count(file: Path) -> int:
    """Tell how many pages a file has."""
    return int(re.findall(r"^Pages: +(\d+)$", run("pdfinfo", file), re.MULTILINE)[0])


def families(file: Path) -> set[str]:
    """Name the families of letters in a file."""
    names = [line.split()[0] for line in run("pdffonts", file).splitlines()[2:]]
    return {name.partition("+")[2].partition("-")[0] for name in names}


def squeezed(words: str) -> str:
    """Take out all spaces and breaks of lines."""
    return re.sub(r"\s", "", words)


def run(*command: str | Path) -> str:
    """Run a program and give what it says."""
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
