"""A file's values as the web editor's form holds them, and back again. Knows no file and no form.

The form has only text where a number or a reference may stand, days are text, and what was left out comes back as an
empty value: on the way back all of this is undone, so that an unchanged form gives unchanged values.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from handbook.editing.cms_conditions import conditions_of
from handbook.editing.field_shapes import Shape, shape_of
from handbook.reading.scalars import resolve
from handbook.text.nfc import to_nfc

Values = dict[str, Any]


def to_form(values: Mapping[str, Any], model: type[BaseModel]) -> Values:
    """Give a file's values as the form holds them."""
    fields = model.model_fields
    return {key: _shown(value, fields.get(key)) for key, value in values.items()}


def from_form(form: Mapping[str, Any], model: type[BaseModel], before: Mapping[str, Any]) -> Values:
    """Give the values that a form means.

    Args:
        form: What the form holds.
        model: The model of the file.
        before: The file's values until now: what stands there as the model's own default stays written.
    """
    values: Values = {}
    for key, held in form.items():
        field = model.model_fields.get(key)
        if field is None:
            values[key] = held
            continue
        value = _meant(held, field, before.get(key))
        if not _goes_without_saying(value, field) or (key in before and before[key] == value):
            values[key] = value
    return values


def _shown(value: Any, field: FieldInfo | None) -> Any:
    if field is None:
        return value
    if isinstance(value, list):
        return [_shown(one, field) for one in value]
    shape = shape_of(field)
    if isinstance(value, dict):
        return to_form(value, shape.model) if shape.model is not None else value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool) and conditions_of(field).takes_texts:
        return str(value)
    return value


def _meant(held: Any, field: FieldInfo, before: Any) -> Any:
    shape = shape_of(field)
    if not isinstance(held, list):
        return _single(held, field, shape, before)
    known = before if isinstance(before, list) else []
    meant = (_single(one, field, shape, _counterpart(one, index, held, known)) for index, one in enumerate(held))
    return [one for one in meant if one not in (None, "", {})]


def _single(held: Any, field: FieldInfo, shape: Shape, before: Any) -> Any:
    if isinstance(held, dict) and shape.model is not None:
        return from_form(held, shape.model, before if isinstance(before, dict) else {})
    if not isinstance(held, str):
        return held
    text = to_nfc(held.replace("\r\n", "\n")).strip()
    value, trouble = resolve(text)
    wants_number = conditions_of(field).takes_numbers and isinstance(value, int | float)
    if trouble is None and (wants_number or (shape.type is dt.date and isinstance(value, dt.date))):
        return value
    return text


def _counterpart(held: Any, index: int, all_held: Sequence[Any], before: Sequence[Any]) -> Any:
    """Give the item of a list that a changed item was: the one of the same id, else the one at the same place."""
    if isinstance(held, dict) and "id" in held:
        return next((one for one in before if isinstance(one, dict) and one.get("id") == held["id"]), None)
    return before[index] if len(all_held) == len(before) else None


def _goes_without_saying(value: Any, field: FieldInfo) -> bool:
    """Tell whether leaving a value out says the same."""
    if field.is_required():
        return value is None
    if value in (None, "", [], {}):
        return True
    default = field.get_default(call_default_factory=True)
    return default is not PydanticUndefined and type(value) is type(default) and bool(value == default)
