"""Pages made from data, as search finds them: what their views say, in order, without what repeats other pages.

Left out are the bases of items and criteria, lists of where a record is used, and lists of records: they would make a
page answer for words that stand on another one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.field_pages import FIELDS
from handbook.library.library import Library
from handbook.library.target import REPORT
from handbook.records.document import Document
from handbook.records.term import Term
from handbook.rules.pages import find_destination
from handbook.search import page as pages
from handbook.search.page import Findable, Found, LaterFound, Passage, Writing
from handbook.text.digest import digest_of
from handbook.views.blocks import (
    Bars,
    Block,
    Bullets,
    Criteria,
    Criterion,
    Fact,
    Facts,
    FormSheet,
    Line,
    Note,
    Paragraph,
    Phase,
    Ruler,
    Section,
    Statements,
    Steps,
    Story,
    Table,
    View,
)
from handbook.views.form_blocks import FormPart
from handbook.views.inline import line_of, plain, status_chip
from handbook.views.work_blocks import Milestone

REPORT_LABEL = "Trang chung"
EDITING_LABEL = "Biên tập"
INDEX_LABEL = "Danh mục"
_MARKS = re.compile(r"^\s*(?:#+|[-*>]|\d+\.)\s+|[*_`]+|\]\([^)]*\)|\[")


def found_view(library: Library, view: View, address: str) -> Found:
    """Give a page made from data as search finds it; `address` is where it stands, from the root of the site."""
    target = view.target
    entry = library.entries.get(target)
    status, names = "", (view.crumb,) if view.crumb != view.title else ()
    if entry is not None and isinstance(entry.record, Document) and entry.record.status != "in_force":
        status = status_chip(entry.record).words
    if entry is not None and isinstance(entry.record, Term):
        names = (*names, *entry.record.abbreviations, *entry.record.spellings)
    if target.kind == REPORT and target.id.partition("-")[0] == FIELDS:
        sort, label = pages.EDITING, EDITING_LABEL
    elif target.kind == REPORT:
        sort, label = pages.REPORT, REPORT_LABEL
    elif target.id:
        sort, label = target.kind, library.settings.kind(target.kind).title
    else:
        sort, label = pages.INDEX, INDEX_LABEL
    return Found(
        address=address,
        title=view.title,
        short=view.crumb,
        sort=sort,
        label=label,
        passages=tuple(_passages(library, view)),
        status=status,
        other_names=names,
    )


def writings(library: Library) -> tuple[Writing, ...]:
    """Give the abbreviations that the library's terms explain."""
    return tuple(
        Writing(short, entry.record.title)
        for entry in library.of_kind("term")
        if isinstance(entry.record, Term)
        for short in entry.record.abbreviations
    )


def asked_for(library: Library, addresses: Addresses, found: Iterable[Findable]) -> Iterator[Findable]:
    """Give each page what people ask for it by, where an editor has written that down."""
    words: dict[str, tuple[str, ...]] = {}
    leading = ((asked, find_destination(library, addresses, asked.to)) for asked in library.asked)
    for address, more in ((addresses.page_address(target), asked.words) for asked, target in leading if target):
        words[address] = (*words.get(address, ()), *more)
    for page in found:
        yield _asked_for(page, words[page.address]) if page.address in words else page


def _asked_for(page: Findable, words: tuple[str, ...]) -> Findable:
    mark = page.mark and digest_of(page.mark.encode(), *(word.encode() for word in words)).hex()
    return LaterFound(page.address, lambda: replace(page.fetch(), asked=words), mark)


def _passages(library: Library, view: View) -> Iterator[Passage]:
    opening = [view.description, plain(view.lead), *map(plain, view.meta)]
    opening += [text for block in view.blocks if not isinstance(block, Section) for text in _texts(library, block)]
    yield Passage("", "", _joined(dict.fromkeys(opening)))
    for block in view.blocks:
        yield from (passage for passage in _parts(library, block) if passage.text)


def _parts(library: Library, block: Block) -> Iterator[Passage]:
    """Give what stands under headings of its own."""
    match block:
        case Section(screen_only=False):
            own = [text for one in block.blocks for text in _texts(library, one)]
            yield Passage(block.anchor, block.title, _joined((*own, block.hint)))
            for one in block.blocks:
                yield from _parts(library, one)
        case Phase():
            items = [
                text for item in block.items for text in (plain(item.line), *_facts(item.facts), *_lines(item.notes))
            ]
            yield Passage(block.anchor, block.title, _joined((*items, block.hint)))
        case Steps():
            steps = [text for step in block.steps for text in (plain(step.line), step.who, *_lines(step.notes))]
            yield Passage(block.anchor, block.title, _joined(steps))
        case FormSheet():
            for part in block.parts:
                yield Passage(part.anchor, part.title, _joined(_form_part(part)))
        case _:
            pass


def _texts(library: Library, block: Block) -> Iterable[str]:
    """Give the words of a block that has no heading of its own."""
    if isinstance(block, Story):
        return _prose(library, block.markdown)
    words_of = _WORDS.get(type(block))
    return words_of(block) if words_of else ()


def _criterion(criterion: Criterion) -> Iterator[str]:
    yield plain(criterion.line)
    yield from (plain(level.when) for level in criterion.levels)
    yield from _lines(criterion.notes)
    yield from _facts(criterion.facts)
    for part in criterion.parts:
        yield from _criterion(part)


def _form_part(part: FormPart) -> Iterator[str]:
    yield plain(part.intro)
    for field in part.fields:
        yield from (field.label, plain(field.help), *field.options)


def _milestone(milestone: Milestone) -> tuple[str, str, str]:
    return plain(milestone.day), plain(milestone.line), milestone.who


def _facts(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(f"{fact.label} {plain(line)}" for fact in facts for line in fact.lines)


def _lines(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(plain(line) for line in lines)


def _prose(library: Library, markdown: str) -> tuple[str, ...]:
    """Give the words of a story: its references as they print, its Markdown taken away."""
    return tuple(_MARKS.sub("", line) for line in plain(line_of(library, markdown)).split("\n"))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _table(table: Table) -> tuple[str, ...]:
    rows = (" ".join(plain(cell.line) for cell in row.cells) for row in table.rows)
    return (table.caption, *rows, plain(table.note))


_WORDS: Mapping[type[Block], Callable[[Any], Iterable[str]]] = {
    Paragraph: lambda block: (plain(block.line),),
    Bullets: lambda block: _lines(block.lines),
    Note: lambda block: (block.title, *_lines(block.lines)),
    Facts: lambda block: _facts(block.facts),
    Table: _table,
    Statements: lambda block: tuple(plain(entry.line) for entry in block.entries),
    Criteria: lambda block: tuple(text for criterion in block.criteria for text in _criterion(criterion)),
    Ruler: lambda block: tuple(text for one in (*block.before, *block.after) for text in _milestone(one)),
    Bars: lambda block: (block.caption,),
}
"""The blocks without headings that are searched; what is not among them repeats other pages or is no prose."""
