"""The page of an official document: is it in force, what came before and after, what it says, how sure that is."""

import datetime as dt

from handbook.addresses.addresses import Addresses
from handbook.library.certainty import Level
from handbook.library.entry import Entry, of_model
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.document import RELATION_WORDS, STATUS_WORDS, Document, Relation
from handbook.text.formats import date
from handbook.views.blocks import (
    Block,
    Bullets,
    Certainty,
    Chain,
    ChainEntry,
    Ladder,
    Line,
    Note,
    Outside,
    Paragraph,
    Section,
    View,
    Words,
)
from handbook.views.inline import (
    CERTAINTY_WORDS,
    STATUS_TONES,
    certainty,
    line_of,
    link,
    scope_chip,
    status_chip,
    words,
)
from handbook.views.lines import bullets
from handbook.views.outside_links import seen_well
from handbook.views.record_page import Head, record_page
from handbook.views.statements import sightings, statements_block, use_words

LADDER_WORDS = {
    Level.FULL_TEXT: "Người biên tập đã so từng câu với bản chính thức.",
    Level.EXCERPT: "Đã đọc được đoạn trích nguyên văn có liên quan.",
    Level.REPORTED: "Theo báo, trang pháp luật hoặc tài liệu khác thuật lại.",
    Level.UNCHECKED: "Chưa có nguồn nào đọc được. Không dùng làm căn cứ bắt buộc.",
    Level.DISPUTED: "Các nguồn không khớp nhau. Mở bản chính thức trước khi dùng.",
}


def document_view(library: Library, addresses: Addresses, entry: Entry, document: Document) -> View:
    """Say what a document is and what it says."""
    target = entry.target
    blocks: list[Block] = []
    chain = _chain(library, target)
    if len(chain) > 1:
        hint = "Từ cũ đến mới. Chỉ dùng văn bản cuối cùng còn hiệu lực."
        blocks.append(Section("van-ban-truoc-va-sau", "Văn bản trước và sau", (Chain(chain),), hint))
    if document.statements:
        told = statements_block(library, entry, document.statements)
        hint = use_words(library, entry, document.statements)
        blocks.append(Section("noi-dung", f"{len(document.statements)} điều đã ghi lại", (told,), hint))
    if document.to_check:
        caution = bullets(library, document.to_check, caution=True)
        blocks.append(Section("can-kiem", "Cần kiểm trước khi dùng", (caution,)))
    blocks.append(Section("doi-chieu", "Đã đối chiếu đến đâu", (ladder(library, target), *_seen(library, entry))))
    if document.copies:
        blocks.append(Section("ban-dang", "Bản đăng để mở toàn văn", (_copies(library, document),)))
    head = Head(
        title=f"{document.number}: {document.title}",
        chips=(status_chip(document), scope_chip(library, document.place)),
        meta=(words(issued_words(document)),),
        told=f"{document.number} ({STATUS_WORDS[document.status].lower()}): {document.title}.",
    )
    return record_page(library, addresses, entry, head, blocks, (_status_note(library, target, document),))


def issued_words(document: Document) -> str:
    """Say who issued a document and when."""
    if document.issued_on:
        return f"{document.issuer} ban hành ngày {date(document.issued_on)}"
    return f"{document.issuer} ban hành. {document.issued_note}"


def ladder(library: Library, target: Target | None) -> Ladder:
    """Give all degrees of certainty; the one that holds for `target` is marked."""
    steps = tuple((Certainty(level, *CERTAINTY_WORDS[level]), meaning) for level, meaning in LADDER_WORDS.items())
    return Ladder(steps, library.judge(target).level if target else None)


def _status_note(library: Library, target: Target, document: Document) -> Note:
    lines: list[Line] = []
    for successor in library.successors(target):
        relation = RELATION_WORDS[_relation(library, successor, target)]
        lines.append((Words("Được thay bằng "), link(library, successor), Words(f" ({relation}).")))
    for old in document.supersedes:
        relation_words = f" ({RELATION_WORDS[old.relation]})."
        lines.append((Words("Thay thế "), link(library, library.target(old.document)), Words(relation_words)))
        if old.note:
            lines.append(line_of(library, old.note))
    if document.status_note:
        lines.append(line_of(library, document.status_note))
    if document.issued_on and document.issued_note:
        lines.append(line_of(library, document.issued_note))
    return Note(STATUS_WORDS[document.status], tuple(lines), STATUS_TONES[document.status])


def _relation(library: Library, newer: Target, older: Target) -> Relation:
    record = library.entry(newer).record
    replaced = record.supersedes if isinstance(record, Document) else ()
    return next(one.relation for one in replaced if library.resolve(one.document) == older)


def _chain(library: Library, target: Target) -> tuple[ChainEntry, ...]:
    found = {target}
    waiting = [target]
    while waiting:
        one = waiting.pop()
        for other in (*library.predecessors(one), *library.successors(one)):
            if other not in found:
                found.add(other)
                waiting.append(other)
    in_order: list[Target] = []
    while found:
        ready = (one for one in found if found.isdisjoint(library.predecessors(one)))
        in_order.append(min(ready, key=lambda one: (_issued(library, one), one)))
        found.remove(in_order[-1])
    documents = of_model(map(library.entry, in_order), Document)
    return tuple(_chain_entry(library, entry.target, document, target) for entry, document in documents)


def _issued(library: Library, target: Target) -> dt.date:
    """Give the day a document was issued; one without a day stands right before what replaced it."""
    record = library.entry(target).record
    if isinstance(record, Document) and record.issued_on:
        return record.issued_on
    return min((_issued(library, newer) for newer in library.successors(target)), default=dt.date.max)


def _chain_entry(library: Library, target: Target, record: Document, current: Target) -> ChainEntry:
    day = date(record.issued_on) if record.issued_on else "Chưa rõ ngày"
    plain = link(library, target)
    return ChainEntry(type(plain)(plain.words, plain.target), day, status_chip(record), target == current, record.title)


def _seen(library: Library, entry: Entry) -> tuple[Block, ...]:
    told = sightings(library, entry, library.sightings(entry.target))
    if not told:
        return (Paragraph(words("Chưa ghi nguồn nào cho số hiệu, ngày và trích yếu."), quiet=True),)
    judged = certainty(library, entry.target)
    lines = tuple((one.link, Words(f" ({one.extent}, {one.checked})")) for one in told)
    return (
        Paragraph(words(f"Số hiệu, ngày và trích yếu: {judged.words.lower()}."), quiet=True),
        Bullets(lines),
    )


def _copies(library: Library, document: Document) -> Bullets:
    lines: list[Line] = []
    for copy in document.copies:
        state = "đã mở được" if copy.opened else "chưa mở được trong đợt kiểm này"
        told = (f"({state}).", seen_well(library, copy.url), copy.note)
        lines.append((Outside(copy.url, copy.url), Words("".join(f" {one}" for one in told if one))))
    return Bullets(tuple(lines))
