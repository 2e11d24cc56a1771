"""The frame of an official paper: who issues it, its number, place and day, its type and abstract, who signs it.

A part of a form that holds such places is frame itself: its title helps to fill in the form and is not printed.
"""

from collections.abc import Mapping, Sequence

from handbook.downloads.word.fields import write_part
from handbook.downloads.word.measure import width_of
from handbook.downloads.word.paper import CENTRED, Paper
from handbook.downloads.word.runs import Face, run
from handbook.downloads.word.signing import signatures
from handbook.downloads.word.styles import gaps
from handbook.downloads.word.xml import Element, element, millimetres, points
from handbook.views.form_blocks import FormField, FormSheet
from handbook.views.typography import Typography

LEFT_SHARE = 0.44
"""Of the head's width, for the branch; the heading on the right is longer."""
SHORT_BLANK = "………"
LONG_BLANK = "………………………"
DAY_BLANK = "……………, ngày … tháng … năm …"
RECIPIENTS_END = ":"

Slots = Mapping[str, FormField]


def write_official(paper: Paper, sheet: FormSheet, title: str, typography: Typography) -> None:
    """Write an official paper.

    Args:
        paper: What is written on.
        sheet: The form.
        title: What the paper is called where the form names no type of paper.
        typography: The sizes of the frame.
    """
    fields = [field for part in sheet.parts for field in part.fields]
    slots = {field.slot: field for field in fields if field.slot}
    paper.add(_head(paper, slots, sheet.symbol, typography), paper.after_table())
    _write_title(paper, slots, sheet.type_name or title, typography)
    for part in sheet.parts:
        body = [field for field in part.fields if not _is_frame(field)]
        if body:
            write_part(paper, part, body, titled=len(body) == len(part.fields))
    _write_end(paper, [field for field in fields if field.kind == "signature"], slots.get("recipients"), typography)


def _is_frame(field: FormField) -> bool:
    return field.slot is not None or field.kind == "signature"


def _head(paper: Paper, slots: Slots, symbol: str | None, typography: Typography) -> Element:
    left = round(paper.look.width * LEFT_SHARE)
    right = paper.look.width - left
    branch = [
        _upper(paper, slots.get("parent-organisation"), Face(size=typography.parent_size)),
        _upper(paper, slots.get("branch"), Face(bold=True, size=typography.branch_size)),
        _words(paper, typography.branch_mark, Face(size=typography.branch_size)),
        _numbered(paper, slots.get("number"), symbol, Face(size=typography.number_size)),
    ]
    heading = Face(bold=True, size=typography.heading_size)
    party = [
        _words(paper, typography.heading, heading),
        _rule(width_of(typography.heading, typography.heading_size), right) if typography.heading else None,
        _placed(paper, slots.get("place-date"), Face(italic=True, size=typography.place_date_size)),
    ]
    row = paper.row([paper.cell(left, *_there(branch)), paper.cell(right, *_there(party))])
    return paper.table([row], [left, right], framed=False)


def _there(blocks: Sequence[Element | None]) -> list[Element]:
    return [block for block in blocks if block is not None]


def _words(paper: Paper, words: str, face: Face) -> Element | None:
    return _centred(paper, run(words, face)) if words else None


def _upper(paper: Paper, field: FormField | None, face: Face) -> Element | None:
    if field is None:
        return None
    control = paper.controls.text(field.anchor, field.label, SHORT_BLANK, face)
    return _centred(paper, run(f"{field.label.upper()} ", face), control)


def _numbered(paper: Paper, field: FormField | None, symbol: str | None, face: Face) -> Element | None:
    if field is None:
        return None
    control = paper.controls.text(field.anchor, field.label, face=face)
    return _centred(paper, run(f"{field.label} ", face), control, *([run(f"-{symbol}", face)] if symbol else []))


def _placed(paper: Paper, field: FormField | None, face: Face) -> Element | None:
    if field is None:
        return None
    return _centred(paper, paper.controls.text(field.anchor, field.label, DAY_BLANK, face))


def _centred(paper: Paper, *runs: Element) -> Element:
    return paper.paragraph(*runs, align=CENTRED, spacing=gaps())


def _rule(length: float, room: int) -> Element:
    """Draw a rule of a length in points, in the middle of the room: the upper edge of an empty paragraph."""
    side = max(0, (room - points(length)) // 2)
    edge = element("w:pBdr", element("w:top", val="single", sz=6, space=0, color="000000"))
    line = element("w:spacing", before=0, after=0, line=points(8), lineRule="exact")
    return element("w:p", element("w:pPr", edge, line, element("w:ind", left=side, right=side)))


def _write_title(paper: Paper, slots: Slots, name: str, typography: Typography) -> None:
    paper.add(paper.paragraph(run(name.upper()), style="Title"))
    field = slots.get("subject")
    if field is not None:
        face = Face(bold=True, size=typography.abstract_size)
        paper.add(_centred(paper, paper.controls.text(field.anchor, field.label, LONG_BLANK, face)))
    if typography.abstract_mark:
        mark = run(typography.abstract_mark)
        paper.add(paper.paragraph(mark, align=CENTRED, spacing=gaps(after=typography.paragraph_gap)))


def _write_end(
    paper: Paper, signing: Sequence[FormField], recipients: FormField | None, typography: Typography
) -> None:
    told = _recipients(paper, recipients, typography) if recipients else []
    lone = len(signing) % 2 == 1
    if signing:
        paper.keep_last()
        paper.add(paper.paragraph(spacing=gaps(), with_next=True))
        paper.add(signatures(paper, signing, typography.sign_size, told if lone else ()))
    if told and not lone:
        paper.add(*told)


def _recipients(paper: Paper, field: FormField, typography: Typography) -> list[Element]:
    """Name who receives the paper: the words underlined, a list below with a dash before each."""
    head = run(f"{field.label}{RECIPIENTS_END}", Face(underlined=True, size=typography.recipients_head_size))
    face = Face(size=typography.recipients_size)
    width = round(paper.look.width * LEFT_SHARE) - millimetres(5)
    blank = [
        paper.paragraph(
            run("- ", face),
            element("w:r", element("w:tab")),
            tabs=paper.leader(width),
            spacing=gaps(2),
        )
        for _ in range(field.rows)
    ]
    return [paper.in_cell(head, with_next=True), paper.controls.block(field.anchor, field.label, blank)]
