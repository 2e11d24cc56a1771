"""What a field of a model looks like in the web editor's form: text, choice, day, list, part. Knows no model by name.

The words are the model's own titles and descriptions; what may be chosen comes from the closed lists and the records.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from handbook.editing.cms_conditions import Conditions, conditions_of, count_of
from handbook.editing.field_shapes import Shape, shape_of
from handbook.reading.fields import ID_PATTERN, URL_PATTERN
from handbook.records.closed_lists import VocabularyId
from handbook.records.references import Reference

Widget = dict[str, Any]
"""The web editor's description of one field."""

LONGEST_LINE = 160
"""A text that may be longer is written in a box of several lines."""
ITEM = "one"
"""What the web editor calls the value of a list that has no keys; it is not written."""

_NUMBER = r"-?\d+(\.\d+)?"
_NAMING = ("title", "label", "text", "id", "date", "source", "document", "url", "to", "phase", "when")
"""What an item of a list is called by while it is folded: the first of these that it has."""
_TOLD = {
    ID_PATTERN: "Chỉ dùng chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ.",
    URL_PATTERN: "Viết địa chỉ đầy đủ, bắt đầu bằng http:// hoặc https://.",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a form lets people choose from.

    `lists` holds id and title of each entry of the closed lists; `kinds` the kinds whose records can be chosen.
    """

    lists: Mapping[str, tuple[tuple[str, str], ...]]
    kinds: frozenset[str]


def widgets(model: type[BaseModel], choices: Choices) -> list[Widget]:
    """Give the form of a model: one widget a field, in the model's order."""
    return [_widget(name, field, choices) for name, field in model.model_fields.items()]


def _widget(name: str, field: FieldInfo, choices: Choices) -> Widget:
    shape = shape_of(field)
    conditions = conditions_of(field)
    if conditions.smallest is not None and conditions.smallest == conditions.largest:
        return {"name": name, "widget": "hidden", "default": conditions.smallest}
    common: Widget = {"name": name, "label": field.title or name, "hint": field.description or ""}
    single = _single(field, shape, conditions, choices)
    if shape.fewest is None:
        return common | {"required": field.is_required()} | single | _default(field, conditions)
    count = count_of(field)
    limits = {key: value for key, value in (("min", count.fewest), ("max", count.most)) if value is not None}
    common |= {"required": bool(count.fewest)} | limits
    if shape.model is not None:
        named = next((one for one in _NAMING if one in shape.model.model_fields), ITEM)
        folded = {"collapsed": True, "summary": f"{{{{fields.{named}}}}}"}
        return common | {"widget": "list", "fields": single["fields"]} | folded
    if single["widget"] in {"select", "relation"}:
        return common | single | {"multiple": True}
    return common | {"widget": "list", "field": {"name": ITEM, "label": common["label"], **single}}


def _single(field: FieldInfo, shape: Shape, conditions: Conditions, choices: Choices) -> Widget:
    """Give the widget of one value."""
    wanted = shape.type
    if shape.model is not None:
        return {"widget": "object", "fields": widgets(shape.model, choices), "collapsed": "auto"}
    if shape.choices:
        return _select((choice, _meaning(choice, field.description or "")) for choice in shape.choices)
    if issubclass(wanted, VocabularyId):
        return _select(choices.lists.get(wanted.list_name, ()))
    if issubclass(wanted, Reference):
        return _reference(wanted, conditions, choices)
    if wanted is dt.date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if wanted is bool:
        return {"widget": "boolean"}
    if wanted in {int, float}:
        limits = {"min": conditions.smallest, "max": conditions.largest}
        given = {key: value for key, value in limits.items() if value is not None}
        return {"widget": "number", "value_type": "int" if wanted is int else "float", **given}
    return _text(field, conditions)


def _text(field: FieldInfo, conditions: Conditions) -> Widget:
    """Give a line or a box for text, with the pattern and the length that it must have."""
    length = {} if conditions.longest is None else {"maxlength": conditions.longest}
    if conditions.pattern is not None:
        told = _TOLD.get(conditions.pattern, field.description or "")
        return {"widget": "string", "pattern": [conditions.pattern, told], **length}
    is_line = conditions.takes_numbers or (conditions.longest or LONGEST_LINE + 1) <= LONGEST_LINE
    return {"widget": "string" if is_line else "text", **length}


def _reference(wanted: type[Reference], conditions: Conditions, choices: Choices) -> Widget:
    """Give a choice of records where a whole record of one kind is meant, else a line for the reference as written."""
    numbers = conditions.takes_numbers
    kind = wanted.kinds[0] if len(wanted.kinds) == 1 else ""
    if kind in choices.kinds and wanted.pattern == Reference.pattern and not numbers:
        shown = {"display_fields": ["{{title}}"], "search_fields": ["title"]}
        return {"widget": "relation", "collection": kind, "value_field": "{{slug}}", **shown}
    pattern = f"^({_NUMBER}|{wanted.pattern.removeprefix('^').removesuffix('$')})$" if numbers else wanted.pattern
    return {"widget": "string", "pattern": [pattern, f"Viết {'một số, hoặc ' if numbers else ''}{wanted.form}."]}


def _select(options: Iterable[tuple[str, str]]) -> Widget:
    return {"widget": "select", "options": [{"value": value, "label": label} for value, label in options]}


def _meaning(choice: str, description: str) -> str:
    """Give what a description says of a choice, as in “must: bắt buộc; should: nên làm”; else the choice itself."""
    found = re.search(rf"(?:^|[\s;.]){re.escape(choice)}: ([^;.:]+)(?=[;.]|$)", description)
    return f"{found[1][:1].upper()}{found[1][1:]}" if found else choice


def _default(field: FieldInfo, conditions: Conditions) -> Widget:
    """Give what stands in the form where a file leaves out what the model takes for granted."""
    value = field.default
    if value is PydanticUndefined or value is None:
        return {}
    return {"default": str(value) if conditions.takes_numbers and conditions.takes_texts else value}
