"""Places to sign at the end of a form, and who receives the paper; none of them is cut over two pages."""

from collections.abc import Sequence

from handbook.downloads.word.paper import CENTRED, Paper
from handbook.downloads.word.runs import Face, run
from handbook.downloads.word.xml import Element
from handbook.views.form_blocks import FormField

SIGN_BLANK = "(ký, ghi rõ họ tên)"
LINES_TO_SIGN = 3
SPLIT = " – "
"""Between the authority one signs for and one's own office: two lines."""


def signature(paper: Paper, field: FormField, size: float) -> list[Element]:
    """Give a place to sign: for whom, in which office, room for the hand, and the name."""
    lines = field.label.split(SPLIT)
    faces = [Face(bold=index == 0, size=size) for index in range(len(lines))]
    name = paper.controls.text(field.anchor, field.label, SIGN_BLANK, Face(bold=True, size=size))
    room = [paper.in_cell(align=CENTRED, with_next=True) for _ in range(LINES_TO_SIGN)]
    heads = [
        paper.in_cell(run(line, face), align=CENTRED, with_next=True) for line, face in zip(lines, faces, strict=True)
    ]
    return [*heads, *room, paper.in_cell(name, align=CENTRED)]


def signatures(paper: Paper, fields: Sequence[FormField], size: float, beside: Sequence[Element] = ()) -> Element:
    """Set places to sign side by side in their order, two in a row; what stands `beside` a lone one is on its left."""
    half = paper.look.width // 2
    places = [signature(paper, field, size) for field in fields]
    if len(places) % 2:
        places.insert(len(places) - 1, list(beside))
    rows = [
        paper.row([paper.cell(half, *left), paper.cell(half, *right)])
        for left, right in zip(places[::2], places[1::2], strict=True)
    ]
    return paper.table(rows, [half, half], framed=False)
