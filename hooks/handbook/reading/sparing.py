"""Thousands of models in less memory. It must not know any model by name.

Pydantic notes for each model which of its fields were given, in a set that is often bigger than the model; few
different sets occur, so each is kept once.
"""

from typing import Any

from handbook.reading.fields import Model


class GivenFields:
    """The sets of fields that occur."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[frozenset[str], set[str]] = {}

    def share(self, model: Model) -> None:
        """Let a model and those inside it share their sets with all others; they say the same afterwards."""
        for value in model.__dict__.values():
            self._look_into(value)
        given = model.__pydantic_fields_set__
        object.__setattr__(model, "__pydantic_fields_set__", self._known.setdefault(frozenset(given), given))

    def _look_into(self, value: Any) -> None:
        if isinstance(value, Model):
            self.share(value)
        elif value.__class__ is tuple:
            for inner in value:
                self._look_into(inner)
