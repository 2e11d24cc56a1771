"""The web editor's forms: every field with its words, what can be chosen, and values there and back."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from building import ROOT
from editing.cms_handbooks import loaded, second_in
from editing.written_records import values_of
from handbook.editing.cms_config import BODY, cms_config
from handbook.editing.cms_fields import Widget
from handbook.editing.cms_values import from_form, to_form
from handbook.records.criteria import Criteria
from handbook.records.kinds import KINDS, Kind
from handbook.records.outlines import outlines_of
from handbook.settings.settings import Settings


@pytest.fixture
def second(tmp_path: Path) -> Settings:
    """A copy of the second handbook."""
    return second_in(tmp_path)


def flat(fields: list[Widget]) -> Iterator[Widget]:
    """Give every widget of a form, those inside groups too."""
    for field in fields:
        yield field
        yield from flat(field.get("fields", []))


def filled(values: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Give what the web editor makes of values that it shows unchanged: what is left out becomes empty or a default."""
    result: dict[str, Any] = {}
    for field in outlines_of(model):
        value = values.get(field.key)
        default = model.model_fields[field.key].default
        if field.model is not None and isinstance(value, list):
            result[field.key] = [filled(one, field.model) for one in value]
        elif field.model is not None and isinstance(value, dict):
            result[field.key] = filled(value, field.model)
        elif value is not None:
            result[field.key] = value
        elif default is not PydanticUndefined and default is not None:
            result[field.key] = json.loads(json.dumps(default))
        else:
            result[field.key] = {"flag": False, "number": None, "whole": None}.get(field.sort, "")
    return result


def test_a_handbook_without_pages_by_hand_has_no_list_of_them(second: Settings) -> None:
    """An empty collection would be an empty screen."""
    for page in second.docs_dir.rglob("*.md"):
        page.unlink()

    names = [collection["name"] for collection in cms_config(second)["collections"]]

    assert "single" in names
    assert "pages" not in names


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_of_every_kind_is_in_the_form(kind: Kind) -> None:
    """With its Vietnamese title and help; what must be there is marked."""
    collections = {one["name"]: one for one in cms_config(loaded(ROOT / "mkdocs.yml"))["collections"]}

    form = collections[kind.id]["fields"]

    assert [field["name"] for field in form if field["name"] != BODY] == list(kind.model.model_fields)
    for field in flat(form):
        assert field["widget"] == "hidden" or (field["label"] and field["hint"])
    wanted = {name for name, field in kind.model.model_fields.items() if field.is_required() and name != "criteria"}
    assert wanted <= {field["name"] for field in form if field.get("required") or field["widget"] == "hidden"}


def test_choices_come_from_the_closed_lists_and_the_help(second: Settings) -> None:
    """An id of a closed list is chosen by its title, a fixed word by what its help says, a record by its title."""
    form = next(one for one in cms_config(second)["collections"] if one["name"] == "checklist")["fields"]
    fields = {field["name"]: field for field in flat(form)}

    assert [option["label"] for option in fields["roles"]["options"]] == [
        entry.title for entry in second.vocabulary.roles
    ]
    assert fields["duty"]["options"][0] == {"value": "must", "label": "Bắt buộc, phải có điều làm căn cứ"}
    assert fields["documents"]["widget"] == "relation"
    assert fields["documents"]["collection"] == "document"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@hypothesis_settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_an_unchanged_form_gives_unchanged_values(kind: Kind, data: st.DataObject) -> None:
    """Whatever a record holds: shown, filled up with empty values and defaults, sent back as JSON, it says the same."""
    values = data.draw(values_of(kind.model))

    sent = json.loads(json.dumps(filled(to_form(values, kind.model), kind.model)))

    assert from_form(sent, kind.model, values) == values
    assert from_form(lean(sent), kind.model, values) == values


def lean(value: Any) -> Any:
    """Leave out what is empty, as the web editor does when it sends a form."""
    if isinstance(value, dict):
        held = {key: lean(one) for key, one in value.items()}
        return {key: one for key, one in held.items() if one not in (None, "", [], {})}
    return [lean(one) for one in value] if isinstance(value, list) else value


def test_an_empty_list_that_a_record_must_have_stays_written() -> None:
    """The form leaves it out; a table of which nothing is known yet has no criteria and says so."""
    before = {"title": "Bảng", "criteria": []}

    assert from_form({"title": "Bảng khác"}, Criteria, before) == {"title": "Bảng khác", "criteria": []}


def test_of_two_parts_with_one_id_each_keeps_what_it_says() -> None:
    """The fault is told, and is no reason to lose what is written in one of them."""
    both: list[dict[str, Any]] = [{"id": "a", "text": "Một."}, {"id": "a", "text": "Hai.", "parts": []}]

    assert from_form({"criteria": [dict(one) for one in both]}, Criteria, {"criteria": both}) == {"criteria": both}
