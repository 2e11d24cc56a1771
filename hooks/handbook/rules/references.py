"""Every reference leads somewhere: to a record that is there, to a part it has, without doubt about the kind."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library, Unresolved
from handbook.library.mentions import Referring, in_file, texts_of_entry
from handbook.library.old_ids import renamed
from handbook.library.target import Target
from handbook.reading.code_spans import blank_code
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, place_at
from handbook.reading.references import malformed, may_hold_mentions
from handbook.reading.scalars import Trouble
from handbook.records.blanks import is_blank
from handbook.records.kinds import KIND_IDS
from handbook.records.references import Reference

FEW = 12
"""So many ids can be listed in a hint; more would bury it."""


def references_resolve(library: Library) -> Iterator[Finding]:
    """Tell every reference that leads nowhere, with the nearest id."""
    for found, referrings in library.resolved():
        if not isinstance(found, Unresolved) or found.unread:
            continue
        missed = [referring for referring in referrings if not _waits(library, referring)]
        if not missed:
            continue
        trouble = _unresolved(library, missed[0].reference, found)
        for referring in missed:
            place = referring.place()
            yield Finding(referring.file.name, place.line, place.column, trouble.code, trouble.message, trouble.hint)


def references_are_well_formed(library: Library) -> Iterator[Finding]:
    """Tell double brackets that were meant as a reference but are not one."""
    for entry in library.written():
        if not may_hold_mentions(entry.file.text):
            continue
        for path, text in texts_of_entry(entry):
            for attempt in malformed(text):
                yield _malformed(entry.file, entry.file.place_of(path, attempt.raw), attempt.raw)
    written = (*(page.file for page in library.pages.values()), *(entry.file for entry in library.entries.values()))
    for file in written:
        for attempt in malformed(blank_code(file.body)):
            yield _malformed(file, in_file(file, place_at(file.body, attempt.start)), attempt.raw)


def _malformed(file: ReadFile, place: Place, raw: str) -> Finding:
    return Finding(
        file.name,
        place.line,
        place.column,
        Code.REFERENCE_MALFORMED,
        f"“{raw}” giống một tham chiếu nhưng viết chưa đúng.",
        "Viết ((id)), ((id#phần)) hoặc ((id#phần chữ hiện ra)); id chỉ gồm chữ thường không dấu, số và gạch nối.",
    )


def _unresolved(library: Library, reference: Reference, found: Unresolved) -> Trouble:
    new = renamed(library, reference)
    if new is not None:
        message = f"“{_written(reference.id, reference.part)}” là id cũ."
        hint = f"Viết “{_written(new.id, new.part)}”."
        return Trouble(Code.REFERENCE_RENAMED, message, hint)
    if found.missing_part:
        parts = tuple(library.entries.parts_of(Target(found.kinds[0], reference.id)))
        message = f"“{reference.id}” không có phần “{reference.part}”."
        otherwise = "Mở bản ghi đó, chép id của phần cần dẫn." if parts else f"Bỏ “#{reference.part}”."
        hint = nearest(reference.part, parts) or otherwise
        return Trouble(Code.REFERENCE_PART, message, hint)
    if found.kinds:
        choices = " hoặc ".join(f"{kind}:{reference.id}" for kind in found.kinds)
        message = f"“{reference.id}” là id của nhiều bản ghi."
        return Trouble(Code.REFERENCE_AMBIGUOUS, message, f"Viết rõ loại: {choices}.")
    wrong_kind = [kind for kind in KIND_IDS if Target(kind, reference.id) in library.entries]
    if wrong_kind and reference.kinds:
        message = f"“{reference.id}” thuộc loại {_named(library, wrong_kind)}."
        hint = f"Ở đây chỉ dẫn tới loại {_named(library, reference.kinds)}."
        return Trouble(Code.REFERENCE_UNKNOWN, message, hint)
    kinds = (reference.kind,) if reference.kind else reference.kinds
    known = tuple(dict.fromkeys(target.id for target in library.entries if not kinds or target.kind in kinds))
    message = f"Không có bản ghi “{reference.id}”."
    hint = nearest(reference.id, known) or "Kiểm lại id: id của bản ghi là tên tệp của nó."
    return Trouble(Code.REFERENCE_UNKNOWN, message, hint)


def _waits(library: Library, referring: Referring) -> bool:
    """Tell whether a draft has yet to choose what it refers to."""
    origin, entries = referring.origin.whole(), library.entries
    return is_blank(referring.reference.id) and origin in entries and entries.is_draft(origin)


def _written(record_id: str, part: str) -> str:
    return f"{record_id}#{part}" if part else record_id


def _named(library: Library, kinds: Iterable[str]) -> str:
    titles = {entry.id: entry.title for entry in library.settings.vocabulary.kinds}
    return " hoặc ".join(f"“{titles.get(kind, kind)}”" for kind in kinds)


def nearest(wrong: str, known: tuple[str, ...]) -> str:
    """Give a hint that names the ids closest to a wrong one, or all where they are few; else nothing."""
    close = get_close_matches(wrong, known, cutoff=0.5)
    if close:
        return f"Có phải là {' hoặc '.join(f'“{name}”' for name in close)}?"
    if 0 < len(known) <= FEW:
        return f"Hiện có: {', '.join(known)}."
    return ""
