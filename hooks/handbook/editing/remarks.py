"""The comments and empty lines of a YAML text, which its parser passes over. It must not know what they speak of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")
_MASK = "x"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, or an empty line (its text is empty). Line and column count from 0, the index in characters."""

    index: int
    line: int
    column: int
    text: str
    alone: bool
    """It has its line to itself."""


def find_remarks(text: str, values: Iterable[tuple[int, int]]) -> Iterator[Remark]:
    """Give the comments and empty lines of a text, in order.

    Args:
        text: The YAML text.
        values: Where keys and values begin and end, as indexes in order; a sign inside them begins no comment.
    """
    masked = _masked(text, values)
    index = 0
    for number, line in enumerate(text.split("\n")):
        shown = masked[index : index + len(line)]
        begins_inside = index > 0 and masked[index - 1] == _MASK
        sign = _SIGN.search(shown)
        if sign is not None and not (begins_inside and sign.start() == 0):
            alone = not begins_inside and not shown[: sign.start()].strip()
            yield Remark(index + sign.start(), number, sign.start(), line[sign.start() :].rstrip(), alone)
        elif not shown.strip() and not begins_inside and index < len(text):
            yield Remark(index, number, 0, "", alone=True)
        index += len(line) + 1


def _masked(text: str, values: Iterable[tuple[int, int]]) -> str:
    pieces = []
    reached = 0
    for start, end in values:
        pieces += [text[reached:start], _MASK * (end - start)]
        reached = end
    return "".join([*pieces, text[reached:]])
