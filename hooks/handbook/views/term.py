"""The page of a term: what it means, how else it is written, where that stands."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.term import Term
from handbook.views.blocks import Block, Entries, Fact, Facts, Section, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.inline import line_of, link, words
from handbook.views.lines import bases
from handbook.views.record_page import Head, record_page


def term_view(library: Library, addresses: Addresses, entry: Entry, term: Term) -> View:
    """Say what a term means."""
    facts = []
    if term.abbreviations:
        facts.append(Fact("Viết tắt", (words(", ".join(term.abbreviations)),)))
    if term.spellings:
        facts.append(Fact("Cách gọi khác", (words(", ".join(term.spellings)),)))
    blocks: list[Block] = []
    if term.statements:
        entries = tuple(ListEntry(basis.link, certainty=basis.certainty) for basis in bases(library, term.statements))
        blocks.append(Section("can-cu", "Căn cứ", (Entries(entries),)))
    if term.related:
        related = tuple(ListEntry(link(library, library.target(one))) for one in term.related)
        blocks.append(Section("xem-them", "Xem thêm", (Entries(related),)))
    head = Head(lead=line_of(library, term.meaning))
    return record_page(library, addresses, entry, head, blocks, (Facts(tuple(facts)),) if facts else ())
