"""The numbers of a case: all of them as a table, and as bars those that its record says can be compared."""

from handbook.library.library import Library
from handbook.records.case import Case, CaseFact
from handbook.records.statement import Value
from handbook.views.blocks import Bars, Block, Cell, Column, Fact, Line, Row, Section, Table
from handbook.views.chart_blocks import Bar
from handbook.views.inline import figure, line_of, statement_line, value_words, words

WHOLE = 100


def told_facts(library: Library, case: Case) -> tuple[Fact, ...]:
    """Give the facts that are told in words; those with a number stand in the table."""
    return tuple(_told(library, fact) for fact in case.facts if _value(library, fact) is None)


def numbers_section(library: Library, case: Case) -> tuple[Section, ...]:
    """Give the numbers, as bars where they can be compared and always as a table; nothing where there are none."""
    numbers = [(fact, value) for fact in case.facts if (value := _value(library, fact)) is not None]
    if not numbers:
        return ()
    blocks: list[Block] = []
    if case.comparison:
        values = {fact.label: value for fact, value in numbers}
        bars = [
            Bar(label, value_words(library, values[label]), values[label].amount / WHOLE)
            for label in case.comparison.facts
        ]
        blocks.append(Bars(case.comparison.title, tuple(bars)))
    noted = any(fact.text for fact, _ in numbers)
    columns = (Column("Chỉ số"), Column("Số", numeric=True), *((Column("Ghi chú"),) if noted else ()))
    rows = tuple(_row(library, fact, value, noted=noted) for fact, value in numbers)
    blocks.append(Table("Số liệu ghi trong nguồn", columns, rows))
    return (Section("so-lieu", "Số liệu", tuple(blocks)),)


def _row(library: Library, fact: CaseFact, value: Value, *, noted: bool) -> Row:
    number: Line = (figure(library, library.target(fact.statement), value),) if fact.statement else ()
    note = (Cell(line_of(library, fact.text or "")),) if noted else ()
    return Row((Cell(words(fact.label)), Cell(number), *note))


def _told(library: Library, fact: CaseFact) -> Fact:
    lines: list[Line] = []
    statement = library.statement(library.target(fact.statement)) if fact.statement else None
    if statement is not None:
        lines.append(statement_line(library, statement))
    if fact.text is not None:
        lines.append(line_of(library, fact.text))
    return Fact(fact.label, tuple(lines))


def _value(library: Library, fact: CaseFact) -> Value | None:
    return library.value(fact.statement) if fact.statement else None
