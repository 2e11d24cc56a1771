"""Pages other than forms as Word files: every kind of block says its words, what serves a screen alone is left out."""

import dataclasses
from collections.abc import Iterator

import pytest

from downloads.word_samples import body, library, paragraphs, said
from handbook.downloads.imprint import Imprint
from handbook.downloads.word.blocks import Tell
from handbook.downloads.word.document import as_it_stands, document
from handbook.views.blocks import (
    Bars,
    Bullets,
    Cell,
    Citation,
    Column,
    Files,
    Line,
    Listing,
    Note,
    Paragraph,
    Point,
    Row,
    Section,
    Story,
    Table,
    View,
    Words,
)
from handbook.views.chart_blocks import Bar
from handbook.views.typography import typography
from libraries import DAY
from pages.filling import Filler, block_kinds
from pages.samples import checklist_page, criteria_page, document_page, page, words

IMPRINT = Imprint("Cẩm nang", "", DAY, lambda _target: "")
SCREEN = (Bars("Hình", (Bar("Một", "1%", 0.01),)), Citation("Ngắn.", "Dài."), Files(()))


def _told(view: View, tell: Tell = as_it_stands) -> bytes:
    return document(view, IMPRINT, typography(library()), tell)


@pytest.mark.parametrize("view", [checklist_page(), document_page(), criteria_page()], ids=lambda view: view.title)
def test_a_page_keeps_its_words(view: View) -> None:
    """Each line of the page stands in the file, and each title of a section that is printed."""
    told = said(body(_told(view)))

    assert view.title in told
    assert [line for line in _lines(view.blocks) if line not in told] == []


def test_what_serves_a_screen_alone_is_left_out() -> None:
    """Sections of links back, citations, drawings and lists of files go, with the headings above them."""
    hidden = Section("dung", "Được dùng ở", (Paragraph(words("Đây đó.")),), screen_only=True)
    view = page(Section("a", "Trống", SCREEN), hidden, *SCREEN, Paragraph(words("Còn lại.")))

    told = paragraphs(body(_told(view)))

    assert [line for line in told if line] == ["Trang", "Còn lại.", "Cẩm nang, bản ngày 22/11/2026."]


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_every_kind_of_block_is_written(kind: type) -> None:
    """With its words, unless it serves a screen alone."""
    filler = Filler()
    view = page(Paragraph(words("Trước.")), filler.fill(kind), Paragraph(words("Sau.")))

    told = said(body(_told(view)))

    assert "Trước." in told
    assert "Sau." in told
    assert kind in map(type, (*SCREEN, Story(""))) or any(text in told for text in filler.texts)


def test_lists_stand_in_lists_and_numbers_count() -> None:
    """Numbers are words, so that each list begins at 1."""
    inner = Listing((Point(words("trong")),))
    view = page(Listing((Point(words("một"), inner), Point(words("hai"))), numbered=True), inner)

    told = [line for line in paragraphs(body(_told(view))) if line]

    assert told[1:5] == ["1. một", "trong", "2. hai", "trong"]


def test_a_note_of_several_lines_is_a_list() -> None:
    """Its title stands above them; a line's own end stays."""
    view = page(Note("Nhớ", (words("Một."), words("Hai\nba."))))

    told = [line for line in paragraphs(body(_told(view))) if line]

    assert told[1:4] == ["Nhớ:", "Một.", "Haiba."]


def test_a_table_may_have_no_note() -> None:
    """Nothing is written under it then; a note stands in a line of its own."""
    table = Table("Bảng", (Column("Cột"),), (Row((Cell(words("ô")),)),))
    bare, noted = (
        [line for line in paragraphs(body(_told(page(one)))) if line]
        for one in (table, dataclasses.replace(table, note=words("Ghi chú.")))
    )

    assert "Ghi chú." not in bare
    assert [line for line in noted if line not in bare] == ["Ghi chú."]


def test_a_story_is_told_as_blocks() -> None:
    """Whoever knows Markdown gives the blocks; the file holds them where the story stood."""
    view = page(Paragraph(words("Trước.")), Story("**Giữa**"), Paragraph(words("Sau.")))

    made = _told(view, lambda markdown: (Bullets((words(markdown.strip("*")),)),))

    assert [line for line in paragraphs(body(made)) if line][1:4] == ["Trước.", "Giữa", "Sau."]


def _lines(value: object) -> Iterator[str]:
    """Give the words of every line in a view, and the titles of its sections, as far as they are printed."""
    if isinstance(value, Section) and (value.screen_only or isinstance(value.blocks[0], Citation)):
        return
    if isinstance(value, tuple):
        for one in value:
            yield from _lines(one)
    elif dataclasses.is_dataclass(value):
        if isinstance(value, Section):
            yield value.title
        for field in dataclasses.fields(value):
            found = getattr(value, field.name)
            if field.name == "line" and isinstance(found, tuple):
                yield _plain(found)
            elif field.name in {"blocks", "items", "rows", "cells", "entries", "lines", "facts", "criteria", "parts"}:
                yield from _lines(found)


def _plain(line: Line) -> str:
    return next((piece.words for piece in line if isinstance(piece, Words)), "")
