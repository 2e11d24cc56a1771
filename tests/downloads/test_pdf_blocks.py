"""Every kind of block is printed, as text, and can be linked to, whatever its words are."""

import dataclasses
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest

from downloads.pdf_samples import bytes_of, field, official_sheet, printed
from downloads.shown_pages import HALF, boxes, picture, run, squeezed
from handbook.downloads.columns import NARROW
from handbook.downloads.pdf import Printing, PrintingError
from handbook.downloads.pdf_papers import paper
from handbook.library.target import Target
from handbook.text.printed_letters import ranges, unprinted
from handbook.views.blocks import Block, Criteria, Criterion, Fact, FormSheet, LevelRow, Link, Paragraph, Section
from handbook.views.form_blocks import FormPart
from pages.filling import Filler, block_kinds
from pages.samples import page, words

HOSTILE = "<b>&\"#$*_@\\'[]{}=+-/``"
LONG = "dài" * 70
NOT_PRINTED = {
    "Facet.id",  # what filters call things; paper has none
    "FacetValue.id",
    "FacetValue.words",
    "View.crumb",
    "View.description",
    "View.file",
    "Outside.url",  # the words stand on paper, the address is the link's
    "Certainty.words",  # one of the two is printed, as the place asks
    "Certainty.short_words",
    "Citation.short",
    "StatementEntry.left_out",  # printed only when nothing uses the statement
    "Phase.former",  # an id from before a renaming: what a browser kept is found by it
    "FormField.kind",
    "FormField.slot",
    "FormSheet.type_name",  # of official papers alone
    "FormSheet.symbol",
    "FileLink.address",
    "FileLink.saved_as",
}


def filled(kind: type, suffix: str = "") -> tuple[Block, Filler]:
    """Make a block with all its fields filled."""
    filler = Filler(suffix)
    return cast("Block", filler.fill(kind)), filler


def told(file: Path) -> str:
    """Give all words of a file without spaces and feet of pages, in the order in which they were set."""
    return re.sub(r"Sổtaynhà·Trang·bản22/11/2026Trang\d+/\d+", "", squeezed(run("pdftotext", "-raw", file, "-")))


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_every_text_is_printed_as_text(kind: type, tmp_path: Path) -> None:
    """Whatever stands in a field comes out as the same words, never as markup; no kind of block prints nothing."""
    block, filler = filled(kind, HOSTILE)
    view = page(Section("quanh", "Quanh", (block,)))
    # Some links are printed only where they lead to the same file: let them all do so.
    others = {target.whole() for target in paper(view, lambda _: ()).targets()}
    shown = told(printed(tmp_path, (view, *(page(target=target) for target in sorted(others)))))

    for text, where in filler.texts.items():
        if where not in NOT_PRINTED and not where.startswith(("Target.", "FileId.")) and not where.endswith(".anchor"):
            assert squeezed(text) in shown, where


@pytest.mark.parametrize("kind", [*block_kinds(), "official"], ids=str)
def test_every_part_can_be_linked_to(kind: Any) -> None:
    """A link to a printed paper, or to a part of it, leads to a place in the same file."""
    view = page(official_sheet() if kind == "official" else filled(kind)[0])
    links = tuple(Link("tới", target) for target in paper(view, lambda _: ()).places())
    linking = page(Paragraph(links), target=Target("a", "khác"))
    with pikepdf.open(io.BytesIO(bytes_of((linking, view), addressed=True))) as file:
        inside = [
            note for note in file.pages[0].get("/Annots", []) if note.get("/Dest") is not None or note.A.S == "/GoTo"
        ]

    assert len(inside) == len(links)


@dataclass(frozen=True, slots=True)
class Unheard:
    """A kind of block that no template knows."""

    words: str


def test_a_kind_without_a_template_is_refused() -> None:
    """What cannot be printed is told of; it is never left out in silence."""
    with pytest.raises(PrintingError):
        bytes_of(page(cast("Block", Unheard("mất"))))


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_long_words_stay_on_the_page(kind: type, tmp_path: Path) -> None:
    """A word of 200 letters is broken before it leaves its column, in every block."""
    block, _ = filled(kind, LONG)
    found = list(boxes(printed(tmp_path, page(block))))

    assert found
    left, right = 18 / 25.4 * 72, (210 - 14) / 25.4 * 72
    assert all(box.left >= left - 1 and box.right <= right + 1 for box in found if box.words != "–")


def test_words_of_neighbouring_cells_do_not_overlap(tmp_path: Path) -> None:
    """Long words in a checklist's columns stay each in its own."""
    kind = next(kind for kind in block_kinds() if kind.__name__ == "Phase")
    found = list(boxes(printed(tmp_path, page(filled(kind, LONG)[0]))))
    for one in found:
        for other in found:
            if one is not other and one.page == other.page and abs(one.top - other.top) < 1:
                assert one.right <= other.left + 0.5 or other.right <= one.left + 0.5, (one, other)


def test_letters_no_font_has_are_named() -> None:
    """A letter that cannot be printed stops the file, and the message says which letter and where."""
    with pytest.raises(PrintingError, match=r"data/a\.yml: .*“漢”"):
        bytes_of(page(Paragraph(words("Một 漢 hai")), file="data/a.yml"))


def test_every_letter_of_the_table_is_printed() -> None:
    """What the check lets pass does not stop a file, nor does what is set as nothing."""
    letters = [chr(point) for span in ranges() for point in span]

    assert bytes_of(page(Paragraph(words(" ".join((*letters, "\ufe0f", "\u3000"))))))
    assert not list(unprinted("\ufe0f\u3000"))


def test_spaces_and_lines_of_a_sample_are_kept(tmp_path: Path) -> None:
    """A piece of a file is printed line by line, with the spaces at their beginning."""
    kind = next(kind for kind in block_kinds() if kind.__name__ == "Sample")
    file = printed(tmp_path, page(kind(label="Tệp", text="một:\n    hai: 3")))
    first, second = (box for box in boxes(file) if box.words in {"một:", "hai:"})

    assert second.left > first.left + 5
    assert second.top > first.top


def test_form_sheet_stands_alone(tmp_path: Path) -> None:
    """Helps to fill a form in stand on pages after the form."""
    file = printed(tmp_path, page(Section("mau", "Mẫu", (official_sheet(),)), lead=words("Dẫn.")))
    pages = run("pdftotext", "-raw", file, "-").split("\f")
    first_of_help = next(number for number, text in enumerate(pages) if "Cách điền" in text)

    assert not re.search("Giúp điền|Dẫn", "".join(pages[:first_of_help]))
    assert "Giúp điền dòng." in "".join(pages[first_of_help:])


def test_a_box_stays_with_its_words(tmp_path: Path) -> None:
    """Wherever on a line an option begins, its box stands before its first word."""
    rest = " đề nghị sửa thêm một số câu trong dự thảo rồi trình lại"
    fields = tuple(
        field("choice", label="W" * letters, options=("Tán thành", f"Mong{letters}{rest}")) for letters in range(1, 60)
    )
    file = printed(tmp_path, page(FormSheet(official=False, parts=(FormPart("a", "Phần", (), fields),))))
    first_words = [box for box in boxes(file) if box.words.startswith("Mong")]
    density = 144
    pictures = {number: picture(file, number, density) for number in {box.page for box in first_words}}

    assert len(first_words) == len(fields)
    for box in first_words:
        left, middle = box.left * density / 72, (box.top + box.bottom) / 2 * density / 72
        before = pictures[box.page].crop((int(left - 28), int(middle), int(left - 2), int(middle) + 1))
        assert min(before.tobytes()) < HALF, box


def test_columns_of_numbers_are_narrow(tmp_path: Path) -> None:
    """A running number takes as much room as in the Word file; a title of three letters has the room of the others."""
    table = field("table", columns=("TT", "Hạn", "Việc"), rows=2)
    found = list(boxes(printed(tmp_path, page(FormSheet(official=False, parts=(FormPart("a", "P", (), (table,)),))))))
    number, day, work = (
        (box.left + box.right) / 2 for title in ("TT", "Hạn", "Việc") for box in found if box.words == title
    )
    millimetre = 72 / 25.4
    share = (210 - 18 - 14 - NARROW) / 2

    assert day - number == pytest.approx((NARROW + share) / 2 * millimetre, abs=1)
    assert work - day == pytest.approx(share * millimetre, abs=1)


@pytest.mark.parametrize("look", [True, False])
def test_forms_for_use_have_no_help(tmp_path: Path, *, look: bool) -> None:
    """What is carried into a meeting is the form as it is filled in, with nothing to read after it."""
    sheet = dataclasses.replace(official_sheet(), official=look)
    view = page(Section("mau", "Mẫu", (sheet,)), Paragraph(words("Lưu ý.")))
    whole, alone = (told(printed(tmp_path, view, printing)) for printing in (Printing.ORDINARY, Printing.FOR_USE))

    assert whole.startswith(alone)
    assert "Cáchđiền" in whole[len(alone) :]
    assert "Nhãnlines" in alone
    assert not re.search("Cáchđiền|Giúpđiền|Lưuý", alone)


def test_scoring_tables_for_use_have_no_explanations(tmp_path: Path) -> None:
    """What is scored and by which levels stays, and what is asked first; what it means and how to reach it goes."""
    asked = Fact("Hỏi trước", (words("Có làm không?"),), needed=True)
    meant = Fact("Nghĩa là gì", (words("Giải thích."),))
    level = LevelRow(words("Từ một nửa"), "5 điểm")
    part = Criterion("b", "1.1", words("Phần"), "5 điểm", (), (level,), (words("Ghi chú."),), (asked, meant), ())
    whole = Criterion("a", "1", words("Nhóm"), "9 điểm", (), (), (), (meant,), (part,))
    view = page(Section("tieu-chi", "Tiêu chí", (Criteria((whole,)),)))
    explained, alone = (told(printed(tmp_path, view, printing)) for printing in (Printing.ORDINARY, Printing.FOR_USE))

    assert explained.count("Giảithích.") == 2
    assert "Giảithích." not in alone
    for kept in ("Nhóm", "9điểm", "Cólàmkhông?", "Từmộtnửa", "Ghichú.", "Chấm"):
        assert kept in alone


def test_target_of_a_missing_part_leads_to_the_paper() -> None:
    """A link to a part that is not printed leads to the paper it belongs to."""
    views = (page(target=Target("a", "một")), page(Paragraph((Link("tới", Target("a", "một", "mất")),))))
    with pikepdf.open(io.BytesIO(bytes_of(views, addressed=True))) as file:
        notes = [note for sheet in file.pages for note in sheet.get("/Annots", [])]

    assert len(notes) == 1
    assert "/URI" not in notes[0].get("/A", {})
