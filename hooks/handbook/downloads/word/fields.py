"""A form's fields as they are filled in: a dotted line to write on, and in it a control to type in."""

from collections.abc import Iterable, Iterator, Sequence

from handbook.downloads.word.paper import Paper
from handbook.downloads.word.runs import ITALIC, run, tab
from handbook.downloads.word.xml import Element, millimetres, points
from handbook.views.form_blocks import FormField, FormPart

OPTIONAL = " (nếu có)"
DAY_BLANK = "ngày … tháng … năm …"
SHORTEST_ROOM = 30
"""Millimetres beside a label to write a number in; fields with less stand on lines of their own."""
LETTER = 0.5
"""How wide a letter is on average, as a share of the font's size."""
ON_ONE_LINE = 3
BESIDE_OPTION = 5
"""Letters that a box takes with the room around it."""


def write_part(paper: Paper, part: FormPart, fields: Sequence[FormField], *, titled: bool = True) -> None:
    """Write a part of a form with the given ones of its fields; official papers carry no words on how to fill them."""
    if titled:
        paper.add(paper.heading(part.title, 1))
    if part.intro and not paper.look.official:
        paper.add(paper.text(*paper.runs(part.intro, ITALIC), with_next=True))
    for group in _grouped(paper, fields):
        if len(group) > 1:
            paper.add(_abreast(paper, group))
        else:
            paper.add(*_field(paper, group[0]))


def _grouped(paper: Paper, fields: Iterable[FormField]) -> Iterator[list[FormField]]:
    """Put numbers that follow each other on one line, as many as leave room to write; there is at least one field."""
    group: list[FormField] = []
    for field in fields:
        if group and not (field.kind == group[0].kind == "number" and _fits(paper, [*group, field])):
            yield group
            group = []
        group.append(field)
    yield group


def _fits(paper: Paper, fields: Sequence[FormField]) -> bool:
    if len(fields) > ON_ONE_LINE:
        return False
    longest = max(len(_label(field)) for field in fields)
    return _length(paper, longest) + millimetres(SHORTEST_ROOM) <= paper.look.width / len(fields)


def _length(paper: Paper, letters: int) -> float:
    """Estimate how long so many letters are, in twips."""
    return points(letters * paper.look.body * LETTER)


def _abreast(paper: Paper, fields: Sequence[FormField]) -> Element:
    indent = millimetres(paper.look.indent)
    share = (paper.look.width - indent) // len(fields)
    stops = [indent + share * (index + 1) for index in range(len(fields) - 1)]
    runs: list[Element] = []
    for index, field in enumerate(fields):
        runs += [run(f"{_label(field)}: "), paper.controls.text(field.anchor, field.label), tab()]
        if index < len(fields) - 1:
            runs.append(tab())
    return paper.paragraph(*runs, indented=True, tabs=paper.leader(*stops, paper.look.width))


def _field(paper: Paper, field: FormField) -> list[Element]:
    match field.kind:
        case "lines":
            return [paper.text(run(f"{_label(field)}:"), with_next=True), _lines(paper, field)]
        case "table":
            table = paper.grid(field.columns, [[()] * len(field.columns)] * field.rows, height=paper.look.row)
            label = paper.text(run(f"{_label(field)}:"), with_next=True)
            return [label, paper.controls.block(field.anchor, field.label, [table], blank=False), paper.after_table()]
        case "choice":
            return _choice(paper, field)
        case "date":
            control = paper.controls.day(field.anchor, field.label, DAY_BLANK)
            return [paper.text(run(f"{_label(field)}: "), control)]
        case _:
            control = paper.controls.text(field.anchor, field.label)
            runs = [run(f"{_label(field)}: "), control, tab()]
            return [paper.paragraph(*runs, indented=True, tabs=paper.leader(paper.look.width))]


def _lines(paper: Paper, field: FormField) -> Element:
    """Draw the lines to write on; typing takes the place of all of them."""
    lines = [paper.paragraph(tab(), indented=True, tabs=paper.leader(paper.look.width)) for _ in range(field.rows)]
    return paper.controls.block(field.anchor, field.label, lines)


def _choice(paper: Paper, field: FormField) -> list[Element]:
    """Put the options beside the label where they fit on its line, else one below the other."""
    label = run(f"{_label(field)}:")
    letters = len(_label(field)) + sum(len(option) + BESIDE_OPTION for option in field.options)
    if _length(paper, letters) <= paper.look.width - millimetres(paper.look.indent):
        runs = [label]
        for number, option in enumerate(field.options, start=1):
            runs += [run("   "), *_option(paper, field, number, option)]
        return [paper.paragraph(*runs, indented=True)]
    options = [
        paper.paragraph(*_option(paper, field, number, option), indented=True)
        for number, option in enumerate(field.options, start=1)
    ]
    return [paper.text(label, with_next=True), *options]


def _option(paper: Paper, field: FormField, number: int, option: str) -> list[Element]:
    return [paper.controls.box(f"{field.anchor}.{number}", option), run(f"\N{NO-BREAK SPACE}{option}")]


def _label(field: FormField) -> str:
    return field.label + (OPTIONAL if field.optional else "")
