"""Papers as they look: foot, heads, rows, blanks, large print, official papers, several papers in one file."""

import re
from pathlib import Path

import pikepdf
import pytest

from downloads.pdf_samples import bytes_of, field, official_sheet, printed
from downloads.shown_pages import Box, boxes, families, page_count, run
from handbook.downloads.pdf import Binding, Printing
from handbook.library.target import Target
from handbook.views.blocks import (
    Block,
    Chip,
    ChipFamily,
    Citation,
    FormSheet,
    Link,
    Note,
    Paragraph,
    Section,
    Story,
    Tone,
    View,
)
from handbook.views.form_blocks import FormPart
from pages.samples import checklist_page, criteria_page, page, sample_phase, words

A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
PAPER = page(official_sheet(), title="Biên bản họp nhà", crumb="Biên bản")


def test_foot_of_a_working_sheet(tmp_path: Path) -> None:
    """Each page says which handbook, which page of the site, which day, and which page of how many it is."""
    file = printed(tmp_path, page(*(sample_phase(),) * 30, crumb="Việc nhà"))
    pages = run("pdftotext", "-raw", file, "-").split("\f")[:-1]

    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert "Sổ tay nhà · Việc nhà · bản 22/11/2026" in text
        assert f"Trang {number}/{len(pages)}" in text


def test_head_of_a_table_is_repeated(tmp_path: Path) -> None:
    """A long checklist has its columns' names on every page."""
    phase = sample_phase()
    file = printed(tmp_path, page(type(phase)(phase.anchor, phase.title, phase.hint, phase.items * 40)))
    pages = run("pdftotext", "-raw", file, "-").split("\f")[:-1]

    assert len(pages) > 2
    assert all("Ai làm, khi nào, minh chứng" in text for text in pages)


def test_rows_are_not_broken(tmp_path: Path) -> None:
    """What belongs to an item stands on one page."""
    phase = sample_phase()
    file = printed(tmp_path, page(type(phase)(phase.anchor, phase.title, phase.hint, phase.items * 40)))
    for text in run("pdftotext", "-raw", file, "-").split("\f"):
        assert text.count("Gửi tài liệu trước") == text.count("Gửi cả bản giấy.") == text.count("Danh sách")


@pytest.mark.parametrize("large", [False, True])
def test_only_what_may_be_done_is_labelled(large: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """On paper only the weaker duty has its label; without a label a thing must be done."""
    printing = Printing.LARGE if large else Printing.ORDINARY
    shown = run("pdftotext", "-raw", printed(tmp_path, page(sample_phase()), printing), "-")

    assert "Nên làm" in shown
    assert "Bắt buộc" not in shown


def test_blanks_stand_on_what_is_in_use(tmp_path: Path) -> None:
    """A checklist and a scoring table leave room for who met and when; a table kept for reference does not."""
    doubted = Chip(ChipFamily.STATUS, "Để tra cứu", Tone.UNCLEAR)

    assert "Ngày họp:" in run("pdftotext", "-raw", printed(tmp_path, checklist_page()), "-")
    assert "Chấm" in run("pdftotext", "-raw", printed(tmp_path, criteria_page()), "-")
    shown = run("pdftotext", "-raw", printed(tmp_path, page(*criteria_page().blocks, chips=(doubted,))), "-")
    assert "Ngày họp" not in shown
    assert "Chấm" not in shown


def test_what_serves_a_screen_is_left_out(tmp_path: Path) -> None:
    """Sections for the screen are not printed; how to cite a page becomes one line."""
    view = page(
        Section("dung", "Được dùng ở", (Paragraph(words("mất")),), screen_only=True),
        Section("dan", "Trích dẫn trang này", (Citation("ngắn", "Sổ tay nhà. “Trang”."),)),
        Story("Đoạn một.\n\nĐoạn hai."),
    )
    shown = run("pdftotext", "-raw", printed(tmp_path, view), "-")

    assert "Được dùng" not in shown
    assert "Trích dẫn" not in shown
    assert "Nguồn: Sổ tay nhà. “Trang”." in shown
    assert "Đoạn một.\nĐoạn hai." in shown


def height(found: list[Box], word: str) -> float:
    """Give how high a word is set."""
    return next(box.bottom - box.top for box in found if box.words == word)


def test_large_print_is_sixteen_points(tmp_path: Path) -> None:
    """Large print sets the same words at 16 points instead of 10."""
    view = page(Paragraph(words("thường")), sample_phase())
    ordinary = list(boxes(printed(tmp_path, view)))
    large = list(boxes(printed(tmp_path, view, Printing.LARGE)))

    assert height(large, "thường") / height(ordinary, "thường") == pytest.approx(1.6, rel=0.01)
    assert {box.words for box in ordinary} - {"Căn", "cứ"} >= {"Thư", "ký"}
    assert "Thư" in {box.words for box in large}


def test_one_family_a_document(tmp_path: Path) -> None:
    """A working sheet is set in one family, an official paper with its helps in another, all embedded."""
    assert families(printed(tmp_path, criteria_page())) == {"BeVietnamPro"}
    file = printed(tmp_path, PAPER)
    assert families(file) == {"Tinos"}
    for line in run("pdffonts", file).splitlines()[2:]:
        embedded, subset = line.split()[-5:-3]
        assert (embedded, subset) == ("yes", "yes")


def place(found: list[Box], words_: str) -> Box:
    """Give where a word stands first."""
    return next(box for box in found if box.words == words_)


def test_head_of_an_official_paper(tmp_path: Path) -> None:
    """Left who writes, right the heading; below, in the middle, the type of paper; nothing of the site."""
    found = [box for box in boxes(printed(tmp_path, PAPER)) if box.page == 1]
    middle = A4[0] / 2

    assert place(found, "PARENT-ORGANISATION").right < middle
    assert place(found, "BRANCH").top > place(found, "PARENT-ORGANISATION").top
    assert place(found, "HỘI").left > middle - 30
    assert place(found, "BIÊN").top > place(found, "-BB/CB").bottom
    title = (place(found, "BIÊN").left + place(found, "BẢN").right) / 2
    assert title == pytest.approx((30 / 25.4 * 72 + A4[0] - 20 / 25.4 * 72) / 2, abs=2)
    assert not {box.words for box in found} & {"Trang", "Sổ", "Cách"}
    assert "Đầu" not in {box.words for box in found}


def test_pages_of_an_official_paper(tmp_path: Path) -> None:
    """The number stands in the middle above the text, from the second page on."""
    found = list(boxes(printed(tmp_path, PAPER)))
    first = [box for box in found if box.page == 1]
    second = [box for box in found if box.page == 2]

    assert min(first, key=lambda box: box.top).words != "1"
    number = min(second, key=lambda box: box.top)
    assert number.words == "2"
    assert number.top == pytest.approx(10 / 25.4 * 72, abs=4)


def test_signatures_stand_side_by_side(tmp_path: Path) -> None:
    """Who writes signs on the left, who chairs on the right, on one line."""
    found = list(boxes(printed(tmp_path, PAPER)))
    left, right = place(found, "NGƯỜI"), place(found, "TRÌ")

    assert left.page == right.page
    assert left.top == pytest.approx(right.top, abs=1)
    assert left.right < A4[0] / 2 < right.left


def test_recipients_stand_beside_the_signature(tmp_path: Path) -> None:
    """Who gets a copy is named left of the signature."""
    signed = (
        field("lines", anchor="gui", label="Nơi nhận", slot="recipients", rows=2),
        field("signature", label="TRƯỞNG"),
    )
    sheet = FormSheet(official=True, parts=(FormPart("a", "Phần", (), signed),))
    found = list(boxes(printed(tmp_path, page(sheet, title="Giấy mời"))))

    assert place(found, "nhận:").right < place(found, "TRƯỞNG").left
    assert place(found, "nhận:").top == pytest.approx(place(found, "TRƯỞNG").top, abs=6)
    assert "Giấy" in {box.words for box in found}  # without a type of paper the title stands in its place


def bound() -> tuple[View, ...]:
    """Make papers of both kinds that name each other."""
    names = ("Một", "Hai", "Ba")
    targets = [Target("a", name) for name in names]
    blocks: list[tuple[Block, ...]] = [
        (Note("Xem", ((Link("hai", targets[1]),),)), *(sample_phase(),) * 12),
        (official_sheet(),),
        (Paragraph((Link("một", targets[0]),)),),
    ]
    return tuple(
        page(*inside, target=target, title=f"Giấy {name}")
        for name, target, inside in zip(names, targets, blocks, strict=True)
    )


def test_contents_name_the_pages(tmp_path: Path) -> None:
    """A bound file begins with its cover, then its contents with the page on which each paper begins."""
    file = tmp_path / "bound.pdf"
    file.write_bytes(bytes_of(bound(), binding=Binding("Trọn bộ", ("Bản thử",))))
    pages = run("pdftotext", "-raw", file, "-").split("\f")[:-1]

    assert "Trọn bộ\nBản thử" in pages[0]
    named = dict(re.findall(r"^(Giấy \S+)\W+(\d+)$", pages[1], re.MULTILINE))
    starts = {"Giấy Một": "Giấy Một", "Giấy Hai": "BIÊN BẢN", "Giấy Ba": "Giấy Ba"}
    assert {title: pages[int(number) - 1].find(starts[title]) >= 0 for title, number in named.items()} == dict.fromkeys(
        starts, True
    )
    assert f"Trang {len(pages)}/{len(pages)}" in pages[-1]
    with pikepdf.open(file) as opened_file:
        assert opened_file.docinfo["/Title"] == "Trọn bộ"


def test_each_paper_keeps_its_look(tmp_path: Path) -> None:
    """In a file of several papers an official one keeps its family and counts its own pages."""
    file = printed(tmp_path, bound())
    found = list(boxes(file))
    start = place(found, "BIÊN").page

    assert families(file) == {"BeVietnamPro", "Tinos"}
    assert min((box for box in found if box.page == start + 1), key=lambda box: box.top).words == "2"
    assert page_count(file) > start + 1
