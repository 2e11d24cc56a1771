"""What an unquoted YAML value is: text, number, truth value, date or nothing. It must not know where it stands.

YAML 1.1 reads some innocent words as something else: `no` as false, `012` as ten, `1:30` as ninety. Such values are
told instead of guessed, and what is accepted means the same to every YAML reader.
"""

import datetime as dt
import re
from dataclasses import dataclass

from handbook.diagnostics import Code
from handbook.reading.quoting import quoted, shown

Scalar = str | int | float | bool | dt.date | None

_SPECIAL_START = frozenset("0123456789+-.~=<")
_CONSTANTS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_BOOLEAN_WORDS = frozenset({"yes", "no", "on", "off", "y", "n"})
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FRACTION = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9].*")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(?:0[xXbBoO][0-9a-fA-F_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a value, without its place."""

    code: Code
    message: str
    hint: str


def resolve(text: str) -> tuple[Scalar, Trouble | None]:
    """The meaning of an unquoted value, and what is wrong with it (its meaning is then its own text)."""
    if text in _CONSTANTS:
        return _CONSTANTS[text], None
    if text[0] not in _SPECIAL_START:
        return text, _boolean_word(text) if len(text) <= len("yes") else None
    if _WHOLE.fullmatch(text):
        return int(text), None
    if _FRACTION.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        return float(text), None
    if found := _DATE.fullmatch(text):
        return _date(text, *(int(part) for part in found.groups()))
    return text, _odd(text)


def _boolean_word(text: str) -> Trouble | None:
    if text.lower() not in _BOOLEAN_WORDS:
        return None
    return Trouble(
        Code.YAML_BOOLEAN_WORD,
        f"Từ {shown(text)} không có nháy: YAML có thể hiểu là đúng/sai.",
        f"Nếu là chữ, viết {quoted(text)}; nếu là đúng/sai, viết true hoặc false.",
    )


def _thousands(text: str) -> Trouble:
    whole = text.replace(".", "")
    return Trouble(
        Code.YAML_NUMBER,
        f"Số {shown(text)} có thể là hàng nghìn, có thể là số thập phân.",
        f"Hàng nghìn thì viết {whole}; số thập phân thì thêm số không ở cuối: {text}0.",
    )


def _date(text: str, year: int, month: int, day: int) -> tuple[Scalar, Trouble | None]:
    try:
        return dt.date(year, month, day), None
    except ValueError:
        message = f"Không có ngày {shown(text)} trong lịch."
        return text, Trouble(Code.VALUE_DATE_EXPECTED, message, "Viết năm-tháng-ngày, ví dụ 2026-11-22.")


def _odd(text: str) -> Trouble | None:
    in_quotes = f"viết trong nháy: {quoted(text)}"
    if text in {"<<", "="}:
        return Trouble(
            Code.YAML_ALIAS if text == "<<" else Code.YAML_KEY,
            f"Dấu {shown(text)} có nghĩa riêng trong YAML, ở đây không dùng được.",
            f"Nếu là chữ, {in_quotes}.",
        )
    if _TIMESTAMP.fullmatch(text):
        message = f"Giá trị {shown(text)} vừa có ngày vừa có giờ."
        return Trouble(Code.YAML_NUMBER, message, f"Chỉ viết ngày (2026-11-22), hoặc {in_quotes}.")
    if _SEXAGESIMAL.fullmatch(text):
        message = f"Giá trị {shown(text)} không có nháy: YAML hiểu là số giây hoặc số phút."
        return Trouble(Code.YAML_NUMBER, message, f"Nếu là giờ, {in_quotes}.")
    if _THOUSANDS.fullmatch(text):
        return _thousands(text)
    if _ODD_NUMBER.fullmatch(text):
        message = f"Số {shown(text)} viết theo cách dễ hiểu sai."
        hint = f"Nếu là số, viết chữ số thường (12; 94.44); nếu là chữ, {in_quotes}."
        return Trouble(Code.YAML_NUMBER, message, hint)
    return None
