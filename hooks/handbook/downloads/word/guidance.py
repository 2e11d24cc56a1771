"""The last page of a form: how to fill it in, what it rests on, where it comes from.

It is no part of the paper. Printed between the fields, such help would be filed with every paper; here it is read once
and taken away with the page.
"""

from collections.abc import Iterable
from dataclasses import replace

from handbook.downloads.imprint import Imprint
from handbook.downloads.word.blocks import Writer
from handbook.downloads.word.origin import write_origin
from handbook.downloads.word.runs import BOLD, run
from handbook.views.blocks import Block, FormSheet, Section, View, Words
from handbook.views.typography import Typography

TITLE = "Cách điền"
LEVEL = 3
"""Of the headings: the smallest, so that all help takes few pages."""
AWAY = "Trang này để người soạn đọc, không thuộc văn bản: xóa trước khi in, lưu."
CLICK = "Bấm vào chỗ có dấu … rồi gõ; bấm vào ô vuông để đánh dấu. Chỗ chưa điền thì in ra vẫn là dòng để viết tay."


def write_guidance(
    writer: Writer, view: View, sheet: FormSheet, imprint: Imprint, typography: Typography | None
) -> None:
    """Write what helps to fill in a form; `typography` is given where it is set by it."""
    writer.paper.break_page()
    paper = replace(writer.paper, helping=True)
    writer = replace(writer, paper=paper)
    paper.add(paper.paragraph(run(TITLE), style="Heading2"))
    paper.add(paper.text(run(AWAY, BOLD)), paper.text(*paper.runs(view.lead)), paper.text(run(CLICK)))
    writer.write(without_sheet(view.blocks), LEVEL)
    for part in sheet.parts:
        helped = [field for field in part.fields if field.help]
        told = part.intro if sheet.official else ()
        if helped or told:
            paper.add(paper.heading(part.title, LEVEL))
        if told:
            paper.add(paper.text(*paper.runs(told)))
        if helped:
            writer.bullets((Words(f"{field.label}: "), *field.help) for field in helped)
    if typography is not None and typography.bases:
        paper.add(paper.heading("Thể thức", LEVEL))
        for basis in typography.bases:
            sure = run(f" ({basis.certainty.words.lower()}).")
            paper.add(paper.text(run("Lề, phông, cỡ chữ, giãn dòng theo "), *paper.runs((basis.link,)), sure))
    write_origin(paper, imprint)


def without_sheet(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give the blocks of a form's page besides the form itself and the section that holds nothing else."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            rest = without_sheet(block.blocks)
            if rest:
                kept.append(Section(block.anchor, block.title, rest, block.hint, block.screen_only))
        elif not isinstance(block, FormSheet):
            kept.append(block)
    return tuple(kept)
