"""Where people may write a text: found by walking the models, so that a new field is known from its first day."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from handbook.editing.field_shapes import shape_of
from handbook.reading.fields import URL_PATTERN, Text
from handbook.records.asked import Asked
from handbook.records.changes import Changes
from handbook.records.journey import Journey
from handbook.records.kinds import KINDS
from handbook.records.page import Page
from handbook.settings.deployment import Deployment
from handbook.settings.vocabulary import Vocabulary

ROOTS: tuple[type[BaseModel], ...] = (
    *(kind.model for kind in KINDS),
    *(Asked, Changes, Journey, Page, Deployment, Vocabulary),
)
"""The models that files are read with."""

Way = tuple[str | int, ...]


def all_text_fields() -> set[str]:
    """Name every field of every model that takes a text or an address."""
    found: set[str] = set()
    waiting: list[type[BaseModel]] = list(ROOTS)
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            inner = shape_of(field).model
            if inner is not None:
                waiting.append(inner)
            elif _takes_text(field):
                found.add(_named(model, name))
    return found


def texts_in(model: type[BaseModel], values: dict[str, Any], way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Give the fields of a file's values that take a text, those left out too, and the way to each.

    Of a list of texts it is the first that is given; parts that the values have not are passed over.
    """
    for name, field in model.model_fields.items():
        shape = shape_of(field)
        inner = values.get(name)
        if shape.model is None:
            if _takes_text(field):
                yield _named(model, name), (*way, name) if shape.fewest is None else (*way, name, 0)
        elif isinstance(inner, dict):
            yield from texts_in(shape.model, inner, (*way, name))
        elif isinstance(inner, list):
            for place, part in enumerate(inner):
                if isinstance(part, dict):
                    yield from texts_in(shape.model, part, (*way, name, place))


def _named(model: type[BaseModel], field: str) -> str:
    return f"{model.__module__.rpartition('.')[2]}.{model.__qualname__}.{field}"


def _takes_text(field: FieldInfo) -> bool:
    shape = shape_of(field)
    marks = [*field.metadata, *_metadata(field.annotation)]
    patterns = {pattern for one in marks if (pattern := getattr(one, "pattern", None))}
    is_checked = any(isinstance(one, AfterValidator) and one not in get_args(Text) for one in marks)
    return shape.type is str and not shape.choices and patterns <= {URL_PATTERN} and not is_checked


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)
