"""Topics against types of branch and quarters: what suits whom when; where there is nothing, it says so in words."""

from handbook.library.entry import Entry, short_title
from handbook.library.library import Library
from handbook.records.topic import Topic
from handbook.settings.vocabulary import ReportEntry
from handbook.text.collation import sort_key
from handbook.text.formats import number
from handbook.views.blocks import Cell, Column, Paragraph, Row, Section, Table
from handbook.views.inline import link, words
from handbook.views.lines import joined
from handbook.views.long_view import LongView, Opening, Unit
from handbook.views.report_page import report_page

NOTHING = "Chưa có mục nào."
NO_TOPIC = "Chưa có {topic} nào"
ANY_QUARTER = "Lúc nào cũng được"
CAPTION = "{branch}: {topic} theo thời điểm"
WHEN = "Khi nào"

_Topics = tuple[tuple[Entry, Topic], ...]


def topic_quarters_view(library: Library, report: ReportEntry) -> LongView:
    """Show for each type of branch the topics of each quarter."""
    topics: _Topics = tuple(
        (entry, entry.record)
        for entry in sorted(library.of_kind("topic"), key=lambda entry: sort_key(short_title(entry)))
        if isinstance(entry.record, Topic)
    )
    branches = library.settings.vocabulary.branch_types if topics else ()
    told = f"{number(len(topics))} {_called(library).lower()} cho {number(len(branches))} loại hình."
    opening = Opening((words(told),)) if topics else Opening(blocks=(Paragraph(words(NOTHING)),))
    return LongView(
        report_page(report, ()),
        tuple(Unit(branch.id, branch.title, branch.title) for branch in branches),
        lambda units: tuple(
            _section(library, branch.id, branch.title, topics) for branch in branches[units.start : units.stop]
        ),
        lambda: opening,
    )


def _section(library: Library, branch_id: str, title: str, topics: _Topics) -> Section:
    own: _Topics = tuple((entry, topic) for entry, topic in topics if branch_id in topic.branch_types)
    rows = [
        _row(library, quarter.title, tuple((entry, topic) for entry, topic in own if quarter.id in topic.quarters))
        for quarter in library.settings.vocabulary.quarters
    ]
    unbound: _Topics = tuple((entry, topic) for entry, topic in own if not topic.quarters)
    if unbound or not rows:
        rows.append(_row(library, ANY_QUARTER, unbound))
    topic = _called(library)
    columns = (Column(WHEN), Column(topic))
    block = Table(CAPTION.format(branch=title, topic=topic.lower()), columns, tuple(rows))
    return Section(branch_id, title, (block,), f"{len(own)} {topic.lower()}")


def _row(library: Library, when: str, topics: _Topics) -> Row:
    links = tuple(link(library, entry.target) for entry, _ in topics)
    return Row((Cell(words(when)), Cell(joined(links) or words(NO_TOPIC.format(topic=_called(library).lower())))))


def _called(library: Library) -> str:
    return library.settings.kind("topic").title
