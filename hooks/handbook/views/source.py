"""The page of a source: what it is, how much of it was read, what it says, where that is used."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.source import NATURE_WORDS, READING_WORDS, Source
from handbook.text.formats import date, number
from handbook.views.blocks import Block, Entries, Fact, Facts, Outside, Paragraph, Section, View
from handbook.views.blocks import Entry as ListEntry
from handbook.views.inline import line_of, link, words
from handbook.views.outside_links import seen_well
from handbook.views.record_page import Head, record_page
from handbook.views.statements import statements_block, use_words

MOST_EVIDENCE = 120
"""How many statements that were seen in a source are listed on its page."""
MORE_EVIDENCE = "Và {} điều nữa; trang của từng văn bản ghi rõ điều nào đã thấy ở đây."


def source_view(library: Library, addresses: Addresses, entry: Entry, source: Source) -> View:
    """Say what a source is and what it says."""
    facts = [Fact("Loại nguồn", (words(NATURE_WORDS[source.nature]),))]
    if source.publisher:
        facts.append(Fact("Nơi đăng", (words(source.publisher),)))
    if source.published_on:
        facts.append(Fact("Ngày đăng", (words(date(source.published_on)),)))
    facts.append(Fact("Đã đọc", (words(f"{READING_WORDS[source.reading]}, ngày {date(source.read_on)}"),)))
    if source.url:
        seen = seen_well(library, source.url)
        facts.append(Fact("Địa chỉ", ((Outside(source.url, source.url),), *((words(seen),) if seen else ()))))
    if source.note:
        facts.append(Fact("Lưu ý", (line_of(library, source.note),)))
    blocks: list[Block] = []
    if source.statements:
        told = statements_block(library, entry, source.statements)
        hint = use_words(library, entry, source.statements)
        blocks.append(Section("noi-dung", f"{len(source.statements)} điều đã ghi lại", (told,), hint))
    blocks += _evidence(library, entry.target)
    head = Head(told=f"Nguồn: {source.title}. {READING_WORDS[source.reading]}.")
    return record_page(library, addresses, entry, head, blocks, (Facts(tuple(facts)),))


def _evidence(library: Library, source: Target) -> tuple[Section, ...]:
    """List the statements of documents that were seen in this source."""
    found = [
        origin for origin in library.uses.get(source, ()) if origin.kind == "document" and library.statement(origin)
    ]
    if not found:
        return ()
    entries = []
    for target in found[:MOST_EVIDENCE]:
        statement = library.statement(target)
        note = line_of(library, statement.text.replace("{value}", "…")) if statement else ()
        entries.append(ListEntry(link(library, target), note=note))
    blocks: list[Block] = [Entries(tuple(entries))]
    if len(found) > MOST_EVIDENCE:
        blocks.append(Paragraph(words(MORE_EVIDENCE.format(number(len(found) - MOST_EVIDENCE)))))
    return (Section("dung-de-doi-chieu", f"Dùng để đối chiếu {len(found)} điều", tuple(blocks)),)
