"""How what a field wants is said in Vietnamese: in schemas while a person types, on the pages of the fields.

It knows outlines and nothing of where the words are printed.
"""

from handbook.records.outlines import Outline, Sort
from handbook.text.formats import number

_WANTED: dict[Sort, str] = {
    "text": "chữ, không để trống",
    "id": "id: chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ",
    "address": "địa chỉ đầy đủ, bắt đầu bằng https://, không có dấu cách",
    "flag": "chữ true hoặc false, không có nháy",
    "day": "ngày dạng 2026-11-22, không có nháy",
    "whole": "số nguyên",
    "number": "số, ví dụ 12 hoặc 94.44",
    "amount": "số, hoặc id của điều giữ con số: ban-ghi#dieu",
    "entry": "một id trong danh sách cho sẵn",
    "part": "id của một mục trong chính bản ghi này",
    "group": "nhóm khóa thụt vào bên dưới",
}


def wanted(field: Outline) -> str:
    """Say what a single value of a field has to be, to stand behind "cần"."""
    if field.sort == "choice":
        return f"một trong: {', '.join(field.choices)}"
    if field.sort == "reference" and field.reference is not None:
        return field.reference.form
    if field.lowest is not None or field.highest is not None:
        return f"{_WANTED[field.sort]} {counted(field.lowest, field.highest)}"
    longest = f", nhiều nhất {number(field.longest)} ký tự" if field.longest and field.sort == "text" else ""
    return _WANTED[field.sort] + longest


def wanted_list(field: Outline) -> str:
    """Say how many values a list of a field has to have, to stand behind "cần"."""
    count = counted(field.fewest or None, field.most)
    return f"danh sách {count} mục" if count else "danh sách"


def how_written(field: Outline) -> str:
    """Say in a sentence how a field is written."""
    one = wanted(field)
    sentence = f"{wanted_list(field)}; mỗi mục là {one}" if field.many else one
    return f"{sentence[:1].upper()}{sentence[1:]}."


def is_required(field: Outline) -> str:
    """Say whether a field must be there."""
    return "Bắt buộc" if field.required else "Không bắt buộc"


def counted(lowest: float | None, highest: float | None) -> str:
    """Say a range of numbers; empty where there is none."""
    if lowest is not None and lowest == highest:
        return number(lowest)
    if lowest is not None and highest is not None:
        return f"từ {number(lowest)} đến {number(highest)}"
    if lowest is not None:
        return f"ít nhất {number(lowest)}" if lowest else "từ 0 trở lên"
    return f"nhiều nhất {number(highest)}" if highest is not None else ""
