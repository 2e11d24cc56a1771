"""The fields of a kind, from its model: what each holds, how it is written, an example from the handbook itself."""

import datetime as dt
from collections.abc import Iterator

from handbook.library.field_pages import FIELDS, explained_kind, field_anchor, group_anchor
from handbook.library.filling import Keys, is_absent
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.reading.fields import Model
from handbook.records.kinds import KINDS, Kind
from handbook.records.outline_words import how_written, is_required
from handbook.records.outlines import Outline, groups_of
from handbook.records.references import Reference
from handbook.settings.lists import closed_lists
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import number
from handbook.views.blocks import Block, Bullets, Cell, Code, Column, Line, Link, Paragraph, Row, Section, Table, View
from handbook.views.blocks import Words as Plain
from handbook.views.inline import words
from handbook.views.lines import joined
from handbook.views.report_page import report_page

COLUMNS = (Column("Khóa"), Column("Giữ gì"), Column("Viết thế nào"), Column("Ví dụ"))
WHOLE = "Khóa của cả bản ghi"
UNUSED = "Chưa bản ghi nào dùng"
LONGEST = 80
"""How many letters of an example are shown."""

_Path = tuple[Outline, ...]


def fields_index_view(library: Library, report: ReportEntry) -> View:
    """List the pages of the kinds."""
    told = {entry.id: entry.title for entry in library.settings.vocabulary.reports}
    lines: list[Line] = [
        (Link(told[page], Target(REPORT, page)), Plain(": tệp trong "), Code(f"{_folder(library, kind)}/"))
        for kind in KINDS
        if (page := f"{FIELDS}-{kind.id}") in told
    ]
    return report_page(report, (Bullets(tuple(lines)),))


def fields_view(library: Library, report: ReportEntry) -> View:
    """Explain every field of the kind that the report is for.

    Raises:
        LookupError: The report is for no kind.
    """
    kind = explained_kind(report.id)
    if kind is None:
        raise LookupError(f"{report.id} explains no kind")
    blocks: list[Block] = [_beginning(library, kind)]
    blocks += [_section(library, kind, path, fields) for path, fields in groups_of(kind.model)]
    return report_page(report, blocks)


def _beginning(library: Library, kind: Kind) -> Paragraph:
    file, command = f"{_folder(library, kind)}/<id>{kind.suffix}", f"python3 scripts/new.py {kind.id} <id>"
    front = " Các khóa dưới đây đứng ở phần đầu tệp, giữa hai dòng ---." if kind.suffix == ".md" else ""
    line = (Plain("Mỗi bản ghi một tệp "), Code(file), Plain(". Tạo tệp mới có sẵn chỗ điền: "), Code(command))
    return Paragraph((*line, Plain(f".{front}")))


def _folder(library: Library, kind: Kind) -> str:
    return f"{library.settings.name(library.settings.data_dir)}/{kind.folder}"


def _section(library: Library, kind: Kind, path: _Path, fields: tuple[Outline, ...]) -> Section:
    keys = " › ".join(field.key for field in path)
    title = f"{path[-1].title} ({keys})" if path else WHOLE
    rows = tuple(_row(library, kind, (*path, field)) for field in fields)
    required = ", ".join(field.key for field in fields if field.required) or "không có"
    caption = f"{number(len(fields))} khóa; bắt buộc: {required}"
    return Section(group_anchor(path), title, (Table(f"{keys}: {caption}" if path else caption, COLUMNS, rows),))


def _row(library: Library, kind: Kind, path: _Path) -> Row:
    field = path[-1]
    cells = (
        Cell((Code(field.key), Plain(f" {field.title}"))),
        Cell(words(field.help)),
        Cell(_written(library, field)),
        Cell(_example(library, kind, path)),
    )
    return Row(cells, field_anchor(path))


def _written(library: Library, field: Outline) -> Line:
    told = f"{is_required(field)}. {how_written(field)}"
    if field.list_name:
        entries = closed_lists(library.settings)[field.list_name]
        told += f" Hiện có: {'; '.join(f'{one}: {title}' for one, title in entries.items())}."
    return (Plain(told), *_leads_to(library, field))


def _leads_to(library: Library, field: Outline) -> Line:
    kinds = field.reference.kinds if field.reference else ()
    known = [kind for kind in kinds if kind in library.kinds()]
    links = [Link(library.settings.kind(kind).title, Target(kind)) for kind in known]
    return (Plain(" Dẫn tới: "), *joined(links), Plain(".")) if links else ()


def _example(library: Library, kind: Kind, path: _Path) -> Line:
    field = path[-1]
    if field.model is not None:
        return (Link(f"Các khóa bên trong: {field.title}", Target(REPORT, f"{FIELDS}-{kind.id}", group_anchor(path))),)
    written = library.told(examples, kind.id).get(tuple(one.key for one in path))
    if written is None:
        return words(UNUSED)
    shown = written if len(written) <= LONGEST else f"{written[: LONGEST - 1]}…"
    return words(f"“{shown}”") if field.sort == "text" else (Code(shown),)


def examples(library: Library, kind_id: str) -> dict[Keys, str]:
    """Give what the first record that uses a field says in it, by the keys that lead to the field."""
    kind = next(kind for kind in KINDS if kind.id == kind_id)
    fields = ((*path, field) for path, inside in groups_of(kind.model) for field in inside if field.model is None)
    filling = library.entries.filling(kind_id)
    found: dict[Keys, str] = {}
    for keys in (tuple(field.key for field in path) for path in fields):
        if keys in filling:
            values = _values(library.entry(filling[keys]).record, keys)
            found[keys] = _text(next(value for value in values if not is_absent(value)))
    return found


def _values(value: object, keys: Keys) -> Iterator[object]:
    """Give every value at a path, through lists."""
    if isinstance(value, tuple):
        for one in value:
            yield from _values(one, keys)
    elif not keys:
        yield value
    elif isinstance(value, Model):
        yield from _values(getattr(value, keys[0]), keys[1:])


def _text(value: object) -> str:
    """Write a value as it stands in a file."""
    if value is True:
        return "true"
    if isinstance(value, Reference):
        return (f"{value.kind}:" if value.kind else "") + value.id + (f"#{value.part}" if value.part else "")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
