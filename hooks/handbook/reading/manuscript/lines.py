"""The lines of a manuscript as its reader goes through them: each without the indentation of what it stands in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

TAB = 4
"""Spaces that put a line under the entry or the note above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and the index in the whole text at which it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The index at which it ends, before the line break."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    def moved_out(self) -> "Line":
        """Give the line without one step of indentation."""
        step = min(self.indent, TAB)
        return Line(self.text[step:], self.start + step)


class Lines:
    """Lines, and how far they have been read."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)
        self._next = 0

    def peek(self, ahead: int = 0) -> Line | None:
        """Give a line that comes, if there is one."""
        index = self._next + ahead
        return self._lines[index] if index < len(self._lines) else None

    def take(self) -> Line:
        """Give the next line and go on."""
        line = self._lines[self._next]
        self._next += 1
        return line

    def take_while(self, fits: Callable[[Line], bool]) -> Iterator[Line]:
        """Give the lines that follow as long as they fit."""
        while (line := self.peek()) is not None and fits(line):
            yield self.take()

    def take_under(self) -> "Lines":
        """Give the lines that are indented under the last one, moved out; blank lines between them go along."""
        taken = []
        while (line := self.peek()) is not None:
            if line.blank:
                after = next((one for one in self._lines[self._next :] if not one.blank), None)
                if after is None or after.indent < TAB:
                    break
            elif line.indent < TAB:
                break
            taken.append(self.take().moved_out())
        return Lines(taken)


def lines_of(text: str) -> Lines:
    """Split a text into lines."""
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append(Line(line, start))
        start += len(line) + 1
    return Lines(lines)
