"""A file's values as the web editor's form holds them, and back again. Knows no file and no form.

The form has only text where a number or a reference may stand, days are text, and what was left out comes back as an
empty value or a default: on the way back all of this is undone, so that an unchanged form gives unchanged values.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from handbook.reading.scalars import resolve
from handbook.records.outlines import Outline, outlines_of
from handbook.text.nfc import to_nfc

Values = dict[str, Any]


def to_form(values: Mapping[str, Any], model: type[BaseModel]) -> Values:
    """Give a file's values as the form holds them."""
    fields = {field.key: field for field in outlines_of(model)}
    return {key: _shown(value, fields.get(key)) for key, value in values.items()}


def from_form(form: Mapping[str, Any], model: type[BaseModel], before: Mapping[str, Any]) -> Values:
    """Give the values that a form means.

    Args:
        form: What the form holds.
        model: The model of the file.
        before: The file's values until now: what stands there as the model's own default, or empty, stays written.
    """
    fields = {field.key: field for field in outlines_of(model)}
    values: Values = {}
    for key, held in form.items():
        if key not in fields:
            values[key] = held
            continue
        value = _meant(held, fields[key], before.get(key))
        stays = key in before and before[key] == value
        if stays or not _goes_without_saying(value, model.model_fields[key]):
            values[key] = value
    # The form leaves out what is empty; a list that a record has to have may be.
    return values | {key: value for key, value in before.items() if key not in form and value in ("", [], {})}


def _shown(value: Any, field: Outline | None) -> Any:
    if field is None:
        return value
    if isinstance(value, list):
        return [_shown(one, field) for one in value]
    if isinstance(value, dict) and field.model is not None:
        return to_form(value, field.model)
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if field.sort == "amount" else value


def _meant(held: Any, field: Outline, before: Any) -> Any:
    if not isinstance(held, list):
        return _single(held, field, before)
    known = before if isinstance(before, list) else []
    meant = (_single(one, field, _counterpart(one, index, held, known)) for index, one in enumerate(held))
    return [one for one in meant if one not in (None, "", {})]


def _single(held: Any, field: Outline, before: Any) -> Any:
    if isinstance(held, dict) and field.model is not None:
        return from_form(held, field.model, before if isinstance(before, dict) else {})
    if not isinstance(held, str):
        return held
    text = to_nfc(held.replace("\r\n", "\n")).strip()
    value, trouble = resolve(text)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    is_meant = (field.sort == "amount" and is_number) or (field.sort == "day" and isinstance(value, dt.date))
    return value if is_meant and trouble is None else text


def _counterpart(held: Any, index: int, all_held: Sequence[Any], before: Sequence[Any]) -> Any:
    """Give the item of a list that a changed item was: the one of the same id, else the one at the same place.

    Where several have the same id, which is told as a fault, the one at the same place comes first.
    """
    if isinstance(held, dict) and "id" in held:
        nearest = (*before[index : index + 1], *before)
        return next((one for one in nearest if isinstance(one, dict) and one.get("id") == held["id"]), None)
    return before[index] if len(all_held) == len(before) else None


def _goes_without_saying(value: Any, field: FieldInfo) -> bool:
    """Tell whether leaving a value out says the same."""
    if field.is_required():
        return value is None
    if value in (None, "", [], {}):
        return True
    default = field.default
    return default is not PydanticUndefined and type(value) is type(default) and bool(value == default)
