"""The field types that every model read from data shares: ids, texts, days, flags, numbers.

They are strict: a text is never made from a number, a day never from a text. Knows no kind of record.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Strict, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9-]*$"
RECORD_PATTERN = r"([a-z][a-z0-9-]*:)?[a-z][a-z0-9-]*"
"""A record's id, with its kind before it where two kinds share the id."""
PART_PATTERN = r"#[a-z][a-z0-9-]*"
URL_PATTERN = r"^https?://[^\s<>\"]+$"

_Parts = TypeVar("_Parts", bound=tuple[Any, ...])


class Model(BaseModel):
    """The base of everything read from data: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Id = Annotated[str, Strict(), StringConstraints(pattern=ID_PATTERN, max_length=80)]
Text = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1)]
Url = Annotated[str, Strict(), StringConstraints(pattern=URL_PATTERN)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, Strict()]
Whole = Annotated[int, Strict()]
Number = Whole | Annotated[float, Strict()]


def unique_ids(what: str) -> Callable[[_Parts], _Parts]:
    """Make a check that the parts of a list have different ids; `what` names them in Vietnamese."""

    def check(parts: _Parts) -> _Parts:
        refuse_repeats((((index, "id"), part.id) for index, part in enumerate(parts)), what)
        return parts

    return check


def refuse_repeats(ids: Iterable[tuple[tuple[str | int, ...], str]], what: str) -> None:
    """Refuse an id that stands twice; each id comes with the path that leads to it from the checked value.

    Raises:
        PydanticCustomError: At the second of the two.
    """
    seen: set[str] = set()
    for path, part_id in ids:
        if part_id in seen:
            raise PydanticCustomError(
                "duplicate_part",
                "Hai {what} cùng mang id “{id}”.",
                {
                    "what": what,
                    "id": part_id,
                    "at": path,
                    "code": "record.duplicate-id",
                    "hint": "Đổi id của một trong hai; mỗi id chỉ dùng một lần trong một bản ghi.",
                },
            )
        seen.add(part_id)
