"""Values become a model, and what does not fit becomes findings with places. It must not know any model by name.

Pydantic reports in English and once for every member of a union; here each value is told of once, in Vietnamese.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handbook.diagnostics import Finding
from handbook.reading.files import ReadFile
from handbook.reading.model_errors import missing_key, unknown_key, wrong_value
from handbook.reading.model_fields import fields_at
from handbook.reading.model_unions import most_useful
from handbook.reading.places import Place, ValuePath

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], file: ReadFile, values: Any = ..., at: ValuePath = ()) -> tuple[M | None, list[Finding]]:
    """Make a model of a file's values, or say what does not fit.

    Args:
        model: What the values should be.
        file: Where they were read; it gives the places.
        values: A part of the file's values; all of them when left out.
        at: The path of that part.
    """
    wanted = file.values if values is ... else values
    try:
        return model.model_validate(wanted), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings = [
        _finding(model, file, wanted, detail, path, at)
        for path, detail in most_useful(details, wanted)
        if not _told(file, at + path)
    ]
    return None, sorted(set(findings))


def _told(file: ReadFile, path: ValuePath) -> bool:
    return any(path[:length] in file.told for length in range(len(path) + 1))


def _finding(
    model: type[BaseModel], file: ReadFile, values: Any, detail: ErrorDetails, path: ValuePath, at: ValuePath
) -> Finding:
    kind = detail["type"]
    if kind == "missing":
        fields = fields_at(model, path[:-1])
        trouble = missing_key(str(path[-1]), fields)
        place = _where_it_belongs(file, values, tuple(fields), path, at)
    elif kind == "extra_forbidden":
        fields = fields_at(model, path[:-1])
        trouble, place = unknown_key(str(path[-1]), fields), file.place(at + path, key=True)
    else:
        path += tuple(detail.get("ctx", {}).get("at", ()))
        trouble, place = wrong_value(detail, path), file.place(at + path)
    return Finding(file.name, place.line, place.column, trouble.code, trouble.message, trouble.hint)


def _where_it_belongs(file: ReadFile, values: Any, keys: tuple[str, ...], path: ValuePath, at: ValuePath) -> Place:
    """Give the place of the key that a missing one stands before; where it would be the last, of what stands last."""
    base = path[:-1]
    beside = values
    for step in base:
        beside = beside[step]
    order = keys.index(str(path[-1])) if path[-1] in keys else len(keys)
    after = next((key for key in keys[order + 1 :] if key in beside), None)
    if after is not None:
        return file.place((*at, *base, after), key=True)
    last = next((key for key in reversed(keys[:order]) if key in beside), None)
    return file.place((*at, *base)) if last is None else file.place((*at, *base, last, *_to_last(beside[last])))


def _to_last(value: Any) -> ValuePath:
    """Give the way to the last value inside a value."""
    path: list[str | int] = []
    while isinstance(value, dict | list) and value:
        step = next(reversed(value)) if isinstance(value, dict) else len(value) - 1
        path.append(step)
        value = value[step]
    return tuple(path)
