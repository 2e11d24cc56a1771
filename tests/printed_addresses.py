"""Every address that a file to take away holds: its links, and what its QR codes say."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import zxingcpp
from PIL import Image

from downloads.shown_pages import run

_RELATION = re.compile(rb'<Relationship\b[^>]*Target="([^"]*)"[^>]*TargetMode="External"|'
                       rb'<Relationship\b[^>]*TargetMode="External"[^>]*Target="([^"]*)"')  # fmt: skip
_FOLD = re.compile(rb"\r?\n[ \t]")
_CALENDAR_ADDRESS = re.compile(rb"(?m)^URL[^:\r\n]*:([^\r\n]+)")
DENSITY = 100
"""Points an inch at which a page is drawn: enough for its code."""


def files_within(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a file, or those that a ZIP holds, by their names."""
    if Path(name).suffix != ".zip":
        yield name, content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for inner in archive.namelist():
            yield from files_within(f"{name}/{inner}", archive.read(inner))


def printed_addresses(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Give each address that a file holds, after "link" or "code"."""
    match Path(name).suffix:
        case ".pdf":
            yield from _of_pdf(content)
        case ".docx" | ".xlsx":
            yield from _of_office(content)
        case ".ics":
            yield from (("link", found.decode()) for found in _CALENDAR_ADDRESS.findall(_FOLD.sub(b"", content)))


def _of_pdf(content: bytes) -> Iterator[tuple[str, str]]:
    with pikepdf.open(io.BytesIO(content)) as file:
        for page in file.pages:
            for note in page.get("/Annots", []):
                if "/A" in note and "/URI" in note.A:
                    yield "link", str(note.A.URI)
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper.pdf"
        paper.write_bytes(content)
        run("pdftoppm", "-r", str(DENSITY), "-gray", paper, paper.with_suffix(""))
        for drawn in sorted(Path(folder).glob("*.pgm")):
            yield from _codes(drawn.read_bytes())


def _of_office(content: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.endswith(".rels"):
                for first, second in _RELATION.findall(archive.read(part)):
                    yield "link", (first or second).decode().replace("&amp;", "&")
            elif part.endswith(".png"):
                yield from _codes(archive.read(part))


def _codes(picture: bytes) -> Iterator[tuple[str, str]]:
    with Image.open(io.BytesIO(picture)) as image:
        yield from (("code", found.text) for found in zxingcpp.read_barcodes(image.convert("L")))
