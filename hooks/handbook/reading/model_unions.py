"""Which of pydantic's errors are told: one for each value, though a union reports one for each of its members.

An error's location names steps into the values and, between them, members of unions; only the former are a path. It
must not know how errors are worded.
"""

from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from handbook.reading.places import ValuePath

Located = tuple[ValuePath, ErrorDetails]

_WIDEST_FIRST = {"string_type": 0, "float_type": 1}
_ABOUT_KEYS = frozenset({"missing", "extra_forbidden"})


def most_useful(details: Iterable[ErrorDetails], values: Any) -> list[Located]:
    """The errors to tell, each with its path in the values."""
    told: list[Located] = []
    unions: dict[ValuePath, dict[str, list[Located]]] = {}
    for detail in details:
        path, union = _read_location(detail, values)
        if _is_echo(detail):
            continue
        if union is None:
            told.append((path, detail))
        else:
            where, member = union
            unions.setdefault(where, {}).setdefault(member, []).append((path, detail))
    for where, members in unions.items():
        told += _best_member(where, members)
    return told


def _is_echo(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because some of its items, told of themselves, do not fit."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _read_location(detail: ErrorDetails, values: Any) -> tuple[ValuePath, tuple[ValuePath, str] | None]:
    """The path of an error, and the outermost union it went through with the member that complains."""
    path: list[str | int] = []
    union: tuple[ValuePath, str] | None = None
    value = values
    location = detail["loc"]
    for position, step in enumerate(location):
        is_last = position == len(location) - 1
        is_step = isinstance(value, dict) and step in value
        if isinstance(value, list) and isinstance(step, int):
            is_step = step < len(value)
        if is_step:
            path.append(step)
            value = value[step]
        elif is_last and detail["type"] in _ABOUT_KEYS:
            path.append(step)
        else:
            union = union or (tuple(path), str(step))
    return tuple(path), union


def _best_member(where: ValuePath, members: dict[str, list[Located]]) -> list[Located]:
    """The errors of the member that was most likely meant: one that fits in kind, then the one with fewest errors."""
    fitting = [errors for errors in members.values() if not _is_other_kind(where, errors)]
    if fitting:
        return min(fitting, key=len)
    everything = [error for errors in members.values() for error in errors]
    return sorted(everything, key=lambda error: _WIDEST_FIRST.get(error[1]["type"], len(_WIDEST_FIRST)))[:1]


def _is_other_kind(where: ValuePath, errors: list[Located]) -> bool:
    return any(path == where and detail["type"].endswith(("_type", "_parsing")) for path, detail in errors)
