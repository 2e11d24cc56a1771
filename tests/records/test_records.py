"""Records: fields that explain themselves, references as they are written, and what a record checks alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from handbook.records.kinds import KINDS
from handbook.records.page import Page
from handbook.records.references import CriterionReference, DocumentReference, Reference, StatementReference
from handbook.settings.deployment import Deployment
from handbook.settings.vocabulary import KindList
from handbook.text.nfc import is_nfc
from libraries import Fields, statement, told_of, worth

MODELS: tuple[type[BaseModel], ...] = (*(kind.model for kind in KINDS), Page, Deployment, KindList)
ITEM = {"id": "sweep", "text": "Quét.", "duty": "must"}
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)


def _part(**field: Any) -> Fields:
    """Give a part of a form with one field."""
    return {"id": "b", "title": "Phần", "fields": [{"id": "c", "label": "Ngày", "kind": "date", **field}]}


def _objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {schema["title"]: schema, **schema.get("$defs", {})}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_in_vietnamese_what_it_is(model: type[BaseModel]) -> None:
    """Title and help stand in the JSON Schema, where editors' tools read them."""
    for name, described in _objects(model.model_json_schema()).items():
        for key, field in described.get("properties", {}).items():
            assert field.get("description", "").endswith("."), f"{name}.{key}"
            assert key == "id" or field["title"] != key.replace("_", " ").title(), f"{name}.{key}"
            assert is_nfc(field["title"] + field["description"])


def test_a_schema_shows_how_a_reference_is_written() -> None:
    """The pattern of a reference is in the JSON Schema."""
    pattern = TypeAdapter(StatementReference).json_schema()["pattern"]

    assert pattern == StatementReference.pattern


@given(IDS, st.none() | IDS, IDS)
def test_a_reference_is_read_as_written(record: str, kind: str | None, part: str) -> None:
    """Kind, id and part are told apart."""
    written = f"{kind}:{record}" if kind else record

    assert DocumentReference.parse(written) == DocumentReference(kind or "", record)
    assert StatementReference.parse(f"{written}#{part}") == StatementReference(kind or "", record, part)


@pytest.mark.parametrize(
    ("reference", "written"),
    [
        (DocumentReference, "rules#quorum"),
        (DocumentReference, "Nội quy"),
        (DocumentReference, ""),
        (DocumentReference, "rules\n"),
        (StatementReference, "rules"),
        (StatementReference, "rules#"),
        (CriterionReference, "table#1"),
    ],
)
def test_a_reference_written_otherwise_is_refused(reference: type[Reference], written: str) -> None:
    """A document has no part, a statement must be named, nothing but ids is an id."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(reference).validate_python(written)

    (error,) = refused.value.errors()
    assert error["ctx"]["code"] == "reference.malformed"
    assert error["ctx"]["hint"]


@pytest.mark.parametrize(
    ("name", "code", "fields"),
    [
        ("document/a", "value.missing", {"issued_on": None, "issued_note": None}),
        ("source/a", "value.own", {"nature": "unpublished", "publisher": "Báo"}),
        ("source/a", "value.own", {"statements": [{"id": "b", "text": "Có {value}."}]}),
        ("source/a", "value.own", {"statements": [worth("b", 1) | {"text": "Có."}]}),
        ("source/a", "record.duplicate-id", {"statements": [statement("b"), statement("b")]}),
        ("checklist/a", "record.duplicate-id", {"phases": [{"phase": "x", "items": [{**ITEM, "id": "x"}]}]}),
        (
            "criteria/a",
            "record.duplicate-id",
            {
                "criteria": [
                    {"id": "b", "number": "1", "text": "A.", "parts": [{"id": "b", "number": "1.1", "text": "B."}]}
                ]
            },
        ),
        ("case/a", "value.empty", {"limits": []}),
        ("criteria/a", "value.own", {"criteria": []}),
        ("form/a", "value.own", {"parts": [_part(kind="choice")]}),
        ("form/a", "value.own", {"parts": [_part(options=["Có", "Không"])]}),
        ("form/a", "value.own", {"parts": [_part(kind="table")]}),
        ("term/a", "value.own", {"spellings": ["Ban quản trị", "ban Quản trị"]}),
    ],
)
def test_a_record_refuses_what_contradicts_itself(name: str, code: str, fields: Fields) -> None:
    """No date and no reason, a named secret source, a number without its place, one id or word twice, nothing said."""
    assert told_of(name, fields) == [code]
    assert told_of(name, {}) == []


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ({"at_least": 80}, []),
        ({"fraction": "two-thirds"}, []),
        ({"at_least": 80, "fraction": "two-thirds"}, ["value.own"]),
        ({}, ["value.own"]),
    ],
)
def test_a_share_is_compared_with_one_amount(amounts: dict[str, Any], told: list[str]) -> None:
    """A percentage or a fraction: with both nobody knows which holds, with neither there is nothing to compare."""
    share = {"text": "Cần đủ người.", "of": "vote", **amounts}

    assert told_of("meeting/a", {"shares": [share]}) == told
