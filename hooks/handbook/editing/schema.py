"""A model as a JSON Schema: help, allowed values and Vietnamese error words for whoever types in an editor's program.

Each fault has its own words because a program asks the schema for them by place: what is missing, what is unknown,
what has another form. What depends on the data (which ids there are) stands in a file of its own, see schema_ids.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from handbook.reading.fields import ID_PATTERN, URL_PATTERN
from handbook.records.destination import Destination
from handbook.records.outline_words import how_written, is_required, wanted, wanted_list
from handbook.records.outlines import Outline, Sort, outlines_of

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
IDS_FILE = "ids.json"
"""The file beside the schemas with what depends on the data."""
KNOWN = "Known"
"""What follows the name of a reference in that file, where the list of all known ones stands."""

_TYPES: Mapping[Sort, str | list[str]] = {
    "flag": "boolean",
    "whole": "integer",
    "number": "number",
    "amount": ["number", "string"],
}
"""What is no text."""
_LONGEST_ID = 80
_DAY = "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
_ANY_TEXT = r"[\s\S]"


def schema_of(model: type[BaseModel], title: str, explanation: str) -> Schema:
    """Give the schema of a file that holds a model.

    Args:
        model: The model.
        title: What the file is called.
        explanation: What it holds, in a sentence.
    """
    return {"$schema": DIALECT, "title": title, "description": explanation, **_group(model)}


def _group(model: type[BaseModel]) -> Schema:
    fields = outlines_of(model)
    keys = ", ".join(field.key for field in fields)
    missing = [
        {"required": [field.key], "errorMessage": f"Thiếu khóa “{field.key}” ({field.title}). {field.help}"}
        for field in fields
        if field.required
    ]
    return {
        "type": "object",
        "errorMessage": f"Ở đây cần nhóm khóa, mỗi dòng một “khóa: giá trị”. Các khóa dùng được: {keys}.",
        "properties": {field.key: _field(field) for field in fields},
        "additionalProperties": False,
        **({"allOf": missing} if missing else {}),
    }


def _field(field: Outline) -> Schema:
    head = {
        "title": field.title,
        "description": field.help,
        "markdownDescription": f"{field.help}\n\n*{is_required(field)}.* {how_written(field)}",
    }
    if not field.many:
        return {**head, **_value(field)}
    wrong = f"“{field.key}” cần {wanted_list(field)}: mỗi mục một dòng, bắt đầu bằng “- ”."
    limits = {"minItems": field.fewest or None, "maxItems": field.most}
    return {**head, "type": "array", "errorMessage": wrong, "items": _value(field), **_within(limits, wrong)}


def _value(field: Outline) -> Schema:
    if field.model is not None:
        return _group(field.model)
    wrong = f"“{field.key}” cần {wanted(field)}."
    return {"type": _TYPES.get(field.sort, "string"), "errorMessage": wrong, **_more(field, wrong)}


def _more(field: Outline, wrong: str) -> Schema:
    match field.sort:
        case "flag":
            return {}
        case "whole" | "number":
            return _within({"minimum": field.lowest, "maximum": field.highest}, wrong)
        case "choice":
            return {"enum": list(field.choices)}
        case "entry":
            return {"allOf": [_in_ids(field.list_name)]}
        case "amount" | "reference":
            return _reference(field)
    return {"pattern": _pattern(field), "patternErrorMessage": wrong}


def _reference(field: Outline) -> Schema:
    """Offer what is known, and refuse what is not; what names its kind before a colon is left to the check."""
    if field.reference is None or issubclass(field.reference, Destination):
        pattern = Destination.pattern
        return {"pattern": pattern, "patternErrorMessage": f"“{field.key}” cần {wanted(field)}."}
    name = field.reference.__name__
    unknown = {"type": "string", "pattern": "^[^:]*$", "not": _in_ids(f"{name}{KNOWN}")}
    told = f"Không có nơi nào mang id này. “{field.key}” cần {wanted(field)}. Vừa thêm thì chạy lệnh kiểm một lần."
    return {"allOf": [_in_ids(name)], "if": unknown, "then": _never(told)}


def _in_ids(name: str) -> Schema:
    """Point into the file of ids; nothing may stand beside this, as this dialect does not read it."""
    return {"$ref": f"{IDS_FILE}#/definitions/{name}"}


def _pattern(field: Outline) -> str:
    if field.sort == "day":
        return _DAY
    if field.sort == "address":
        return URL_PATTERN
    if field.sort in {"id", "part"}:
        return f"^(?=.{{1,{field.longest or _LONGEST_ID}}}$){ID_PATTERN.removeprefix('^')}"
    if field.pattern:
        return field.pattern
    longest = f"(?={_ANY_TEXT}{{1,{field.longest}}}$)" if field.longest else ""
    return rf"^{longest}{_ANY_TEXT}*\S"


def _within(limits: Mapping[str, float | None], told: str) -> Schema:
    """Refuse what is outside limits in our words: those keywords have none of their own."""
    given = {keyword: limit for keyword, limit in limits.items() if limit is not None}
    return {"if": given, "else": _never(told)} if given else {}


def _never(told: str) -> Schema:
    """Refuse a value: none that is asked about here is null."""
    return {"type": "null", "errorMessage": told}
