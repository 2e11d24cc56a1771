"""How the numbers of a case are told."""

from handbook.records.case import Case
from handbook.views.blocks import Bars, Table
from handbook.views.case_numbers import numbers_section, told_facts
from handbook.views.inline import plain
from libraries import Fields, library_of, worth

SHARES = [worth("one", 94.44, "percent"), worth("two", 38, "percent"), worth("many", 90, "percent", qualifier="over")]
FACTS = [
    {"label": "Một", "statement": "book#one"},
    {"label": "Hai", "statement": "book#two"},
    {"label": "Nhiều", "statement": "book#many", "text": "Không rõ trên tổng số nào."},
    {"label": "Ai", "text": "Trưởng tầng."},
]


def blocks_of(fields: Fields) -> tuple[object, ...]:
    """Give the blocks that tell the numbers of a case."""
    library = library_of({"source/book": {"statements": SHARES}, "case/floor": fields})
    record = next(entry.record for entry in library.of_kind("case"))
    assert isinstance(record, Case)
    assert [fact.label for fact in told_facts(library, record)] == ["Ai"] * ("facts" in fields)
    return tuple(block for section in numbers_section(library, record) for block in section.blocks)


def test_every_number_stands_in_the_table() -> None:
    """As its statement has it, with the note of the fact; facts in words stand elsewhere."""
    (table,) = blocks_of({"facts": FACTS})

    assert isinstance(table, Table)
    assert [[plain(cell.line) for cell in row.cells] for row in table.rows] == [
        ["Một", "94,44%", ""],
        ["Hai", "38%", ""],
        ["Nhiều", "hơn 90%", "Không rõ trên tổng số nào."],
    ]


def test_bars_are_drawn_only_where_the_record_compares() -> None:
    """Their length is the share, their words are those of the table."""
    bars, table = blocks_of({"facts": FACTS, "comparison": {"title": "Tỷ lệ", "facts": ["Một", "Hai"]}})

    assert isinstance(bars, Bars)
    assert isinstance(table, Table)
    assert [(bar.label, bar.words, round(bar.share, 4)) for bar in bars.bars] == [
        ("Một", "94,44%", 0.9444),
        ("Hai", "38%", 0.38),
    ]


def test_a_case_without_numbers_has_no_section_for_them() -> None:
    """Nothing empty is printed."""
    assert blocks_of({}) == ()
