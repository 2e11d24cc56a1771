"""A new case made of a sent form: where its file stands and what is in it. Writes nothing itself."""

from pathlib import Path

from handbook.diagnostics.finding import Finding
from handbook.editing.case_form import case_from, label, read_answers
from handbook.editing.formatting import format_file
from handbook.editing.new_record import LONGEST_ID, kind_called, refuse_odd_id, refuse_used_id
from handbook.editing.refusal import RefusedError
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.markdown_files import read_markdown_text
from handbook.reading.validation import validate
from handbook.records.case import Case
from handbook.text.nfc import to_nfc
from handbook.text.slug import slug

CASE = "case"


def sent_case(library: Library, issue: Path, record_id: str | None) -> tuple[Path, str, list[Finding]]:
    """Give the file of the case, its text, and what the form leaves open.

    Args:
        library: All records.
        issue: The file that holds what was sent.
        record_id: The id; made of the short title when not given.

    Raises:
        RefusedError: The id is none, or it is or was in use; or the file is no text.
    """
    try:
        sent = to_nfc(issue.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        hint = "Chép lời của phiếu vào một tệp .md mới, lưu dạng UTF-8."
        raise RefusedError(f"Không đọc được “{issue}”.", hint) from None
    text, findings = case_from(library.settings, sent, library.settings.name(issue.resolve()))
    record_id = record_id or _proposed_id(sent)
    kind = kind_called(CASE)
    file = library.settings.data_dir / kind.folder / f"{record_id}{kind.suffix}"
    refuse_odd_id(record_id)
    refuse_used_id(library, Target(kind.id, record_id), file)
    name = library.settings.name(file)
    formatted, unreadable = format_file(text.encode(), name, Case)
    read, _ = read_markdown_text(formatted or text, name)
    misfits = validate(Case, read)[1] if read else []
    return file, formatted or text, [*findings, *unreadable, *misfits]


def _proposed_id(sent: str) -> str:
    answers = read_answers(sent)
    titles = (answers[title].text for field in ("short_title", "title") if (title := label(field)) in answers)
    return slug(next(filter(None, titles), ""))[:LONGEST_ID].strip("-")
