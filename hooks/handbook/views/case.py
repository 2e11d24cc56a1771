"""The page of a model branch: what it is, what it did, what came of it, what can be copied, what limits the example."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.case import Case, CaseFact
from handbook.views.blocks import Block, Bullets, Certainty, Entries, Fact, Facts, Line, Section, Story, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.inline import certainty, figure, line_of, link, statement_line, words
from handbook.views.lines import supported_line
from handbook.views.record_page import Head, record_page


def case_view(library: Library, addresses: Addresses, entry: Entry, case: Case) -> View:
    """Say what a branch did and what can be learnt from it."""
    blocks: list[Block] = []
    sections = (
        ("da-lam-gi", "Đã làm gì", case.practices, False),
        ("ket-qua", "Kết quả", case.results, False),
        ("lam-theo", "Làm theo được gì", case.lessons, False),
        ("gioi-han", "Giới hạn của ví dụ này", case.limits, True),
    )
    for anchor, title, lines, caution in sections:
        if lines:
            told = Bullets(tuple(supported_line(library, one) for one in lines), caution)
            blocks.append(Section(anchor, title, (told,)))
    if entry.file.body.strip():
        blocks.append(Section("cau-chuyen", "Câu chuyện", (Story(entry.file.body),)))
    if case.criteria:
        entries = tuple(ListEntry(link(library, library.target(reference))) for reference in case.criteria)
        blocks.append(Section("giup-tieu-chi", "Giúp được tiêu chí nào", (Entries(entries),)))
    blocks += _sources(library, entry)
    head = Head(lead=line_of(library, case.summary))
    return record_page(library, addresses, entry, head, blocks, (_facts(library, case),))


def _facts(library: Library, case: Case) -> Facts:
    types = {entry.id: entry.title for entry in library.settings.vocabulary.branch_types}
    facts = [
        Fact("Đơn vị", (line_of(library, case.unit),)),
        Fact("Loại hình", (words("; ".join(types[branch_type] for branch_type in case.branch_types)),)),
        Fact("Thời gian", (line_of(library, case.period),)),
        *(_fact(library, fact) for fact in case.facts),
    ]
    return Facts(tuple(facts))


def _fact(library: Library, fact: CaseFact) -> Fact:
    lines: list[Line] = []
    if fact.statement is not None:
        target = library.target(fact.statement)
        statement = library.statement(target)
        if statement is not None:
            told = (
                (figure(library, target, statement.value),) if statement.value else statement_line(library, statement)
            )
            lines.append(told)
    if fact.text is not None:
        lines.append(line_of(library, fact.text))
    return Fact(fact.label, tuple(lines))


def _sources(library: Library, entry: Entry) -> tuple[Section, ...]:
    """Name every source the case rests on, each once, with how sure its statements are."""
    found: dict[Target, Certainty] = {}
    for referring in library.referrings:
        target = library.resolve(referring.reference) if referring.origin.whole() == entry.target else None
        if isinstance(target, Target) and library.statement(target) is not None:
            found.setdefault(target.whole(), certainty(library, target))
    if not found:
        return ()
    entries = tuple(ListEntry(link(library, target), certainty=judged) for target, judged in found.items())
    return (Section("nguon", "Nguồn", (Entries(entries),)),)
