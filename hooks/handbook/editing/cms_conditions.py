"""What a field demands beyond its type: lengths, bounds, patterns, whether numbers may stand in it. Knows no form."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

import annotated_types
from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of one value, or of each value of a list; None where there is none."""

    longest: int | None
    pattern: str | None
    smallest: float | None
    largest: float | None
    takes_numbers: bool
    takes_texts: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many values a list may have; None where nothing is said."""

    fewest: int | None
    most: int | None


def count_of(field: FieldInfo) -> Count:
    """Give how many values a field that holds a list may have."""
    found = list(_flat(field.metadata))
    return Count(_first(found, "min_length"), _first(found, "max_length"))


def conditions_of(field: FieldInfo) -> Conditions:
    """Give the conditions of a field's value, or of each of its values where it holds a list."""
    lists = [one for one in _members(field.annotation) if get_origin(one) is tuple]
    wanted: Any = get_args(lists[0])[0] if lists else field.annotation
    found = [*([] if lists else _flat(field.metadata)), *_inside(wanted)]
    leaves = set(_leaves(wanted)) - {types.NoneType}
    numbers = leaves & {int, float}
    return Conditions(
        longest=_first(found, "max_length"),
        pattern=_first(found, "pattern"),
        smallest=_first(found, "ge"),
        largest=_first(found, "le"),
        takes_numbers=bool(numbers),
        takes_texts=leaves > numbers,
    )


def _first(found: list[Any], name: str) -> Any:
    return next((getattr(one, name) for one in found if getattr(one, name, None) is not None), None)


def _flat(metadata: list[Any]) -> Iterator[Any]:
    for one in metadata:
        if isinstance(one, annotated_types.GroupedMetadata | FieldInfo):
            yield from _flat(list(one.metadata) if isinstance(one, FieldInfo) else list(one))
        else:
            yield one


def _inside(annotation: Any) -> Iterator[Any]:
    """Give the conditions that stand inside an annotation."""
    if get_origin(annotation) is Annotated:
        inner, *conditions = get_args(annotation)
        yield from _flat(conditions)
        yield from _inside(inner)
    elif get_origin(annotation) in {Union, types.UnionType}:
        for member in get_args(annotation):
            yield from _inside(member)


def _members(annotation: Any) -> Iterator[Any]:
    """Give the members of a union, each without its conditions."""
    if get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, types.UnionType}:
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _leaves(annotation: Any) -> Iterator[Any]:
    yield from _members(annotation)
