"""The page of a term: what it means, how else it is written, where that stands."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.term import Term
from handbook.views.blocks import Block, Entries, Fact, Facts, Section, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.common import bases, citation_section, description, reviewed_line, unclear_note, used_section
from handbook.views.inline import kind_chip, line_of, link, plain, words


def term_view(library: Library, addresses: Addresses, entry: Entry, term: Term) -> View:
    """Say what a term means."""
    target = entry.target
    facts = []
    if term.abbreviations:
        facts.append(Fact("Viết tắt", (words(", ".join(term.abbreviations)),)))
    if term.spellings:
        facts.append(Fact("Cách gọi khác", (words(", ".join(term.spellings)),)))
    blocks: list[Block] = [*((Facts(tuple(facts)),) if facts else ()), *unclear_note(library, term.source_unclear)]
    if term.statements:
        entries = tuple(ListEntry(basis.link, certainty=basis.certainty) for basis in bases(library, term.statements))
        blocks.append(Section("can-cu", "Căn cứ", (Entries(entries),)))
    if term.related:
        related = tuple(ListEntry(link(library, library.target(one))) for one in term.related)
        blocks.append(Section("xem-them", "Xem thêm", (Entries(related),)))
    blocks += [*used_section(library, target), citation_section(library, addresses, target, term.title)]
    return View(
        target=target,
        title=term.title,
        crumb=term.title,
        description=description(plain(line_of(library, term.meaning))),
        kind=kind_chip(library, "term"),
        chips=(),
        lead=line_of(library, term.meaning),
        meta=reviewed_line(library, target),
        blocks=tuple(blocks),
        file=entry.file.name,
        line=1,
    )
