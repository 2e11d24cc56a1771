"""A new record of a kind: what it must have, with blanks to fill, and what it may have, as comments.

Everything comes from the model: order, titles, help. Where a choice must be made for a person it is the last one, as
the lists go from the strongest claim to the weakest. Knows no kind by name but for what a model cannot say of itself.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.editing.field_shapes import Shape, shape_of
from handbook.editing.nodes import Single
from handbook.editing.values import write_single
from handbook.records.blanks import id_blank, text_blank
from handbook.records.closed_lists import VocabularyId
from handbook.records.references import Reference
from handbook.records.shared import SCHEMA_VERSION

HEAD = (
    "# Bản nháp. Điền mọi chỗ “(Điền …)” và “dien-id-…”, chọn lại mọi giá trị có sẵn.",
    "# Dòng “# khóa: …” là mục không bắt buộc: bỏ dấu # để dùng, không dùng thì xóa.",
    "# Xong thì xóa dòng “draft: true” và các ghi chú.",
)
FIXED = {"schema_version": str(SCHEMA_VERSION), "draft": "true"}
LEFT_OUT = frozenset({"old_ids"})
"""What no new record has."""
ALSO = {"Document": frozenset({"issued_note"})}
"""Fields that a model wants although each of them alone may be absent."""

_STEP = "  "
_COMMENT = "# "


def skeleton(
    model: type[BaseModel],
    closed_lists: Mapping[str, tuple[str, ...]],
    today: dt.date,
    given: Mapping[str, str] | None = None,
) -> str:
    """Give the YAML of a new record.

    Args:
        model: The model of its kind.
        closed_lists: The ids of each closed list, by its name.
        today: What stands where a day is wanted.
        given: The texts that a person has said already, by their field.
    """
    return "\n".join([*HEAD, *_Writer(closed_lists, today, given or {}).record(model)]) + "\n"


@dataclass(slots=True)
class _Writer:
    """Writes one record; counts the ids it has given, which must differ."""

    closed_lists: Mapping[str, tuple[str, ...]]
    today: dt.date
    given: Mapping[str, str]
    ids: int = 0

    def record(self, model: type[BaseModel]) -> Iterator[str]:
        also = ALSO.get(model.__name__, frozenset())
        for name, field in model.model_fields.items():
            if name in FIXED:
                yield f"{name}: {FIXED[name]}"
            elif name in self.given:
                yield from self._help(field)
                yield f"{name}: {write_single(Single(self.given[name]), '')}"
            elif name not in LEFT_OUT:
                yield from self._help(field)
                lines = self._field(name, field)
                if field.is_required() or name in also:
                    yield from lines
                else:
                    yield from (_COMMENT + line for line in lines if not line.lstrip().startswith(_COMMENT))

    def _help(self, field: FieldInfo) -> Iterator[str]:
        yield f"{_COMMENT}{field.title}: {field.description}"
        wanted = shape_of(field).type
        if issubclass(wanted, VocabularyId):
            known = ", ".join(self.closed_lists.get(wanted.list_name, ()))
            yield f"{_COMMENT}Hiện có: {known or 'chưa có mục nào'}."

    def _field(self, name: str, field: FieldInfo) -> Iterator[str]:
        shape = shape_of(field)
        count = range(shape.fewest or 1)
        if shape.model is not None:
            yield f"{name}:"
            for _ in count:
                lines = list(self._inside(shape.model))
                yield from lines if shape.fewest is None else _as_item(lines)
        elif shape.fewest is None:
            yield f"{name}: {self._single(name, field, shape)}"
        elif shape.type is str:
            yield f"{name}:"
            yield from (f"{_STEP}- {self._single(name, field, shape)}" for _ in count)
        else:
            yield f"{name}: [{', '.join(self._single(name, field, shape) for _ in count)}]"

    def _inside(self, model: type[BaseModel]) -> Iterator[str]:
        """Give what a model inside a record must have; what it may have is only named."""
        optional = []
        for name, field in model.model_fields.items():
            if field.is_required():
                lines = [*self._help(field), *self._field(name, field)]
                yield from (_STEP + line for line in lines)
            elif name not in LEFT_OUT:
                optional.append(f"{name} ({field.title})")
        if optional:
            yield f"{_STEP}{_COMMENT}Có thể thêm: {', '.join(optional)}."

    def _single(self, name: str, field: FieldInfo, shape: Shape) -> str:
        if issubclass(shape.type, VocabularyId):
            known = self.closed_lists.get(shape.type.list_name, ())
            return known[0] if known else self._next_id()
        if issubclass(shape.type, Reference):
            blank = self._next_id()
            return blank if re.fullmatch(shape.type.pattern, blank) else f"{blank}#phan"
        if shape.type is str:
            return self._next_id() if name == "id" else _text(name, field, shape)
        plain = {bool: "false" if field.is_required() else "true", dt.date: self.today.isoformat()}
        return plain.get(shape.type, "1")

    def _next_id(self) -> str:
        self.ids += 1
        return id_blank(self.ids)


def _text(name: str, field: FieldInfo, shape: Shape) -> str:
    longest = next((one.max_length for one in field.metadata if isinstance(one, annotated_types.MaxLen)), None)
    text = shape.choices[-1] if shape.choices else text_blank(field.title or name, longest)
    return write_single(Single(text), "")


def _as_item(lines: list[str]) -> Iterator[str]:
    """Put a dash before the first key; the comments above it stand above the dash."""
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith(_COMMENT))
    yield from lines[:first]
    yield f"{_STEP}- {lines[first].removeprefix(_STEP)}"
    yield from (_STEP + line for line in lines[first + 1 :])
