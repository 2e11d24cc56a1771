"""What a field looks like in the web editor's form: line, box, choice, day, list, group. Knows no model by name.

The words are the model's own titles and help; what may be chosen comes from the closed lists and the records.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from handbook.reading.fields import ID_PATTERN, URL_PATTERN
from handbook.records.outline_words import wanted
from handbook.records.outlines import Outline, Sort, outlines_of
from handbook.records.references import Reference

Widget = dict[str, Any]
"""The web editor's description of one field."""

LONGEST_LINE = 160
"""A text that may be longer is written in a box of several lines."""
ITEM = "one"
"""What the web editor calls a value of a list of bare values; it is not written."""

_NUMBER = r"-?\d+(\.\d+)?"
_NAMING = ("title", "label", "text", "id", "date", "source", "document", "url", "to", "phase", "when")
"""What an item of a list is called by while it is folded: the first of these that it has."""
_PLAIN: Mapping[Sort, Widget] = {
    "flag": {"widget": "boolean"},
    "day": {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    "whole": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
}
_PATTERNS: Mapping[Sort, str] = {"id": ID_PATTERN, "part": ID_PATTERN, "entry": ID_PATTERN, "address": URL_PATTERN}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a form lets people choose from: ids and titles of each closed list, and the kinds that have records."""

    lists: Mapping[str, Mapping[str, str]]
    kinds: frozenset[str]


def widgets(model: type[BaseModel], choices: Choices) -> list[Widget]:
    """Give the form of a model: one widget a field, in the model's order."""
    return [_widget(field, model, choices) for field in outlines_of(model)]


def _widget(field: Outline, model: type[BaseModel], choices: Choices) -> Widget:
    if field.lowest is not None and field.lowest == field.highest:
        return {"name": field.key, "widget": "hidden", "default": field.lowest}
    common: Widget = {"name": field.key, "label": field.title, "hint": field.help}
    single = _single(field, choices)
    if not field.many:
        return common | {"required": field.required} | single | _default(field, model)
    # What must be there may still be an empty list, which the web editor would not take.
    common |= {"required": field.fewest > 0, **_given(min=field.fewest or None, max=field.most)}
    if field.model is not None:
        named = next((one for one in _NAMING if one in field.model.model_fields), ITEM)
        return common | single | {"widget": "list", "collapsed": True, "summary": f"{{{{fields.{named}}}}}"}
    if single["widget"] in {"select", "relation"}:
        return common | single | {"multiple": True}
    return common | {"widget": "list", "field": {"name": ITEM, "label": field.title, **single}}


def _single(field: Outline, choices: Choices) -> Widget:
    """Give the widget of one value."""
    if field.model is not None:
        return {"widget": "object", "fields": widgets(field.model, choices), "collapsed": "auto"}
    match field.sort:
        case "choice":
            return _select((choice, _meaning(choice, field.help)) for choice in field.choices)
        case "entry" if choices.lists.get(field.list_name):
            return _select(choices.lists[field.list_name].items())
        case "amount" | "reference":
            return _reference(field, choices)
    if field.sort in _PLAIN:
        return _PLAIN[field.sort] | _given(min=field.lowest, max=field.highest)
    return _text(field)


def _text(field: Outline) -> Widget:
    """Give a line, with the pattern that it must have if any, or a box; a line for an id of a list that is empty."""
    pattern = _PATTERNS.get(field.sort, field.pattern)
    length = _given(maxlength=field.longest)
    if pattern:
        return {"widget": "string", "pattern": [pattern, _told(field)], **length}
    is_line = field.longest is not None and field.longest <= LONGEST_LINE
    return {"widget": "string" if is_line else "text", **length}


def _reference(field: Outline, choices: Choices) -> Widget:
    """Give a choice of records where a whole record of one kind is meant, else a line for the reference as written."""
    wanted_one = field.reference or Reference
    kind = wanted_one.kinds[0] if len(wanted_one.kinds) == 1 else ""
    if kind in choices.kinds and wanted_one.pattern == Reference.pattern:
        shown = {"display_fields": ["{{title}}"], "search_fields": ["title"]}
        return {"widget": "relation", "collection": kind, "value_field": "{{slug}}", **shown}
    pattern = wanted_one.pattern
    if field.sort == "amount":
        pattern = f"^({_NUMBER}|{pattern.removeprefix('^').removesuffix('$')})$"
    return {"widget": "string", "pattern": [pattern, _told(field)]}


def _select(options: Iterable[tuple[str, str]]) -> Widget:
    return {"widget": "select", "options": [{"value": value, "label": label} for value, label in options]}


def _meaning(choice: str, words: str) -> str:
    """Give what the help says of a choice, as in “must: bắt buộc; should: nên làm”; else the choice itself."""
    found = re.search(rf"(?:^|[\s;.]){re.escape(choice)}: ([^;.:]+)(?=[;.]|$)", words)
    return f"{found[1][:1].upper()}{found[1][1:]}" if found else choice


def _told(field: Outline) -> str:
    return f"Ở đây cần {wanted(field)}."


def _default(field: Outline, model: type[BaseModel]) -> Widget:
    """Give what stands in the form where a file leaves out what the model takes for granted."""
    value = model.model_fields[field.key].default
    if value is PydanticUndefined or value is None:
        return {}
    return {"default": str(value) if field.sort == "amount" else value}


def _given(**limits: float | None) -> Widget:
    return {name: limit for name, limit in limits.items() if limit is not None}
