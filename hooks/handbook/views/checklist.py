"""The page of a checklist: phases with their items, who does them, when, and what each rests on."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.checklist import DUTY_WORDS, Checklist, Duty
from handbook.records.checklist import Item as ItemRecord
from handbook.records.criteria import Part
from handbook.records.references import CriterionReference
from handbook.views.blocks import (
    Chip,
    ChipFamily,
    Fact,
    Facts,
    Item,
    Line,
    Link,
    Paragraph,
    Phase,
    Section,
    Tone,
    View,
    Words,
)
from handbook.views.inline import item_number, line_of, link, phase_title, plain, scope_chip, words
from handbook.views.lines import bases, documents_line
from handbook.views.record_page import Head, record_page

PAPER_WORDS = "Trên giấy chỉ in nhãn “Nên làm”; việc không có nhãn là việc bắt buộc."
DUTY_MEANINGS: dict[Duty, str] = {
    "must": "Văn bản được dẫn quy định phải làm.",
    "should": "Kinh nghiệm nơi khác, quy định của địa phương khác hoặc gợi ý biên tập.",
}


def checklist_view(library: Library, addresses: Addresses, entry: Entry, checklist: Checklist) -> View:
    """Say what is to be done, phase by phase."""
    phases = tuple(
        Phase(
            anchor=phase.phase,
            title=f"{number}. {phase_title(library, phase.phase)}",
            hint="" if phase.hint is None else plain(line_of(library, phase.hint)),
            items=tuple(_item(library, entry, item) for item in phase.items),
            former=checklist.old_ids,
        )
        for number, phase in enumerate(checklist.phases, start=1)
    )
    count = sum(len(phase.items) for phase in phases)
    basis: Line = (Words(f"Bảng kiểm {count} việc."),)
    if checklist.documents:
        basis = (Words(f"Bảng kiểm {count} việc. Căn cứ chính: "), *documents_line(library, checklist.documents))
    labels = Facts(tuple(Fact(DUTY_WORDS[duty], (words(meaning),)) for duty, meaning in DUTY_MEANINGS.items()))
    head = Head(lead=line_of(library, checklist.summary), meta=(basis,))
    reading = Section("cach-doc-nhan", "Cách đọc nhãn", (labels, Paragraph(words(PAPER_WORDS), quiet=True)))
    return record_page(library, addresses, entry, head, (*phases, reading))


def _item(library: Library, entry: Entry, item: ItemRecord) -> Item:
    roles = {role.id: role.title for role in library.settings.vocabulary.roles}
    who = [", ".join(roles[role] for role in item.roles)] if item.roles else []
    who += [item.who] if item.who else []
    facts = []
    if who:
        facts.append(Fact("Ai làm", tuple(line_of(library, text) for text in who)))
    if item.when:
        facts.append(Fact("Khi nào", (line_of(library, item.when),)))
    if item.proof:
        facts.append(Fact("Minh chứng", (line_of(library, item.proof),)))
    return Item(
        anchor=item.id,
        number=item_number(entry, item.id),
        line=line_of(library, item.text),
        duty=Chip(ChipFamily.DUTY, DUTY_WORDS[item.duty], Tone.GOOD if item.duty == "must" else Tone.PLAIN),
        scope=scope_chip(library, item.place),
        bases=bases(library, item.statements),
        facts=tuple(facts),
        notes=tuple(line_of(library, note) for note in item.notes),
        serves=tuple(_criterion(library, reference) for reference in item.criteria),
    )


def _criterion(library: Library, reference: CriterionReference) -> Link:
    """Name a criterion by its number alone: the sentence stands on the table's page."""
    target = library.target(reference)
    part = library.entry(target).parts[target.part].model
    return link(library, target, part.number if isinstance(part, Part) else None)
