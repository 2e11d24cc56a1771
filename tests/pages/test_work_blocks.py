"""How a meeting's deadlines and steps, a form and a comparison look in HTML."""

import re

import pytest

from handbook.library.certainty import Level as Dial
from handbook.views.blocks import Bars, Basis, FormSheet, Ruler, Steps, Words
from handbook.views.chart_blocks import Bar
from handbook.views.form_blocks import FormField, FormPart
from handbook.views.work_blocks import Milestone, Step
from pages.reading_html import Element
from pages.samples import DOCUMENT, PLACE, certainty, rendered, words


def milestone(anchor: str, day: str) -> Milestone:
    """Make a deadline with as little as may be."""
    return Milestone(anchor, words(day), words(f"Việc {anchor}."), "", None, ())


def field(kind: str, **given: object) -> FormField:
    """Make a field of a form."""
    least: dict[str, object] = {"help": (), "options": (), "columns": (), "rows": 1, "optional": False, "bases": ()}
    return FormField(anchor=f"muc-{kind}", label=f"Nhãn {kind}", kind=kind, **least | given)  # type: ignore[arg-type]


def sheet(*fields: FormField, official: bool = False) -> str:
    """Render a form of one part."""
    return rendered(FormSheet(official, (FormPart("phan", "Phần", (), fields),)))


def test_the_ruler_is_read_in_order_of_time() -> None:
    """One ordered list: what comes before, the meeting, what comes after."""
    html = rendered(Ruler((milestone("a", "Trước 02 ngày"),), words("Buổi họp"), (milestone("b", "Sau 03 ngày"),)))

    assert html.count("<ol") == 1
    assert re.findall(r"Trước|Buổi họp|Sau", html) == ["Trước", "Buổi họp", "Sau"]
    assert [anchor for anchor in Element(html).values("id") if anchor] == ["a", "b"]


def test_a_deadline_says_who_where_and_on_what_it_rests() -> None:
    """All that is known of a deadline stands under its day; what is not known leaves no empty line."""
    basis = Basis(DOCUMENT, certainty(Dial.REPORTED))
    full = Milestone("a", words("Trước"), words("Gửi."), "Thư ký", PLACE, (basis,))
    text = Element(rendered(Ruler((full,), words("Họp"), ()))).text
    bare = rendered(Ruler((milestone("b", "Trước"),), words("Họp"), ()))

    assert all(part in text for part in ("Ai làm: Thư ký", PLACE.words, "42-HD/VD", "Chữ ngắn reported"))
    assert "Ai làm" not in bare
    assert "sh-bases" not in bare


def test_steps_stand_under_their_phase_in_order() -> None:
    """Number and sentence first; minutes only where they are suggested."""
    first = Step("mot", "1.1", words("Mở đầu."), "Chủ trì", "gợi ý 5 phút", (), (DOCUMENT,), (words("Đúng giờ."),))
    second = Step("hai", "1.2", words("Bàn."), "", "", (), (), ())
    html = rendered(Steps("truoc", "1. Trước", (first, second)))

    assert '<h2 id="truoc">1. Trước</h2>' in html
    assert [html.index(part) for part in ("1.1", "Mở đầu.", "Đúng giờ.", "1.2", "Bàn.")] == sorted(
        html.index(part) for part in ("1.1", "Mở đầu.", "Đúng giờ.", "1.2", "Bàn.")
    )
    assert html.count("<dl") == 1
    assert html.count("<dt>Thời gian</dt>") == 1


@pytest.mark.parametrize(("kind", "rows", "ruled"), [("line", 1, 1), ("number", 1, 1), ("lines", 4, 4), ("date", 1, 0)])
def test_ruled_space_fits_the_kind(kind: str, rows: int, ruled: int) -> None:
    """A line is ruled once, lines as often as there are rows; a date is written between its words."""
    html = sheet(field(kind, rows=rows))

    assert html.count('class="sh-rule"') == ruled
    assert ("tháng" in html) == (kind == "date")


def test_a_table_has_empty_rows_and_its_label_for_a_name() -> None:
    """The columns are heads, the rows wait to be filled in."""
    read = Element(sheet(field("table", columns=("Việc", "Hạn"), rows=3)))

    assert read.tags.count("th") == 2
    assert read.tags.count("td") == 6
    assert set(read.values("aria-labelledby")) <= set(read.values("id"))


def test_choices_have_boxes_and_nothing_is_an_input() -> None:
    """A form is for paper: what looks like a box is drawn."""
    html = sheet(field("choice", options=("Giơ tay", "Phiếu kín")))

    assert html.count('class="sh-square"') == 2
    assert "<input" not in html


def test_help_stands_apart_from_what_goes_on_paper() -> None:
    """What is printed of a field is one element, its help another."""
    html = sheet(field("line", help=(Words("Ghi đủ."),), optional=True))
    paper, help_text = html.split('<div class="sh-field__help">')

    assert "Nhãn line" in paper
    assert "(nếu có)" in paper
    assert "Ghi đủ." in help_text


def test_papers_that_are_filed_look_official() -> None:
    """Print gives them the margins and face of official papers."""
    assert "sh-sheet--official" in sheet(field("line"), official=True)
    assert "sh-sheet--official" not in sheet(field("line"))


def test_bars_begin_at_zero_and_say_their_number() -> None:
    """A bar is as long as its share of the whole; its words stand beside it, the drawing is not read aloud."""
    html = rendered(Bars("Tỷ lệ", (Bar("Một", "94,44%", 0.9444), Bar("Hai", "0%", 0.0))))
    read = Element(html)

    assert [value for tag, name, value in read.attributes if (tag, name) == ("rect", "width")] == [
        *("100", "94.44"),
        *("100", "0.00"),
    ]
    assert all(word in read.text for word in ("Tỷ lệ", "Một", "94,44%", "0%"))
    assert html.count('aria-hidden="true"') == html.count("<svg") == 2
