"""A "must" rests on something that was seen, and nothing current rests on a superseded document."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import of_model
from handbook.library.library import Library
from handbook.library.mentions import Referring
from handbook.library.target import SETTINGS, Target
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.form import Form
from handbook.records.meeting import Meeting
from handbook.records.problem import Problem
from handbook.records.topic import Topic
from handbook.rules.documents import newest


def duties_are_supported(library: Library) -> Iterator[Finding]:
    """Tell a duty without a statement that is better than "not checked"."""
    for entry, checklist in of_model(library.of_kind("checklist"), Checklist):
        for phase_index, phase in enumerate(checklist.phases):
            for index, item in enumerate(phase.items):
                found = [library.resolve(reference) for reference in item.statements]
                targets = [target for target in found if isinstance(target, Target)]
                if item.duty != "must" or len(targets) != len(found) or library.unread:
                    continue
                if any(library.judge(target).supports_duty for target in targets):
                    continue
                place = entry.file.place(("phases", phase_index, "items", index, "duty"))
                yield Finding(
                    entry.file.name,
                    place.line,
                    place.column,
                    Code.DUTY_UNSUPPORTED,
                    f"Việc “{item.id}” ghi bắt buộc nhưng chưa có điều nào đã đối chiếu làm căn cứ.",
                    "Thêm điều vào “statements”, hoặc đổi “duty” thành should.",
                )


def nothing_current_rests_on_superseded(library: Library) -> Iterator[Finding]:
    """Tell what a current record rests on, or a number it shows, of a superseded document, with its successor."""
    for found, referrings in library.resolved():
        if not isinstance(found, Target) or found.kind != "document":
            continue
        document = library.entry(found).record
        if not isinstance(document, Document) or document.status != "superseded":
            continue
        shows_a_number = _shows_a_number(library, found)
        for referring in referrings:
            if (referring.field or (shows_a_number and "notes" not in referring.path)) and _is_current(
                library, referring
            ):
                yield _superseded(library, referring, found, document)


def _superseded(library: Library, referring: Referring, found: Target, document: Document) -> Finding:
    successor = newest(library, found.whole())
    place = referring.place()
    record = library.entries[successor].record
    hint = (
        f"Dẫn sang văn bản mới: “{successor.id}” ({record.short_name})."
        if successor != found.whole() and isinstance(record, Document)
        else "Tìm văn bản đang có hiệu lực, hoặc bỏ căn cứ này."
    )
    message = (
        f"{'Căn cứ là' if referring.field else 'Con số này lấy từ'} văn bản đã bị thay thế: {document.short_name}."
    )
    return Finding(referring.file.name, place.line, place.column, Code.DUTY_SUPERSEDED, message, hint)


def _shows_a_number(library: Library, found: Target) -> bool:
    """Tell whether a text prints a statement's number as what holds today; a note, though, may speak of the past."""
    statement = library.statement(found)
    return statement is not None and statement.value is not None


def _is_current(library: Library, referring: Referring) -> bool:
    if referring.origin == SETTINGS:
        return True
    entry = library.entries.get(referring.origin.whole())
    record = entry.record if entry else None  # a page written by hand is no record
    if isinstance(record, Criteria):
        return record.standing == "current"
    return isinstance(record, Checklist | Meeting | Form | Problem | Topic)
