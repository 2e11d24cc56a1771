"""Which statements of a document a person has still to compare with the official text, the most doubtful first."""

from handbook.library.certainty import Judgement, Level
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.document import Document
from handbook.records.statement import Statement

OPEN = (Level.UNCHECKED, Level.DISPUTED, Level.REPORTED)
"""What is below an excerpt of the text, the most doubtful first."""


def open_statements(library: Library, document: Entry) -> tuple[tuple[Statement, Judgement], ...]:
    """Give the statements below an excerpt with how sure they are; the fewer sources agree, the earlier."""
    statements = document.record.statements if isinstance(document.record, Document) else ()
    judged = [(one, library.judge(Target(document.kind, document.id, one.id))) for one in statements]
    found = [(one, judgement) for one, judgement in judged if judgement.level in OPEN]
    return tuple(sorted(found, key=lambda pair: (OPEN.index(pair[1].level), pair[1].agreeing)))
