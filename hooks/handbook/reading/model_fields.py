"""Which fields a model knows at a path of its values, for messages about keys. It must not know any model by name."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.reading.places import ValuePath


def fields_at(model: type[BaseModel], path: ValuePath) -> dict[str, FieldInfo]:
    """The fields by their keys that a mapping at the path may have; those of all models where several may stand."""
    models = [model]
    for step in path:
        fields = [_field(one, step) for one in models] if isinstance(step, str) else []
        found = [inner for field in fields if field is not None for inner in _models(field.annotation)]
        # A step that is no field is an item of a list or a key of a mapping: its model has been unwrapped already.
        models = found or (models if not any(fields) else [])
    return {field.alias or name: field for one in models for name, field in one.model_fields.items()}


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    return next((field for name, field in model.model_fields.items() if key in {name, field.alias}), None)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation such as `tuple[Part, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in get_args(annotation):
        yield from _models(argument)
