"""The page of a topic: the question to solve, how to discuss it, an outline, never a speech."""

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.records.topic import Topic
from handbook.views.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Fact,
    Facts,
    Line,
    Link,
    Note,
    Row,
    Section,
    Table,
    View,
    Words,
)
from handbook.views.blocks import Entry as ListEntry
from handbook.views.inline import line_of, link, words
from handbook.views.lines import bullets, supported_line, with_bases
from handbook.views.record_page import Head, record_page

OUTLINE_NOTE = "Dàn ý để tự viết đề dẫn từ việc của mình, không phải bài nói soạn sẵn."


def topic_view(library: Library, addresses: Addresses, entry: Entry, topic: Topic) -> View:
    """Say what a thematic meeting could be about and how to hold it."""
    blocks: list[Block] = [
        Section("vi-sao", "Vì sao", (Bullets(tuple(supported_line(library, one) for one in topic.reasons)),)),
        Section("cau-hoi", "Câu hỏi thảo luận", (bullets(library, topic.questions),)),
        Section("hinh-thuc", "Hình thức", (_formats(library, topic),)),
        Section("dan-y", "Dàn ý đề dẫn", (bullets(library, topic.outline),), OUTLINE_NOTE),
    ]
    if topic.time_plan:
        blocks.append(Section("thoi-gian", "Phân bổ thời gian", (_time_plan(library, topic),)))
    for anchor, title, references in (
        ("van-ban", "Văn bản nên đọc", topic.documents),
        ("dien-hinh", "Nơi đã làm", topic.cases),
    ):
        if references:
            entries = tuple(ListEntry(link(library, library.target(one))) for one in references)
            blocks.append(Section(anchor, title, (Entries(entries),)))
    head = Head(lead=line_of(library, topic.summary))
    return record_page(
        library,
        addresses,
        entry,
        head,
        blocks,
        (Note("Câu hỏi phải giải quyết", (line_of(library, topic.question),)), _facts(library, topic)),
    )


def _facts(library: Library, topic: Topic) -> Facts:
    vocabulary = library.settings.vocabulary
    types = {entry.id: entry.title for entry in vocabulary.branch_types}
    quarters = {entry.id: entry.title for entry in vocabulary.quarters}
    facts = [Fact("Hợp với", tuple(words(types[one]) for one in topic.branch_types))]
    if topic.quarters:
        facts.append(Fact("Hợp vào", (words(", ".join(quarters[one] for one in topic.quarters)),)))
    return Facts(tuple(facts))


def _formats(library: Library, topic: Topic) -> Bullets:
    lines: list[Line] = []
    for one in topic.formats:
        line = with_bases(library, line_of(library, one.text), one.statements)
        pieces: list[Words | Link] = []
        for reference in one.cases:
            pieces += [Words(" · "), link(library, library.target(reference))]
        lines.append((*line, *pieces))
    return Bullets(tuple(lines))


def _time_plan(library: Library, topic: Topic) -> Table:
    rows = [Row((Cell(line_of(library, one.text)), Cell(words(f"{one.minutes} phút")))) for one in topic.time_plan]
    total = sum(one.minutes for one in topic.time_plan)
    rows.append(Row((Cell(words("Cộng")), Cell(words(f"{total} phút"))), strong=True))
    note = words("Số phút từng phần là gợi ý biên tập.")
    return Table("Phân bổ thời gian", (Column("Phần"), Column("Thời gian", numeric=True)), tuple(rows), note)
