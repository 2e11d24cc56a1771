"""Small libraries for tests, made in memory from a few fields; what a record must have besides is filled in."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import yaml

from building import SECOND
from handbook.diagnostics.finding import Finding
from handbook.library.entries import Entries, shelved
from handbook.library.entry import Entry, HandPage, parts_of
from handbook.library.library import Library
from handbook.library.loading import assemble
from handbook.library.sheet import MODELS, Sheet, parts_of_sheet
from handbook.library.target import Target
from handbook.reading.markdown_files import read_markdown_text
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml_text
from handbook.records.kinds import KINDS
from handbook.records.page import Page
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from handbook.settings.typography import Typography

Fields = Mapping[str, Any]

DAY = dt.date(2026, 11, 22)
BODY = "body"
"""The field under which a case's story is given."""
TYPOGRAPHY = "settings/typography"
_SHORT = {"short_title": "Tên ngắn", "summary": "Tóm tắt."}
_FILLED: Mapping[str, Fields] = {
    "document": {"number": "1", "issuer": "Ban quản trị", "issued_on": dt.date(2025, 1, 1), "status": "in_force"},
    "source": {"nature": "official", "reading": "full", "read_on": dt.date(2026, 1, 1)},
    "checklist": {**_SHORT, "phases": [{"phase": "prepare", "items": [{"id": "a", "text": "Làm.", "duty": "should"}]}]},
    "criteria": {
        **_SHORT,
        "document": "rules",
        "standing": "current",
        "criteria": [{"id": "a", "number": "1", "text": "Sạch."}],
    },
    "case": {
        **_SHORT,
        "unit": "Tầng 3",
        "branch_types": ["high-floor"],
        "period": "Năm 2025",
        "practices": [{"text": "Quét."}],
        "limits": [{"text": "Chưa rõ."}],
    },
    "meeting": {**_SHORT, "purpose": "Bàn.", "steps": [{"id": "a", "phase": "meet", "text": "Bàn."}]},
    "topic": {
        **_SHORT,
        "branch_types": ["high-floor"],
        "reasons": [{"text": "Cần."}],
        "question": "Gì?",
        "questions": ["Một?", "Hai?", "Ba?"],
        "formats": [{"text": "Bàn."}],
        "outline": ["Một."],
    },
    "problem": {
        **_SHORT,
        "signs": [{"text": "Vắng."}],
        "remedies": [{"id": "a", "text": "Gọi.", "effort": "low"}],
    },
    "form": {
        **_SHORT,
        "look": "working",
        "parts": [{"id": "a", "title": "Phần", "fields": [{"id": "b", "label": "Ngày", "kind": "date"}]}],
    },
    "term": {"meaning": "Nghĩa."},
}


@cache
def settings_of_second() -> Settings:
    """Give the settings of the second handbook on a fixed date."""
    settings, findings = load_settings(SECOND / "mkdocs.yml", date=DAY)
    assert settings is not None, findings
    return settings


class _Dumper(yaml.SafeDumper):
    """Writes every value out; records know no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def library_of(
    records: Mapping[str, Fields],
    pages: Mapping[str, str] | None = None,
    *,
    settings: Settings | None = None,
    unread: frozenset[Target] = frozenset(),
    sheets: Mapping[str, Fields] | None = None,
) -> Library:
    """Make a library of records, by "kind/id", of pages, by their path, with what stands under the head, of sheets.

    What stands under "settings/typography" is no record but how official papers are set.
    """
    settings = settings or settings_of_second()
    if TYPOGRAPHY in records:
        measures = Typography.model_validate(records[TYPOGRAPHY])
        deployment = settings.deployment.model_copy(update={"typography": measures})
        settings = replace(settings, deployment=deployment)
    entries = [_entry(name, fields) for name, fields in records.items() if name != TYPOGRAPHY]
    hand = {path: _page(path, body) for path, body in (pages or {}).items()}
    read_sheets = {sheet_id: _sheet(sheet_id, fields) for sheet_id, fields in (sheets or {}).items()}
    return assemble(settings, Entries({entry.target: shelved(entry) for entry in entries}), hand, unread, read_sheets)


def statement(statement_id: str, *sources: str, extent: str = "full", **fields: Any) -> dict[str, Any]:
    """Give a statement that was seen in sources."""
    seen = [{"source": source, "extent": extent, "checked_on": DAY} for source in sources]
    return {"id": statement_id, "text": "Một điều.", "seen_in": seen, **fields}


def worth(statement_id: str, amount: float, unit: str = "point", **value: Any) -> dict[str, Any]:
    """Give a statement that holds a number."""
    return {"id": statement_id, "text": "Là {value}.", "value": {"amount": amount, "unit": unit, **value}}


def told_of(name: str, fields: Fields) -> list[str]:
    """Give the codes of what a record of these fields, by "kind/id", is told of."""
    return [str(finding.code) for finding in _read(name, fields)[1]]


def _entry(name: str, fields: Fields) -> Entry:
    entry, findings = _read(name, fields)
    assert entry is not None, findings
    return entry


def _read(name: str, fields: Fields) -> tuple[Entry | None, list[Finding]]:
    kind_id, _, record_id = name.partition("/")
    kind = next(kind for kind in KINDS if kind.id == kind_id)
    values = {"schema_version": 1, "title": f"Bản ghi {record_id}", **_FILLED[kind_id], **fields}
    body = values.pop(BODY, "")
    front = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    file = f"{kind.folder}/{record_id}{kind.suffix}"
    if kind.suffix == ".md":
        read, findings = read_markdown_text(f"---\n{front}---\n{body}\n", file)
    else:
        read, findings = read_yaml_text(front, file)
    assert read is not None, findings
    record, findings = validate(kind.model, read)
    return (Entry(kind_id, record_id, record, read, parts_of(record)) if record else None), findings


def _sheet(sheet_id: str, fields: Fields) -> Sheet:
    front = yaml.dump(
        {"schema_version": 1, **fields}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    read, findings = read_yaml_text(front, f"{sheet_id}.yml")
    assert read is not None, findings
    content, findings = validate(MODELS[sheet_id], read)
    assert content is not None, findings
    return Sheet(sheet_id, content, read, dict(parts_of_sheet(content)))


def _page(path: str, body: str) -> HandPage:
    read, findings = read_markdown_text(f"---\ntitle: Trang {path}\ndescription: Một trang.\n---\n{body}\n", path)
    assert read is not None, findings
    meta, findings = validate(Page, read)
    assert meta is not None, findings
    return HandPage(path, meta, read)
