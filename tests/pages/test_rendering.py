"""What a view's HTML must be, whatever its words are."""

import dataclasses
import re
from pathlib import Path

import pytest

from handbook.pages.rendering import render_view
from handbook.views.blocks import Outside, Paragraph, Section, Story, View
from pages.filling import Filler, block_kinds
from pages.reading_html import Element
from pages.samples import TEMPLATES, checklist_page, criteria_page, document_page, href, rendered, sample_phase, words

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "<b>&\"'"

NOT_PRINTED = {
    "View.crumb",  # for breadcrumbs and the document's head, which the theme prints
    "View.description",
    "View.file",
    "Certainty.words",  # one of the two is printed, as the place asks
    "Certainty.short_words",
    "Story.markdown",  # goes through the story function
    "StatementEntry.left_out",  # printed only when nothing uses the statement
    "Elsewhere.anchor",  # an id, which links alone use
}


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_every_text_is_printed_as_text(kind: type) -> None:
    """Whatever stands in a field comes out as the same words, never as markup."""
    filler = Filler(HOSTILE)
    html = rendered(filler.fill(kind), story=lambda markdown: f"<p>{len(markdown)}</p>")
    read = Element(html)
    everything = [read.text, *(value for _, _, value in read.attributes)]

    assert "b" not in read.tags
    assert read.open == []
    for text, where in filler.texts.items():
        if where not in NOT_PRINTED:
            assert any(text in place for place in everything), where


def test_head_is_printed_as_text() -> None:
    """The head's fields are escaped like everything else."""
    filler = Filler(HOSTILE)
    view = dataclasses.replace(filler.fill(View, depth=1), blocks=())
    read = Element(render_view(view, href, str, str, TEMPLATES).html)

    assert "b" not in read.tags
    for text, where in filler.texts.items():
        if where not in NOT_PRINTED and not where.startswith("Target."):
            assert any(text in place for place in (read.text, *read.values("href"), *read.values("download"))), where


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_texts_never_touch(kind: type) -> None:
    """Between two pieces of text stands a space or a mark, so that they are read aloud as two."""
    filler = Filler()
    read = Element(rendered(filler.fill(kind), story=lambda _: "<p>kể</p>"))

    for text, where in filler.texts.items():
        for match in re.finditer(re.escape(text), read.text):
            around = read.text[match.start() - 1 : match.start()] + read.text[match.end() : match.end() + 1]
            assert not any(letter.isalnum() for letter in around), where


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_blocks_end_with_a_line_break(kind: type) -> None:
    """A block and the one after it stay apart."""
    html = rendered(Filler().fill(kind), Paragraph(words("sau")), story=lambda _: "<p>kể</p>")

    assert "\n<p>sau</p>" in html


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_nothing_inline(kind: type) -> None:
    """No template writes a style, a script or a handler, so that a strict policy costs nothing."""
    read = Element(rendered(Filler().fill(kind), story=lambda _: "<p>kể</p>"))

    assert not {"style", "script", "iframe", "object"} & set(read.tags)
    assert not [name for _, name, _ in read.attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("kind", block_kinds(), ids=lambda kind: kind.__name__)
def test_ids_are_met_once_and_named_ones_exist(kind: type) -> None:
    """No id stands twice, even when a page holds two tables; what a label or region names is there."""
    filler = Filler()
    read = Element(rendered(filler.fill(kind), filler.fill(kind), story=lambda _: "<p>kể</p>"))
    ids = read.values("id")

    assert len(ids) == len(set(ids))
    assert set(read.values("for")) | set(read.values("aria-labelledby")) <= set(ids)


def test_markup_comes_from_stories_only() -> None:
    """A story's HTML stands as it was made; the same text elsewhere is words."""
    html = rendered(Story("# kể"), Paragraph(words("<em>kể</em>")), story=lambda _: "<p><em>kể</em></p>")

    assert "<p><em>kể</em></p>" in html
    assert "<p>&lt;em&gt;kể&lt;/em&gt;</p>" in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://a.example", "//a.example", "HTTP"]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    """Words that would lead anywhere but to http(s) are printed without a link."""
    assert "<a" not in rendered(Paragraph((Outside("nơi khác", url),)))


def test_web_addresses_say_that_they_lead_out() -> None:
    """A link out of the handbook is marked for the eye, for the ear and for the browser."""
    html = rendered(Paragraph((Outside("nơi khác", "https://a.example/?a=1&b=2"),)))

    assert 'href="https://a.example/?a=1&amp;b=2"' in html
    assert 'rel="external noopener noreferrer"' in html
    assert "(trang ngoài)" in html


def test_each_item_has_a_box_with_its_sentence() -> None:
    """A checklist's item is ticked by its number and sentence, without a script."""
    read = Element(rendered(sample_phase()))
    boxes = [value for tag, name, value in read.attributes if (tag, name) == ("input", "id")]

    assert boxes == ["viec-1_done", "viec-2_done"]
    assert read.values("for") == boxes
    assert set(read.values("type")) == {"checkbox"}


def test_notes_only_where_there_are_some() -> None:
    """Nothing opens on an item without notes."""
    assert Element(rendered(sample_phase())).tags.count("details") == 1


def test_deeper_sections_have_deeper_headings() -> None:
    """Sections in sections give h2, h3 …, never beyond h6."""
    inner = Section("muc-9", "Mục 9", ())
    for number in range(8, 1, -1):
        inner = Section(f"muc-{number}", f"Mục {number}", (inner,))
    html = rendered(inner)

    assert re.findall(r"<h(\d) id", html) == ["2", "3", "4", "5", "6", "6", "6", "6"]


def test_phases_in_a_section_stand_under_its_heading() -> None:
    """A phase's heading is one level below the section that holds it."""
    html = rendered(Section("muc", "Mục", (sample_phase(),)))

    assert '<h2 id="muc">Mục</h2>' in html
    assert '<h3 id="truoc">1. Trước</h3>' in html


@pytest.mark.parametrize(
    ("name", "view"),
    [("checklist", checklist_page()), ("document", document_page()), ("criteria", criteria_page())],
)
def test_golden_pages(name: str, view: View) -> None:
    """The HTML of a page of each make is the one that was looked at and agreed on."""
    html = render_view(view, href, str, lambda markdown: f"<p>{markdown}</p>", TEMPLATES).html

    assert html == (GOLDEN / f"{name}.html").read_text(encoding="utf-8")
