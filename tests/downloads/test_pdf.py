"""A printed file as readers' programs see it: its head, its pages, its links, its code, the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pikepdf
import pytest
import typst
import zxingcpp

from building import ROOT
from downloads import pdf_samples
from downloads.pdf_samples import ADDRESS, HOME, bytes_of, official_sheet, printed
from downloads.shown_pages import picture, run, squeezed
from handbook.downloads.pdf import Press, PrintingError
from handbook.library.target import Target
from handbook.views.blocks import (
    Bullets,
    Link,
    Outside,
    Paragraph,
    Section,
    Words,
)
from pages.samples import checklist_page, document_page, page, sample_phase, words

A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
PAPER = page(official_sheet(), title="Biên bản họp nhà", crumb="Biên bản")


def opened(content: bytes) -> pikepdf.Pdf:
    """Open a printed file."""
    return pikepdf.open(io.BytesIO(content))


def test_head_of_the_file() -> None:
    """The file is tagged, in Vietnamese, says its title, its handbook and its day, and is of A4 pages."""
    with opened(bytes_of(checklist_page())) as file:
        meta = file.open_metadata()
        assert file.Root.Lang == "vi-VN"
        assert file.Root.MarkInfo.Marked
        assert file.Root.StructTreeRoot
        assert file.docinfo["/Title"] == "Trang"
        assert file.docinfo["/Author"] == "Sổ tay nhà"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20261122")
        assert meta["pdfuaid:part"] == "1"
        for sheet in file.pages:
            assert [float(edge) for edge in sheet.mediabox] == pytest.approx([0, 0, *A4], abs=0.1)


def roles(file: pikepdf.Pdf) -> Iterator[str]:
    """Give the role of every element of a file's structure."""
    waiting = [file.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                yield str(one.S)
            if "/K" in one:
                waiting.append(one.K)


def test_structure_is_told() -> None:
    """Who listens hears headings, tables with their heads, lists and links."""
    view = page(sample_phase(), Bullets((words("Một"),)), Paragraph((Outside("ngoài", HOME),)))
    with opened(bytes_of(view)) as file:
        found = set(roles(file))

    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TD", "/L", "/LI", "/Link", "/P"} <= found


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_same_bytes_elsewhere(zone: str) -> None:
    """Another process, another time zone, another order of hashes: the same bytes."""
    command = (
        "import hashlib; from downloads.pdf_samples import bytes_of; from pages.samples import checklist_page;"
        "print(hashlib.sha256(bytes_of(checklist_page(), addressed=True)).hexdigest())"
    )
    paths = os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))
    environment = {**os.environ, "PYTHONPATH": paths, "TZ": zone, "PYTHONHASHSEED": str(len(zone))}
    told = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, check=True, encoding="utf-8", env=environment
    )

    here = [hashlib.sha256(bytes_of(checklist_page(), addressed=True)).hexdigest() for _ in range(2)]
    assert here == [told.stdout.strip()] * 2


def test_code_leads_to_the_page(tmp_path: Path) -> None:
    """The code on paper is the page's address; it is 24 mm wide and has words for those who listen."""
    file = tmp_path / "printed.pdf"
    file.write_bytes(bytes_of(checklist_page(), addressed=True))
    (found,) = zxingcpp.read_barcodes(picture(file, 1, 150))

    assert found.text == ADDRESS
    assert alternatives(file) == [f"Mã QR dẫn tới {ADDRESS}"]


def alternatives(file: Path) -> list[str]:
    """Give the words that stand for pictures."""
    with pikepdf.open(file) as opened_file:
        found = [one for one in opened_file.objects if isinstance(one, pikepdf.Dictionary)]
        return [str(one.Alt) for one in found if "/Alt" in one and one.get("/S") == "/Figure"]


def test_without_an_address_there_is_no_code(tmp_path: Path) -> None:
    """A handbook without an address prints no code, no link, and no address."""
    file = printed(tmp_path, (document_page()))

    assert not zxingcpp.read_barcodes(picture(file, 1, 150))
    with pikepdf.open(file) as opened_file:
        addresses = [str(note.A.URI) for sheet in opened_file.pages for note in sheet.get("/Annots", [])]
    assert addresses == ["https://a.example/"]


def test_links_lead_to_the_web_or_into_the_file() -> None:
    """A link to a paper of the same file stays inside; another goes to the web; what is no web address is words."""
    target, other = Target("a", "một"), Target("a", "hai", "phần")
    line = (Link("trong", target), Words(" "), Link("ngoài", other), Words(" "), Outside("lạ", "javascript:1"))
    with opened(bytes_of((page(target=target), page(Paragraph(line))), addressed=True)) as file:
        notes = [note for sheet in file.pages for note in sheet.get("/Annots", [])]
        outward = [str(note.A.URI) for note in notes if "/URI" in note.get("/A", {})]

    assert outward == [f"{HOME}a/hai/#ph%E1%BA%A7n"]
    assert len(notes) == 2


def test_bookmarks_are_the_headings() -> None:
    """The bookmarks are the title and, below it, the headings."""
    view = page(Section("mot", "Một", (Section("hai", "Hai", (Paragraph(words("x")),)),)), title="Tên trang")
    with opened(bytes_of(view)) as file, file.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Tên trang"
        assert [child.title for child in top.children] == ["Một"]
        assert [child.title for child in top.children[0].children] == ["Hai"]


def test_nothing_to_print_is_refused() -> None:
    """A file without a page is a mistake, told as one."""
    with pytest.raises(PrintingError):
        bytes_of(())


def test_a_letter_that_no_font_has_is_told() -> None:
    """The file is refused in Vietnamese, with the letter, instead of being printed with a gap."""
    with pytest.raises(PrintingError, match="phông chữ in không có ký tự “𐎀”"):
        bytes_of(page(Paragraph(words("chữ 𐎀"))))


class Told:
    """What typst says of a file that it prints all the same."""

    message = "unknown font family"


class WarningCompiler:
    """A compiler that warns of everything."""

    def compile_with_warnings(self, **_: object) -> tuple[bytes, list[Told]]:
        """Give a file and a warning."""
        return b"%PDF", [Told()]


def test_warnings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What typst warns of stops the file."""
    press = Press(cast("typst.Compiler", WarningCompiler()))
    monkeypatch.setattr(pdf_samples, "the_press", lambda: press)
    with pytest.raises(PrintingError, match="unknown font family"):
        bytes_of(page())


def test_text_is_composed(tmp_path: Path) -> None:
    """Letters with their marks come out as one letter each."""
    text = "Chi bộ họp thường kỳ: ưu, ơ, ặ, ỡ, ự, Ằ, Đ."

    assert squeezed(text) in squeezed(run("pdftotext", "-raw", printed(tmp_path, page(Paragraph(words(text)))), "-"))
