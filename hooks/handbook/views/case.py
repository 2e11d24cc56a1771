"""The page of a model branch: what it is, what it did, what came of it, what can be copied, what limits the example."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.mentions import referrings_of_entry
from handbook.library.target import Target
from handbook.records.case import Case
from handbook.records.shared import SupportedLine
from handbook.views.blocks import Block, Bullets, Certainty, Entries, Fact, Facts, Section, Story, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.case_numbers import numbers_section, told_facts
from handbook.views.inline import certainty, line_of, link, words
from handbook.views.lines import supported_line
from handbook.views.record_page import Head, record_page


def case_view(library: Library, addresses: Addresses, entry: Entry, case: Case) -> View:
    """Say what a branch did and what can be learnt from it."""
    blocks: list[Block] = [
        *_listed(library, "da-lam-gi", "Đã làm gì", case.practices),
        *_listed(library, "ket-qua", "Kết quả", case.results),
        *numbers_section(library, case),
        *_listed(library, "lam-theo", "Làm theo được gì", case.lessons),
        *_listed(library, "gioi-han", "Giới hạn của ví dụ này", case.limits, caution=True),
    ]
    if entry.file.body.strip():
        blocks.append(Section("cau-chuyen", "Câu chuyện", (Story(entry.file.body),)))
    if case.criteria:
        entries = tuple(ListEntry(link(library, library.target(reference))) for reference in case.criteria)
        blocks.append(Section("giup-tieu-chi", "Giúp được tiêu chí nào", (Entries(entries),)))
    blocks += _sources(library, entry)
    head = Head(lead=line_of(library, case.summary))
    return record_page(library, addresses, entry, head, blocks, (_facts(library, case),))


def _listed(
    library: Library, anchor: str, title: str, lines: tuple[SupportedLine, ...], *, caution: bool = False
) -> tuple[Section, ...]:
    told = tuple(supported_line(library, one) for one in lines)
    return (Section(anchor, title, (Bullets(told, caution),)),) if told else ()


def _facts(library: Library, case: Case) -> Facts:
    types = {entry.id: entry.title for entry in library.settings.vocabulary.branch_types}
    facts = [
        Fact("Đơn vị", (line_of(library, case.unit),)),
        Fact("Loại hình", (words("; ".join(types[branch_type] for branch_type in case.branch_types)),)),
        Fact("Thời gian", (line_of(library, case.period),)),
        *told_facts(library, case),
    ]
    return Facts(tuple(facts))


def _sources(library: Library, entry: Entry) -> tuple[Section, ...]:
    """Name every source the case rests on, each once, with how sure its statements are."""
    found: dict[Target, Certainty] = {}
    for referring in referrings_of_entry(entry):
        target = library.resolve(referring.reference)
        if isinstance(target, Target) and library.statement(target) is not None:
            found.setdefault(target.whole(), certainty(library, target))
    if not found:
        return ()
    entries = tuple(ListEntry(link(library, target), certainty=judged) for target, judged in found.items())
    return (Section("nguon", "Nguồn", (Entries(entries),)),)
