"""What a page's HTML holds for paper alone: the code, the blanks, the head of an official form."""

import pytest

from handbook.pages.rendering import render_view
from handbook.views.blocks import Block, Facts, FileLink, FormSheet, Section
from handbook.views.form_blocks import FormField, FormPart
from handbook.views.on_paper import OnPaper, Use
from pages.reading_html import Element
from pages.samples import TEMPLATES, href, page, words

ADDRESS = "https://vi-du.example/cu-dan/viec/hop-cu-dan/"
SLOTS = ("parent-organisation", "branch", "number", "place-date", "subject", "recipients")


def on_paper(paper: OnPaper, *content: Block) -> str:
    """Render a page with what it adds on paper."""
    return render_view(page(*content), href, str, str, TEMPLATES, paper).html


def field(slot: str | None, kind: str = "line") -> FormField:
    """Make a field of a form."""
    name = slot or kind
    return FormField(f"muc-{name}", f"Nhãn {name}", kind, (), (), (), 1, False, (), slot)  # noqa: FBT003


def official(*slots: str) -> FormSheet:
    """Make an official form whose first part holds nothing but its head."""
    head = FormPart("dau", "Phần đầu", words("Lời dẫn đầu."), tuple(map(field, slots)))
    body = FormPart("than", "Phần thân", (), (field(None), field(None, "signature")))
    return FormSheet(True, (head, body), "Biên bản", "BB/CB")  # noqa: FBT003


def test_blanks_and_code_are_for_paper_alone() -> None:
    """Both are marked as such; a page that is no document has neither, nor a bar to print from."""
    read = Element(on_paper(OnPaper(Use.FILLED_IN, ADDRESS, ("Nhà", "Ngày họp"))))
    bare = Element(on_paper(OnPaper()))

    assert "Nhà: Ngày họp:" in " ".join(read.text.split())
    assert [value for value in read.values("class") if value.endswith(" sh-paper")] == [
        "sh-code sh-paper",
        "sh-blanks sh-paper",
    ]
    assert read.values("data-sh-use") == ["filled-in"]
    assert not {"svg", "nav"} & set(bare.tags)
    assert not any("sh-paper" in value for value in bare.values("class"))


def test_a_bar_without_files_waits_for_its_script() -> None:
    """Without scripts no empty bar is shown; a bar that holds files is."""
    bar = '<nav class="sh-take" aria-label="Tải về và in" data-sh-use="read"'
    view = page(files=(FileLink("PDF", "a.pdf", "A.pdf"),))
    shown = render_view(view, href, str, str, TEMPLATES, OnPaper(Use.READ)).html

    assert f"{bar} hidden>" in on_paper(OnPaper(Use.READ))
    assert f"{bar}>" in shown


def test_an_official_form_has_its_head_once_on_paper() -> None:
    """Every place of the layout is filled from its field; type, symbol and the handbook's marks stand there too."""
    paper = OnPaper(Use.FILLED_IN, "", (), "TIÊU ĐỀ GÓC", "*", "-----")
    html = on_paper(paper, official(*SLOTS))
    head = Element(html[html.index('<section class="sh-letterhead') : html.index("</section>")]).text

    for told in ("Nhãn parent-organisation", "Nhãn branch", "Nhãn number", "-BB/CB", "Biên bản", "TIÊU ĐỀ GÓC", "*"):
        assert head.count(told) == 1, told
    assert "-----" in head
    assert "tháng" in head
    assert sorted(Element(html).values("data-sh-slot")) == sorted(SLOTS)


@pytest.mark.parametrize("slots", [(), ("branch",), ("number",)])
def test_a_place_without_a_field_leaves_nothing(slots: tuple[str, ...]) -> None:
    """No mark stands under a name that is not asked for."""
    html = on_paper(OnPaper(branch_mark="*", abstract_mark="-----"), official(*(slots or ("recipients",))))

    assert html.count("sh-letterhead__mark") == slots.count("branch")
    assert html.count("sh-letterhead__number") == slots.count("number")


def test_a_part_that_is_all_head_has_no_name_on_paper() -> None:
    """Its title and its first words serve the screen; those of a part with a body are printed."""
    html = on_paper(OnPaper(), official(*SLOTS))

    assert '<h2 id="dau" class="sh-screen">Phần đầu</h2>' in html
    assert '<p class="sh-sheet__intro sh-screen">Lời dẫn đầu.</p>' in html
    assert '<h2 id="than">Phần thân</h2>' in html


def test_what_only_a_screen_can_use_is_marked() -> None:
    """A section for the screen says so; others do not."""
    html = on_paper(
        OnPaper(), Section("dung", "Được dùng", (Facts(()),), screen_only=True), Section("khac", "Khác", ())
    )

    assert html.count('<section class="sh-section sh-screen">') == 1
    assert html.count('<section class="sh-section">') == 1
