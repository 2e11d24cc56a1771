"""Makes a value of any type of the views' vocabulary, so that a test can ask about every field of every block."""

import dataclasses
import itertools
import types
import typing
from enum import Enum

from handbook.views import blocks
from handbook.views.blocks import Criterion, Words


class Filler:
    """Makes a value of any type of the vocabulary, all fields filled, and remembers which text went where."""

    def __init__(self, suffix: str = "") -> None:
        """Begin with no text given; `suffix` ends every text."""
        self.suffix = suffix
        self.texts: dict[str, str] = {}
        self.numbers = itertools.count(1)
        self.within: list[typing.Any] = []

    def fill(self, kind: typing.Any, where: str = "", depth: int = 0) -> typing.Any:
        """Make a value; where there is a choice of types, one of each in a tuple, else the first."""
        origin = typing.get_origin(kind)
        if kind is str:
            scheme = "https://a.example/" if where.endswith(".url") else ""
            text = f"{scheme}mục{next(self.numbers)}x{self.suffix}"
            self.texts[text] = where
            return text
        if kind in (bool, int, float):
            return kind()
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        if origin is tuple:
            return self.fill_tuple(kind, where, depth)
        if origin in (typing.Union, types.UnionType):
            first, *others = typing.get_args(kind)
            # What may hold itself does so once.
            return None if first in self.within[:-1] and type(None) in others else self.fill(first, where, depth)
        hints = typing.get_type_hints(kind)
        name = kind.__name__
        self.within.append(kind)
        fields = {
            field.name: self.fill(hints[field.name], f"{name}.{field.name}", depth)
            for field in dataclasses.fields(kind)
        }
        self.within.pop()
        return kind(**fields)

    def fill_tuple(self, kind: typing.Any, where: str, depth: int) -> tuple[typing.Any, ...]:
        """Make one value of each type that may stand in the tuple; a kind that holds itself does so once."""
        inner, *rest = typing.get_args(kind)
        if rest != [...]:
            return tuple(self.fill(one, where, depth) for one in (inner, *rest))
        if inner in (Criterion, blocks.Block) and depth:
            return ()
        if inner == blocks.Inline:
            return self.fill_line(depth)
        choices = typing.get_args(inner) if isinstance(inner, types.UnionType) else (inner,)
        deeper = depth + (inner in (Criterion, blocks.Block))
        return tuple(self.fill(self.resolve(one), where, deeper) for one in choices)

    def fill_line(self, depth: int) -> blocks.Line:
        """Make a line of every inline kind. Like a writer, it puts spaces between its pieces, none around."""
        others = [kind for kind in typing.get_args(blocks.Inline) if kind is not Words]
        line: list[blocks.Inline] = [self.fill(Words, depth=depth)]
        for kind in others:
            line += [Words(" "), self.fill(kind, depth=depth), Words(" "), self.fill(Words, depth=depth)]
        return tuple(line)

    @staticmethod
    def resolve(kind: typing.Any) -> typing.Any:
        """Turn the name of a type, as it stands in a recursive one, into the type."""
        return getattr(blocks, kind.__forward_arg__) if isinstance(kind, typing.ForwardRef) else kind


def block_kinds() -> tuple[type, ...]:
    """List the kinds of block."""
    return typing.get_args(blocks.Block)
