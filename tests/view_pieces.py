"""The links and figures of a view, wherever in its blocks they stand."""

from dataclasses import fields, is_dataclass
from typing import Any

from handbook.views.blocks import Figure, Link


def pieces(value: Any) -> list[Figure | Link]:
    """Give every link and figure in a view, a block or a line."""
    if isinstance(value, Figure | Link):
        return [value]
    if is_dataclass(value):
        return [piece for one in fields(value) for piece in pieces(getattr(value, one.name))]
    if isinstance(value, tuple):
        return [piece for one in value for piece in pieces(one)]
    return []
