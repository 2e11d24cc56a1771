"""Documents replace each other without circles, forward in time, and say so in their status; no two share a name."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry, of_model
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.places import ValuePath
from handbook.records.document import Document
from handbook.text.formats import date


def no_circles(library: Library) -> Iterator[Finding]:
    """Tell a document that, step by step, takes the place of itself."""
    for entry, document in _documents(library):
        for index, old in enumerate(document.supersedes):
            found = library.resolve(old.document)
            if isinstance(found, Target) and entry.target in _older(library, found):
                yield _finding(
                    entry,
                    ("supersedes", index, "document"),
                    Code.DOCUMENT_CIRCLE,
                    f"“{document.short_name}” thay “{found.id}”, mà đi ngược lên lại gặp chính nó.",
                    "Bỏ một trong các quan hệ thay thế.",
                )


def dates_run_forward(library: Library) -> Iterator[Finding]:
    """Tell a document issued before one that it replaces, or after the date of the build."""
    for entry, document in _documents(library):
        if document.issued_on is None:
            continue
        if document.issued_on > library.settings.date:
            yield _finding(
                entry,
                ("issued_on",),
                Code.DOCUMENT_DATE,
                f"Ngày ban hành {date(document.issued_on)} ở sau ngày dựng trang {date(library.settings.date)}.",
                "Kiểm lại năm, tháng, ngày.",
            )
        for index, old in enumerate(document.supersedes):
            found = library.resolve(old.document)
            older = library.entries[found].record if isinstance(found, Target) else None
            if isinstance(older, Document) and older.issued_on and older.issued_on > document.issued_on:
                yield _finding(
                    entry,
                    ("supersedes", index, "document"),
                    Code.DOCUMENT_DATE,
                    f"“{document.short_name}” ({date(document.issued_on)}) ra trước văn bản nó thay, "
                    f"“{older.short_name}” ({date(older.issued_on)}).",
                    "Kiểm lại hai ngày ban hành, hoặc bỏ quan hệ thay thế.",
                )


def status_fits(library: Library) -> Iterator[Finding]:
    """Tell a document whose status and successors contradict each other."""
    for entry, document in _documents(library):
        successors = library.successors(entry.target)
        if document.status == "superseded" and not (successors or document.status_note or library.unread):
            yield _finding(
                entry,
                ("status",),
                Code.DOCUMENT_STATUS,
                "Văn bản ghi đã bị thay thế nhưng không văn bản nào nói thay nó.",
                "Thêm “supersedes” ở văn bản mới, hoặc nói ở “status_note”.",
            )
        if document.status == "in_force" and successors:
            names = ", ".join(f"“{target.id}”" for target in successors)
            yield _finding(
                entry,
                ("status",),
                Code.DOCUMENT_STATUS,
                f"Văn bản ghi còn hiệu lực nhưng {names} nói thay nó.",
                "Đổi “status” thành superseded, hoặc unclear nếu chưa chắc.",
            )


def names_differ(library: Library) -> Iterator[Finding]:
    """Tell a document whose short name is that of another, or the bare number of another."""
    called: dict[str, dict[str, None]] = {}
    for entry, document in _documents(library):
        for name in (document.short_name, document.number):
            called.setdefault(name.casefold(), {})[entry.id] = None
    for entry, document in _documents(library):
        alike = [f"“{other}”" for other in called[document.short_name.casefold()] if other != entry.id]
        if alike:
            yield _finding(
                entry,
                ("called",) if document.called else ("number",),
                Code.DOCUMENT_NAME,
                f"“{document.short_name}” cũng là số hiệu hoặc tên gọi tắt của {', '.join(alike)}.",
                f"Điền “called” khác nhau cho từng văn bản, ví dụ “{document.number} (năm)”.",
            )


def newest(library: Library, document: Target) -> Target:
    """Follow the successors of a document to the last one."""
    seen = {document}
    while successors := [target for target in library.successors(document) if target not in seen]:
        document = successors[-1]
        seen.add(document)
    return document


def _documents(library: Library) -> Iterator[tuple[Entry, Document]]:
    return of_model(library.of_kind("document"), Document)


def _older(library: Library, document: Target) -> set[Target]:
    seen: set[Target] = set()
    waiting = [document]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += library.predecessors(one)
    return seen


def _finding(entry: Entry, path: ValuePath, code: Code, message: str, hint: str) -> Finding:
    place = entry.file.place(path)
    return Finding(entry.file.name, place.line, place.column, code, message, hint)
