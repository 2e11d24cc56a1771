"""References in fields: how they are written, what each may lead to, and amounts that a statement may hold.

Whether a reference leads somewhere is a rule; here is only its shape.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handbook.reading.fields import PART_PATTERN, RECORD_PATTERN, Number
from handbook.settings.typography import Measure
from handbook.text.pickling import QuicklyPickled

_REMEMBERED = 1 << 14
"""So many different references of a field are read only once."""


@dataclass(frozen=True, slots=True)
class Reference(QuicklyPickled):
    """A reference in a field, written `id` or `kind:id`; each subclass says what it may lead to.

    `form` says in Vietnamese how it is written, for whoever wrote it otherwise.
    """

    kind: str
    id: str
    part: str = ""

    kinds: ClassVar[tuple[str, ...]] = ()
    pattern: ClassVar[str] = f"^{RECORD_PATTERN}$"
    form: ClassVar[str] = "id của bản ghi (tên tệp của nó, không có đuôi)"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form.

        Raises:
            PydanticCustomError: It is written otherwise.
        """
        if re.fullmatch(cls.pattern, text) is None:
            raise PydanticCustomError(
                "reference",
                "“{text}” không phải là tham chiếu viết đúng.",
                {"text": text, "code": "reference.malformed", "hint": f"Viết {cls.form}."},
            )
        head, _, part = text.partition("#")
        kind, _, record_id = head.rpartition(":")
        return cls(kind, record_id, part)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a reference from text; thousands of records name the same few hundred things in the same words."""
        remembered = lru_cache(_REMEMBERED)(cls.parse)
        return core_schema.no_info_after_validator_function(remembered, core_schema.str_schema(strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the written form."""
        return {**handler(schema), "pattern": cls.pattern}


class DocumentReference(Reference):
    """Leads to an official document."""

    kinds = ("document",)


class SourceReference(Reference):
    """Leads to a source."""

    kinds = ("source",)


class StatementReference(Reference):
    """Leads to a statement of a document or source, written `id#statement`."""

    kinds = ("document", "source")
    pattern = f"^{RECORD_PATTERN}{PART_PATTERN}$"
    form = "id của bản ghi, dấu # rồi id của điều trong bản ghi đó: ban-ghi#dieu"


class CriterionReference(Reference):
    """Leads to a criterion of a scoring table, written `id#criterion`."""

    kinds = ("criteria",)
    pattern = f"^{RECORD_PATTERN}{PART_PATTERN}$"
    form = "id của bảng tiêu chí, dấu # rồi id của tiêu chí: bang#tieu-chi"


class TableReference(Reference):
    """Leads to a scoring table."""

    kinds = ("criteria",)


class ChecklistReference(Reference):
    """Leads to a checklist."""

    kinds = ("checklist",)


class ItemReference(Reference):
    """Leads to an item of a checklist, written `id#item`."""

    kinds = ("checklist",)
    pattern = f"^{RECORD_PATTERN}{PART_PATTERN}$"
    form = "id của bảng kiểm, dấu # rồi id của việc: bang#viec"


class MeetingReference(Reference):
    """Leads to a kind of meeting."""

    kinds = ("meeting",)


class FormReference(Reference):
    """Leads to a form."""

    kinds = ("form",)


class ProblemReference(Reference):
    """Leads to a problem."""

    kinds = ("problem",)


class CaseReference(Reference):
    """Leads to a case."""

    kinds = ("case",)


class TopicReference(Reference):
    """Leads to a topic."""

    kinds = ("topic",)


class TermReference(Reference):
    """Leads to a term."""

    kinds = ("term",)


Amount = Number | StatementReference
"""A number, or a reference to the statement that holds it."""


def as_amount(measure: Measure) -> Amount:
    """Give a measure of the settings, whose reference is still text, as an amount."""
    return StatementReference.parse(measure) if isinstance(measure, str) else measure
