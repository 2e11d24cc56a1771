"""The page of a form: what it is for, how to fill in each field, and the form itself."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.form import LOOK_WORDS, Form
from handbook.records.form import FormPart as PartRecord
from handbook.views.blocks import Block, Fact, Facts, FormSheet, Line, Link, Section, View, Words
from handbook.views.form_blocks import FormField, FormPart
from handbook.views.inline import line_of, link, words
from handbook.views.lines import bases, bullets, documents_line
from handbook.views.record_page import Head, record_page


def form_view(library: Library, addresses: Addresses, entry: Entry, form: Form) -> View:
    """Say what a form is for and what is filled in."""
    sheet = FormSheet(
        official=form.look == "official",
        parts=tuple(_part(library, part) for part in form.parts),
        type_name=form.type_name,
        symbol=form.symbol,
    )
    blocks: list[Block] = []
    blocks.append(Section("mau", "Mẫu", (sheet,)))
    if form.notes:
        blocks.append(Section("luu-y", "Lưu ý khi điền", (bullets(library, form.notes),)))
    head = Head(lead=line_of(library, form.summary))
    return record_page(library, addresses, entry, head, blocks, (_facts(library, form),))


def _facts(library: Library, form: Form) -> Facts:
    facts = [Fact("Loại giấy", (words(LOOK_WORDS[form.look]),))]
    if form.meetings:
        meetings: list[Words | Link] = []
        for index, reference in enumerate(form.meetings):
            meetings += [*((Words(", "),) if index else ()), link(library, library.target(reference))]
        line: Line = tuple(meetings)
        facts.append(Fact("Dùng cho", (line,)))
    if form.documents:
        facts.append(Fact("Căn cứ chính", (documents_line(library, form.documents),)))
    return Facts(tuple(facts))


def _part(library: Library, part: PartRecord) -> FormPart:
    return FormPart(
        anchor=part.id,
        title=part.title,
        intro=line_of(library, part.intro or ""),
        fields=tuple(
            FormField(
                anchor=field.id,
                label=field.label,
                kind=field.kind,
                help=line_of(library, field.help or ""),
                options=field.options,
                columns=field.columns,
                rows=field.rows or 1,
                optional=field.optional,
                bases=bases(library, field.statements),
                slot=field.slot,
            )
            for field in part.fields
        ),
    )
