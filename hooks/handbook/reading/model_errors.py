"""What does not fit a model, in words for an editor. It must not know where the value stands.

A check of a model's own raises `PydanticCustomError` with its Vietnamese message; its context may give `hint` and
`code` (and `at`, which `validation` reads).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import get_args

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from handbook.diagnostics import Code
from handbook.reading.fields import ID_PATTERN, URL_PATTERN
from handbook.reading.places import ValuePath
from handbook.reading.quoting import shown
from handbook.reading.scalars import Trouble
from handbook.reading.value_kinds import KINDS, OtherKind, other_kind
from handbook.text.folding import fold
from handbook.text.formats import number
from handbook.text.slug import slug

_KNOWN = frozenset(get_args(ErrorType))
_CLOSE = 0.6
_LIMITS = {
    "greater_than": ("gt", "phải lớn hơn", ""),
    "greater_than_equal": ("ge", "phải từ", " trở lên"),
    "less_than": ("lt", "phải nhỏ hơn", ""),
    "less_than_equal": ("le", "không được quá", ""),
    "multiple_of": ("multiple_of", "phải là bội số của", ""),
}
_SHORT = frozenset({"string_too_short", "too_short"})
_LONG = frozenset({"string_too_long", "too_long"})


def missing_key(key: str, fields: Mapping[str, FieldInfo]) -> Trouble:
    """A key that must be there is not."""
    field = fields.get(key)
    title = f" ({field.title})" if field is not None and field.title else ""
    description = f" {field.description}" if field is not None and field.description else ""
    return Trouble(Code.VALUE_MISSING, f"Thiếu khóa “{key}”{title}.", f"Thêm dòng “{key}: …”.{description}")


def unknown_key(key: str, fields: Iterable[str]) -> Trouble:
    """A key stands where nobody knows it."""
    known = _nearest_first(key, fields)
    is_close = known and _likeness(key, known[0]) >= _CLOSE
    hint = f"Có phải là “{known[0]}”?" if is_close else f"Các khóa dùng được: {', '.join(fields)}."
    return Trouble(Code.VALUE_UNKNOWN_KEY, f"Không có khóa “{key}” ở đây.", hint)


def wrong_value(detail: ErrorDetails, path: ValuePath) -> Trouble:
    """A value that does not fit."""
    kind, value = detail["type"], detail["input"]
    what = f"Khóa “{path[-1]}”" if path and isinstance(path[-1], str) else "Mục này"
    if kind in KINDS:
        return other_kind(what, KINDS[kind], value)
    if kind in _LIMITS:
        return _limit(what, detail)
    if kind in _SHORT | _LONG:
        return _length(what, detail)
    if kind in _TELLERS:
        return _TELLERS[kind](detail)
    if kind in _KNOWN:
        return other_kind(what, OtherKind(Code.VALUE_TYPE, "giá trị khác"), value)
    return _own(detail)


def _limit(what: str, detail: ErrorDetails) -> Trouble:
    name, words, after = _LIMITS[detail["type"]]
    message = f"{what} {words} {number(detail['ctx'][name])}{after}, ở đây là {number(detail['input'])}."
    return Trouble(Code.VALUE_RANGE, message, "Sửa lại con số.")


def _length(what: str, detail: ErrorDetails) -> Trouble:
    given = detail["input"]
    if isinstance(given, str) and not given.strip():
        return Trouble(Code.VALUE_EMPTY, "Chữ ở đây đang để trống.", "Viết nội dung hoặc bỏ hẳn khóa này.")
    length = len(given.strip() if isinstance(given, str) else given)
    if length == 0:
        return Trouble(Code.VALUE_EMPTY, f"{what} đang để trống.", "Viết nội dung hoặc bỏ hẳn khóa này.")
    counted = "ký tự" if isinstance(given, str) else "mục"
    if detail["type"] in _SHORT:
        limit, hint = f"ít nhất {number(detail['ctx']['min_length'])} {counted}", "Viết thêm."
    else:
        limit, hint = f"nhiều nhất {number(detail['ctx']['max_length'])} {counted}", "Viết ngắn lại."
    return Trouble(Code.VALUE_LENGTH, f"{what} chỉ nhận {limit}, ở đây có {number(length)}.", hint)


def _own(detail: ErrorDetails) -> Trouble:
    context = detail.get("ctx", {})
    message = str(context.get("error", detail["msg"]))
    return Trouble(Code(context.get("code", Code.VALUE_OWN)), message, str(context.get("hint", "")))


def _choice(detail: ErrorDetails) -> Trouble:
    return _not_among(detail["input"], detail["ctx"]["expected"])


def _tag(detail: ErrorDetails) -> Trouble:
    return _not_among(detail["ctx"]["tag"], detail["ctx"]["expected_tags"])


def _no_tag(detail: ErrorDetails) -> Trouble:
    key = str(detail["ctx"]["discriminator"]).strip("'")
    message = f"Thiếu khóa “{key}”, nên chưa biết đây là loại gì."
    return Trouble(Code.VALUE_MISSING, message, f"Thêm dòng “{key}: …”.")


def _not_among(value: object, expected: str) -> Trouble:
    choices = re.findall(r"'([^']*)'", expected) or re.split(r", | or ", expected)
    if value is None or value == "":
        return Trouble(Code.VALUE_EMPTY, "Giá trị đang để trống.", f"Chọn: {', '.join(choices)}.")
    listed = ", ".join(_nearest_first(str(value), choices))
    return Trouble(Code.VALUE_CHOICE, f"Giá trị {shown(str(value))} không có trong danh sách.", f"Chọn: {listed}.")


def _pattern(detail: ErrorDetails) -> Trouble:
    value, pattern = str(detail["input"]), str(detail["ctx"]["pattern"])
    if pattern == ID_PATTERN:
        message = f"Mã {shown(value)} chỉ được gồm chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ."
        proposed = slug(value)
        fits = re.fullmatch(pattern, proposed) is not None
        return Trouble(Code.VALUE_PATTERN, message, f"Có thể viết: {proposed}" if fits else "Đặt một mã khác.")
    if pattern == URL_PATTERN:
        message = f"Địa chỉ {shown(value)} không dùng được."
        return Trouble(Code.VALUE_PATTERN, message, "Viết cả địa chỉ, bắt đầu bằng https:// và không có dấu cách.")
    message = f"Giá trị {shown(value)} không đúng mẫu."
    return Trouble(Code.VALUE_PATTERN, message, f"Viết theo mẫu {pattern.removeprefix('^').removesuffix('$')}")


def _nearest_first(word: str, choices: Iterable[str]) -> list[str]:
    return sorted(choices, key=lambda choice: -_likeness(word, choice))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other)).ratio()


_TELLERS: Mapping[str, Callable[[ErrorDetails], Trouble]] = {
    "literal_error": _choice,
    "enum": _choice,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _no_tag,
    "string_pattern_mismatch": _pattern,
    "value_error": _own,
    "assertion_error": _own,
}
