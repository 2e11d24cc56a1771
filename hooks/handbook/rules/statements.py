"""Every statement is used, or says why not."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity
from handbook.library.entry import of_model
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.document import Document
from handbook.records.source import Source


def statements_are_used(library: Library) -> Iterator[Finding]:
    """Warn of a statement that nothing uses and that gives no reason, and of a reason that no longer holds."""
    in_settings = {library.resolve(one.reference) for one in library.referrings_without_page()}
    documents = ((entry, one.statements) for entry, one in of_model(library.of_kind("document"), Document))
    sources = ((entry, one.statements) for entry, one in of_model(library.of_kind("source"), Source))
    for entry, statements in (*documents, *sources):
        for index, statement in enumerate(statements):
            target = Target(entry.kind, entry.id, statement.id)
            used = target in library.uses or target in in_settings
            if used == (statement.left_out is None) or (library.unread and not used):
                continue
            place = entry.file.place(("statements", index, "left_out" if used else "id"))
            yield Finding(
                entry.file.name,
                place.line,
                place.column,
                Code.STATEMENT_UNUSED,
                f"Điều “{statement.id}” đã được dùng nhưng còn ghi lý do chưa dùng."
                if used
                else f"Điều “{statement.id}” chưa được dùng ở đâu.",
                "Bỏ “left_out”." if used else "Dùng ở một bản ghi hay trang, hoặc ghi lý do ở “left_out”.",
                Severity.WARNING,
            )
