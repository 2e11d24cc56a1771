"""A value of another kind than the wanted one: what was meant, and how to write it. It must not know its place."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from handbook.diagnostics import Code
from handbook.reading.quoting import quoted, shown
from handbook.reading.scalars import Scalar, Trouble


@dataclass(frozen=True, slots=True)
class OtherKind:
    """The kind that was wanted: the code when something else stands there, its name, and how it is written."""

    code: Code
    wanted: str
    how: str = ""


_TEXT = OtherKind(Code.VALUE_TEXT_EXPECTED, "chữ", "Viết chữ, trong nháy nếu cần.")
_WHOLE = OtherKind(Code.VALUE_NUMBER_EXPECTED, "số nguyên", "Viết số bằng chữ số, không có nháy, ví dụ 12.")
_NUMBER = OtherKind(Code.VALUE_NUMBER_EXPECTED, "số", "Viết số bằng chữ số, không có nháy, ví dụ 12 hoặc 94.44.")
_FLAG = OtherKind(Code.VALUE_TYPE, "true hoặc false", "Viết true hoặc false, không có nháy.")
_DAY = OtherKind(Code.VALUE_DATE_EXPECTED, "ngày", "Viết năm-tháng-ngày, không có nháy, ví dụ 2026-11-22.")
_LIST = OtherKind(Code.VALUE_TYPE, "danh sách", "Viết mỗi mục trên một dòng, bắt đầu bằng “- ”.")
_GROUP = OtherKind(Code.VALUE_TYPE, "nhóm khóa", "Viết mỗi dòng một “khóa: giá trị”, thụt vào bằng nhau.")

KINDS = {
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _FLAG,
    "bool_parsing": _FLAG,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "dict_type": _GROUP,
    "mapping_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
}
"""Pydantic's errors of kind, by their type."""

_SCALAR = (str, int, float, dt.date, type(None))
_DAY_MONTH_YEAR = re.compile(r"\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\s*")
_YEAR_MONTH_DAY = re.compile(r"\s*([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})\s*")
_DECIMAL = re.compile(r"\s*([-+]?[0-9]{1,18})(?:[.,]([0-9]{1,18}))?\s*")


def other_kind(what: str, kind: OtherKind, value: Any) -> Trouble:
    """Say that a value is of another kind; `what` names the value in Vietnamese."""
    if value is None:
        return Trouble(Code.VALUE_EMPTY, f"{what} đang để trống.", f"{kind.how} Không có thì bỏ hẳn khóa này.".strip())
    if kind is _TEXT and isinstance(value, dict) and (whole := _cut_by_colon(value)):
        message = f"Dấu hai chấm làm câu {shown(whole)} bị hiểu là “khóa: giá trị”."
        return Trouble(Code.YAML_CUT_BY_COLON, message, f"Đặt cả câu trong nháy: {quoted(whole)}")
    hint = kind.how
    if kind is _TEXT and isinstance(value, _SCALAR):
        hint = f"Đặt trong nháy: {quoted(as_written(value))}"
    elif isinstance(value, str) and (written := _unquoted(kind, value)):
        hint = f"Viết {written}, không có nháy."
    return Trouble(kind.code, f"{what} cần {kind.wanted}, nhưng đây là {_described(value)}.", hint)


def as_written(value: Scalar) -> str:
    """A value as it stands in YAML, without quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _cut_by_colon(value: dict[str, Any]) -> str:
    """The sentence that was read as a mapping of one key; empty when it cannot have been one."""
    if len(value) != 1:
        return ""
    [(key, rest)] = value.items()
    return f"{key}: {as_written(rest)}" if isinstance(rest, _SCALAR) and rest is not None else ""


def _unquoted(kind: OtherKind, text: str) -> str:
    """What was probably meant by a text where a number, a day or a truth value was wanted."""
    if kind is _DAY:
        if found := _DAY_MONTH_YEAR.fullmatch(text):
            return _iso(found[3], found[2], found[1])
        found = _YEAR_MONTH_DAY.fullmatch(text)
        return _iso(*found.groups()) if found else ""
    if kind is _FLAG and text.strip().lower() in {"true", "false"}:
        return text.strip().lower()
    found = _DECIMAL.fullmatch(text) if kind in {_WHOLE, _NUMBER} else None
    if found is None or (kind is _WHOLE and found[2]):
        return ""
    return str(int(found[1])) + (f".{found[2]}" if found[2] else "")


def _iso(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _described(value: Any) -> str:
    if isinstance(value, str):
        return f"chữ {shown(value)}" if value.strip() else "chữ trống"
    if isinstance(value, bool):
        return f"giá trị đúng/sai {as_written(value)}"
    if isinstance(value, (int, float)):
        return f"số {value}"
    if isinstance(value, dt.date):
        return f"ngày {value.isoformat()}"
    if isinstance(value, list):
        return "danh sách"
    return "nhóm khóa" if isinstance(value, dict) else "giá trị khác"
