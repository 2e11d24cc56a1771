"""Where each value of a YAML text stands. It must not know what the values mean.

Most files are without fault and nobody asks for a place in them, so the index is made only when the first place is
asked for, by going through the text once more.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from handbook.reading.yaml_events import end, events, start

ValuePath = tuple[str | int, ...]
"""A path inside a file's values, such as `("statements", 0, "text")`."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both counted from 1; columns count characters."""

    line: int
    column: int


FIRST = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value begins, where it stands in the text (as indexes), and where its key begins."""

    place: Place
    start: int
    end: int
    key: Place | None


class Places:
    """The index of one YAML text; the text is kept in half the memory, for thousands of files are kept at once."""

    __slots__ = ("_encoded", "_found", "_spans")

    def __init__(self, text: str) -> None:
        self._encoded = text.encode("utf-8", "surrogatepass")
        self._spans: dict[ValuePath, Span] | None = None
        self._found: dict[tuple[ValuePath, str], list[Place]] = {}
        """Where a piece of text was found before: it may be asked for as often as it stands there."""

    @property
    def text(self) -> str:
        """The text that the places are in."""
        return self._encoded.decode("utf-8", "surrogatepass")

    def place(self, path: ValuePath, *, key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest enclosing value when there is none."""
        found = self._nearest(path)
        if found is None:
            return FIRST
        reached, span = found
        if key and span.key is not None and len(reached) == len(path):
            return span.key
        return span.place

    def place_of(self, path: ValuePath, needle: str, occurrence: int = 0) -> Place:
        """The place of a piece of text inside a text value; the value's own place when it cannot be told."""
        found = self._nearest(path)
        if found is None:
            return FIRST
        span = found[1]
        words = [re.escape(word) for word in needle.split()]
        if not words:
            return span.place
        places = self._found.get((found[0], needle))
        if places is None:
            text = self.text
            matches = re.finditer(r"\s+".join(words), text[span.start : span.end])
            places = self._found[found[0], needle] = places_at(text, [span.start + match.start() for match in matches])
        return places[occurrence] if occurrence < len(places) else span.place

    def _nearest(self, path: ValuePath) -> tuple[ValuePath, Span] | None:
        if self._spans is None:
            self._spans = _index(self.text)
        for length in range(len(path), -1, -1):
            span = self._spans.get(path[:length])
            if span is not None:
                return path[:length], span
        return None


def place_at(text: str, index: int) -> Place:
    """The place of the character at an index of a text whose lines end in a line feed."""
    line_start = text.rfind("\n", 0, index) + 1
    return Place(text.count("\n", 0, line_start) + 1, index - line_start + 1)


def places_at(text: str, indexes: Sequence[int]) -> list[Place]:
    """Give the places of many characters, as `place_at` gives that of one."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = [bisect_right(starts, index) for index in indexes]
    return [Place(line, index - starts[line - 1] + 1) for line, index in zip(lines, indexes, strict=True)]


@dataclass(slots=True)
class _Frame:
    """A mapping or a sequence that is being gone through."""

    path: ValuePath
    is_mapping: bool
    count: int = 0
    key: str | None = None
    key_place: Place | None = None

    def child(self) -> ValuePath:
        return (*self.path, self.key if self.key is not None else self.count)

    def step(self) -> None:
        self.count += 1
        self.key = self.key_place = None


def _index(text: str) -> dict[ValuePath, Span]:
    spans: dict[ValuePath, Span] = {}
    stack: list[_Frame] = []
    for event in events(text):
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            if stack:
                stack[-1].step()
            continue
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            continue
        place = Place(start(event).line + 1, start(event).column + 1)
        frame = stack[-1] if stack else None
        if frame is not None and frame.is_mapping and frame.key is None and isinstance(event, yaml.ScalarEvent):
            frame.key, frame.key_place = event.value, place
            continue
        path = frame.child() if frame is not None else ()
        key = frame.key_place if frame is not None else None
        spans[path] = Span(place, start(event).index, end(event).index, key)
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(_Frame(path, isinstance(event, yaml.MappingStartEvent)))
        elif frame is not None:
            frame.step()
    return spans
