"""The field types that every model read from data shares: ids, texts, days, flags, numbers.

They are strict: a text is never made from a number, a day never from a text. Knows no kind of record.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Strict, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9-]*$"
URL_PATTERN = r"^https?://[^\s<>\"]+$"

_Parts = TypeVar("_Parts", bound=tuple[Any, ...])


class Model(BaseModel):
    """The base of everything read from data: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError(
            "blank",
            "Chữ ở đây đang để trống.",
            {"code": "value.empty", "hint": "Viết nội dung hoặc bỏ hẳn khóa này."},
        )
    return value.strip()


Id = Annotated[str, Strict(), StringConstraints(pattern=ID_PATTERN, max_length=80)]
Text = Annotated[str, Strict(), AfterValidator(_not_blank)]
Url = Annotated[str, Strict(), StringConstraints(pattern=URL_PATTERN)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, Strict()]
Whole = Annotated[int, Strict()]
Number = Whole | Annotated[float, Strict()]


def unique_ids(what: str) -> Callable[[_Parts], _Parts]:
    """Make a check that the parts of a list have different ids; `what` names them in Vietnamese."""

    def check(parts: _Parts) -> _Parts:
        seen: set[str] = set()
        for part in parts:
            if part.id in seen:
                raise duplicate_id(part.id, what)
            seen.add(part.id)
        return parts

    return check


def duplicate_id(part_id: str, what: str) -> PydanticCustomError:
    """Say that two parts of one record have the same id."""
    return PydanticCustomError(
        "duplicate_part",
        "Hai {what} cùng mang id “{id}”.",
        {
            "what": what,
            "id": part_id,
            "code": "record.duplicate-id",
            "hint": "Đổi id của một trong hai; mỗi id chỉ dùng một lần trong một bản ghi.",
        },
    )
