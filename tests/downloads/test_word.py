"""Word files as other programs read them: the page, what is filled in, signatures, the same bytes."""

import datetime as dt
import time
import zipfile
from collections import Counter
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from downloads.word_samples import (
    ADDRESS,
    BODY,
    COPIES,
    HEAD,
    HEADING,
    LEFT,
    RIGHT,
    VOTE,
    WILD,
    body,
    controls,
    form,
    opened,
    paragraphs,
    said,
    value,
    word_of,
)
from handbook.downloads.word.xml import Element
from handbook.text.nfc import to_nfc
from libraries import DAY

MINUTES = form(VOTE, LEFT, RIGHT)
LETTER = form(RIGHT, COPIES)
SHEET = form(VOTE, LEFT, look="working")
MARGINS = {"left": 31, "right": 14, "top": 20, "bottom": 20}
TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80).map(to_nfc)


def test_an_official_paper_is_a4_with_the_margins_of_its_typography() -> None:
    """Margins typed as numbers and margins read from a statement are both kept, to a tenth of a millimetre."""
    (section,) = opened(word_of(MINUTES)).sections

    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for side, wanted in MARGINS.items():
        assert getattr(section, f"{side}_margin").mm == pytest.approx(wanted, abs=0.1)


def test_a_working_sheet_does_not_follow_the_typography() -> None:
    """A sheet that nobody files has margins and a face of its own, told at once from a paper that is filed."""
    made = opened(word_of(SHEET))

    assert made.sections[0].left_margin not in {None, Mm(MARGINS["left"])}
    assert _fonts(word_of(SHEET)) == {"Arial", "MS Gothic"}


def test_a_paper_is_set_in_one_font() -> None:
    """Text, styles and lists name one font; only tick boxes are drawn from Word's own."""
    assert _fonts(word_of(MINUTES)) == {"Times New Roman", "MS Gothic"}
    assert _fonts(word_of(LETTER)) == {"Times New Roman"}


def test_each_field_has_a_control_of_its_own() -> None:
    """Fields are found by their id; no tag and no number stands twice, none is longer than Word takes."""
    tags = Counter(tag for tag, _ in controls(body(word_of(MINUTES))))
    numbers = Counter(value(one.find(f".//{qn('w:id')}")) for _, one in controls(body(word_of(MINUTES))))

    single = {field["id"] for field in (*HEAD, *BODY, LEFT, RIGHT)}
    assert set(tags) == single | {"vote.1", "vote.2"}
    assert set(tags.values()) == set(numbers.values()) == {1}


def test_long_ids_stay_apart() -> None:
    """Ids that are alike in all letters that Word takes still give tags that differ."""
    long = "a" * 70
    fields = [{"id": f"{long}-{number}", "label": WILD[:160], "kind": "line"} for number in range(3)]

    made = list(controls(body(word_of(form(body=fields)))))[len(HEAD) :]

    assert len({tag for tag, _ in made}) == 3
    assert all(len(tag) <= 64 for tag, _ in made)
    assert all(len(value(one.find(f".//{qn('w:alias')}"))) <= 64 for _, one in made)


def test_what_is_not_filled_in_says_nothing() -> None:
    """A control shows dots, words of a date, or where to sign: guidance printed with a paper would be filed with it."""
    shown = {tag: said(one) for tag, one in controls(body(word_of(MINUTES))) if tag != "tasks"}

    assert {tag for tag, words in shown.items() if words.strip("…")} == {
        "place-date",
        "day",
        "clerk",
        "head",
        "vote.1",
        "vote.2",
    }


def test_help_stands_behind_the_paper() -> None:
    """Up to the page's end only the form; after it the help, the part's introduction, and where the file comes from."""
    told = paragraphs(body(word_of(MINUTES)))
    end = told.index("Cách điền")

    for words in ("Ghi cả họ tên.", "Ghi ngay tại chỗ.", "Tên khu, in hoa.", "Cẩm nang cư dân"):
        assert not [line for line in told[:end] if words in line]
        assert [line for line in told[end:] if words in line]


def test_titles_of_frame_parts_are_not_printed() -> None:
    """A part that holds the head or the signatures is no chapter of the paper; a working sheet shows all its parts."""
    official, working = word_of(MINUTES), word_of(SHEET)

    assert _headings(official)[:2] == ["BIÊN BẢN", "I. Nội dung"]
    assert _headings(working)[1:4] == ["Phần đầu", "I. Nội dung", "Phần cuối"]


def test_the_head_has_its_places() -> None:
    """On the left who issues it and its number; on the right the heading, ruled, with place and day."""
    left, right = _cells(word_of(MINUTES), 0)

    assert paragraphs(left) == ["KHU ………", "NHÀ ………", "*", "Số …-BB/NH"]
    assert paragraphs(right) == [HEADING, "", "……………, ngày … tháng … năm …"]
    assert right.find(f".//{qn('w:pBdr')}/{qn('w:top')}") is not None


def test_signatures_keep_their_order() -> None:
    """The first signs on the left; office stands below whom one signs for; the block is never cut in two."""
    made = body(word_of(MINUTES))
    left, right = _cells(word_of(MINUTES), -1)
    row = list(made.iter(qn("w:tr")))[-1]

    assert [line for line in paragraphs(left) if line] == ["NGƯỜI GHI", "(ký, ghi rõ họ tên)"]
    assert [line for line in paragraphs(right) if line] == ["T/M NHÀ", "TRƯỞNG NHÀ", "(ký, ghi rõ họ tên)"]
    assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_a_lone_signature_stands_on_the_right_of_the_recipients() -> None:
    """Who receives the paper stands on its left, the words underlined."""
    left, right = _cells(word_of(LETTER), -1)

    assert paragraphs(left)[0] == "Nơi nhận:"
    assert len(paragraphs(left)) == 4
    assert left.find(f".//{qn('w:u')}") is not None
    assert paragraphs(right)[0] == "T/M NHÀ"


def test_tables_repeat_their_head_and_cut_no_row() -> None:
    """The head comes again on each page, and there are as many empty rows as the form says."""
    (table,) = [one for one in body(word_of(MINUTES)).iter(qn("w:tbl")) if said(one).startswith("TTViệc gì")]
    rows = list(table.iter(qn("w:tr")))

    assert len(rows) == 41
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * 40
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_there_are_as_many_lines_to_write_on_as_the_form_says() -> None:
    """Each is a tab up to the margin with a dotted line, so that typing never pushes dots around."""
    (lines,) = [one for tag, one in controls(body(word_of(MINUTES))) if tag == "opinions"]
    stops = [one.get(qn("w:leader")) for one in lines.iter(qn("w:tab")) if one.get(qn("w:leader"))]

    assert stops == ["dot"] * 5
    assert said(lines) == ""


def test_boxes_tick_and_days_are_picked() -> None:
    """An option is a box that ticks; a day is chosen from a calendar."""
    made = dict(controls(body(word_of(MINUTES))))

    for box in ("vote.1", "vote.2"):
        assert said(made[box]) == "☐"
        assert made[box].find(f".//{qn('w14:checkbox')}/{qn('w14:checked')}") is not None
    assert value(made["day"].find(f".//{qn('w:date')}/{qn('w:dateFormat')}")) == "dd/MM/yyyy"
    (mode,) = [
        one.get(qn("w:val"))
        for one in opened(word_of(MINUTES)).settings.element.iter(qn("w:compatSetting"))
        if one.get(qn("w:name")) == "compatibilityMode"
    ]
    assert int(str(mode)) >= 15


def test_pages_are_numbered_from_the_second_on() -> None:
    """The first page has a header of its own, which is empty; each part of the field stands in its own run."""
    (section,) = opened(word_of(MINUTES)).sections

    assert section.different_first_page_header_footer
    assert said(section.first_page_header._element) == ""  # noqa: SLF001 - what it holds in full
    runs = section.header.paragraphs[0]._p.findall(qn("w:r"))  # noqa: SLF001 - the same
    assert [child.tag for run in runs for child in run if child.tag != qn("w:rPr")] == [
        qn("w:fldChar"),
        qn("w:instrText"),
        qn("w:fldChar"),
        qn("w:t"),
        qn("w:fldChar"),
    ]


def test_a_file_says_what_it_is() -> None:
    """Title, author, language and the day of the build; nothing of the program that wrote it."""
    about = opened(word_of(MINUTES)).core_properties

    assert (about.title, about.author, about.language) == ("Bản ghi paper", "Cẩm nang cư dân", "vi-VN")
    assert about.created == about.modified == dt.datetime.combine(DAY, dt.time(), tzinfo=dt.UTC)
    assert about.comments == ""


def test_without_an_address_there_is_neither_link_nor_code() -> None:
    """Nothing else is missing: the words are the same."""
    bare, linked = word_of(MINUTES), word_of(MINUTES, ADDRESS)

    assert _links(bare) == set()
    assert not list(body(bare).iter(qn("w:drawing")))
    assert ADDRESS in _links(linked)
    assert len(list(body(linked).iter(qn("w:drawing")))) == 1
    assert paragraphs(body(linked)) == [*paragraphs(body(bare))[:-1], f"{paragraphs(body(bare))[-1]} {ADDRESS}", ""]


def test_the_same_input_gives_the_same_bytes() -> None:
    """The clock of a ZIP goes on in steps of two seconds; no part of the file carries it."""
    first = word_of(MINUTES, ADDRESS)
    time.sleep(2.1)

    assert word_of(MINUTES, ADDRESS) == first
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(DAY.year, DAY.month, DAY.day, 0, 0, 0)}


@settings(max_examples=30)
@given(TEXTS)
def test_text_is_data(words: str) -> None:
    """Whatever is written in a record stands in the file letter by letter, and other programs open it."""
    fields = [{"id": "a", "label": words, "kind": "choice", "options": [words], "help": words}]

    content = word_of(form(body=fields, title=words, type_name=words))

    opened(content)
    told = paragraphs(body(content))
    assert f"{words}: " in "".join(told)
    assert words.upper() in told
    assert said(body(content)).count(words) >= 4


def _fonts(content: bytes) -> set[str]:
    """Give the fonts that a file names anywhere but in its theme and its list of fonts."""
    made = opened(content)
    roots = (
        made.element,
        made.styles.element,
        made.part.numbering_part.element,
        made.sections[0].header._element,  # noqa: SLF001 - what it holds in full
        made.sections[0].footer._element,  # noqa: SLF001 - the same
    )
    names = {name for root in roots for one in root.iter(qn("w:rFonts")) for name in one.attrib.values()}
    return names - {"eastAsia"}


def _headings(content: bytes) -> list[str]:
    return [
        said(one._p)  # noqa: SLF001 - what it holds in full
        for one in opened(content).paragraphs
        if one.style is not None and (one.style.name == "Title" or one.style.style_id.startswith("Heading"))
    ]


def _cells(content: bytes, table: int) -> list[Element]:
    tables = list(body(content).iter(qn("w:tbl")))
    return list(tables[table].iter(qn("w:tc")))


def _links(content: bytes) -> set[str]:
    return {relation.target_ref for relation in opened(content).part.rels.values() if relation.is_external}
