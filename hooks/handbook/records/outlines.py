"""What each field of a model wants, told in one shape for whoever explains fields: schemas, pages.

It knows no model by name, and not what is made of an outline.
"""

import datetime as dt
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.reading.fields import ID_PATTERN, URL_PATTERN
from handbook.records.closed_lists import VocabularyId
from handbook.records.references import Reference, StatementReference
from handbook.records.shared import OwnPart

Sort = Literal[
    "text", "id", "address", "flag", "day", "whole", "number", "amount", "choice", "entry", "reference", "part", "group"
]
"""What a single value is; an amount is a number or a reference to the statement that holds it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A field: its key, its words, and what stands there."""

    key: str
    title: str
    help: str
    required: bool
    sort: Sort
    many: bool = False
    """Whether a list of such values is wanted, of `fewest` to `most`."""
    fewest: int = 0
    most: int | None = None
    choices: tuple[str, ...] = ()
    list_name: str = ""
    """The closed list of an entry."""
    reference: type[Reference] | None = None
    model: type[BaseModel] | None = None
    longest: int | None = None
    """How many letters a text may have."""
    lowest: float | None = None
    highest: float | None = None
    pattern: str = ""
    """What a text has to look like, where it is no id and no address."""


def outlines_of(model: type[BaseModel]) -> tuple[Outline, ...]:
    """Give the fields of a model, in their order."""
    return tuple(_outline(field.alias or name, field) for name, field in model.model_fields.items())


def groups_of(model: type[BaseModel]) -> Iterator[tuple[tuple[Outline, ...], tuple[Outline, ...]]]:
    """Give the fields of a model and of every model inside it, each after the fields that lead to it."""
    waiting: list[tuple[tuple[Outline, ...], type[BaseModel]]] = [((), model)]
    while waiting:
        path, one = waiting.pop(0)
        fields = outlines_of(one)
        yield path, fields
        waiting[:0] = [((*path, field), field.model) for field in fields if field.model is not None]


def _outline(key: str, field: FieldInfo) -> Outline:
    title, words, required = field.title or key, field.description or "", field.is_required()
    limits = tuple(field.metadata)
    members = tuple(members_of(field.annotation))
    if get_origin(members[0][0]) is not tuple:
        return Outline(key, title, words, required, **_value(members, limits))
    fewest, most = _limit(limits, "min_length"), _limit(limits, "max_length")
    inner = tuple(members_of(get_args(members[0][0])[0]))
    return Outline(key, title, words, required, many=True, fewest=fewest or 0, most=most, **_value(inner, ()))


def members_of(annotation: Any, limits: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Give what an annotation may stand for but None, each with what is said of it: itself, or members of a union."""
    if get_origin(annotation) is Annotated:
        inner, *said = get_args(annotation)
        yield from members_of(inner, (*limits, *said))
    elif get_origin(annotation) in {Union, types.UnionType}:
        for member in get_args(annotation):
            yield from members_of(member, limits)
    elif annotation is not types.NoneType:
        yield annotation, limits


def _value(members: Iterable[tuple[Any, tuple[Any, ...]]], limits: tuple[Any, ...]) -> dict[str, Any]:
    """Give what a single value wants, as the fields of an outline."""
    *numbers, (wanted, said) = members
    limits = (*limits, *said)
    if get_origin(wanted) is Literal:
        return {"sort": "choice", "choices": tuple(str(choice) for choice in get_args(wanted))}
    if numbers and wanted is not float:
        return {"sort": "amount", "reference": StatementReference}
    if wanted in _SIMPLE:
        return {"sort": _SIMPLE[wanted], "lowest": _limit(limits, "ge"), "highest": _limit(limits, "le")}
    return _named(wanted) or _text(wanted, limits)


def _named(wanted: type) -> dict[str, Any]:
    """Give what leads somewhere or holds fields of its own; nothing for a text."""
    if issubclass(wanted, BaseModel):
        return {"sort": "group", "model": wanted}
    if issubclass(wanted, VocabularyId):
        return {"sort": "entry", "list_name": wanted.list_name}
    return {"sort": "reference", "reference": wanted} if issubclass(wanted, Reference) else {}


def _text(wanted: type, limits: Iterable[Any]) -> dict[str, Any]:
    pattern = str(_limit(limits, "pattern") or "")
    sort = _PATTERNED.get(pattern, "part" if wanted is OwnPart else "text")
    return {"sort": sort, "longest": _limit(limits, "max_length"), "pattern": pattern if sort == "text" else ""}


_SIMPLE: dict[type, Sort] = {bool: "flag", dt.date: "day", int: "whole", float: "number"}
_PATTERNED: dict[str, Sort] = {ID_PATTERN: "id", URL_PATTERN: "address"}


def _limit(limits: Iterable[Any], name: str) -> Any:
    return next((found for limit in limits if (found := getattr(limit, name, None)) is not None), None)
