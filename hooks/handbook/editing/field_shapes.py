"""What a field of a model wants: one value or several, a model, a choice, a type. Must not know what is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.records.outlines import members_of


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field wants.

    `fewest` is how many values a list must have (at least one is shown), None where a single value is wanted. Of a
    union the last member counts, which is the one that says where a value comes from.
    """

    fewest: int | None
    model: type[BaseModel] | None
    choices: tuple[str, ...]
    type: type[Any]


def shape_of(field: FieldInfo) -> Shape:
    """Give what a field wants."""
    fewest = None
    inner = [part for part, _ in members_of(field.annotation)]
    if get_origin(inner[-1]) is tuple:
        lengths = [one.min_length for one in _metadata(field) if isinstance(one, annotated_types.MinLen)]
        fewest = max([1, *lengths])
        inner = [part for part, _ in members_of(get_args(inner[-1])[0])]
    wanted = inner[-1]
    choices = tuple(str(choice) for choice in get_args(wanted)) if get_origin(wanted) is Literal else ()
    kind: type[Any] = str if choices else wanted
    return Shape(fewest, kind if issubclass(kind, BaseModel) else None, choices, kind)


def _metadata(field: FieldInfo) -> Iterator[Any]:
    for one in field.metadata:
        yield from one.metadata if isinstance(one, FieldInfo) else (one,)
