"""Reads the lists of a manuscript: points, or numbers counted from 1, and one level of lists under them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.reading.manuscript.lines import TAB, Line, Lines
from handbook.reading.manuscript.pieces import Listing, Odd, Point
from handbook.reading.manuscript.reader import Reader

DEEPEST = 2
_MARK = re.compile(r"(?P<indent> {0,3})(?:[-*+]|(?P<number>\d+)\.)[ \t]+(?=\S)")
_BLOCK = re.compile(r"(?:#|>|[-*+][ ]|\d+\.[ ]|```|~~~|!!!|\?\?\?)")


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign before an entry: how far it is indented, its number if it has one, where its words begin."""

    indent: int
    number: int | None
    length: int


def begins_list(line: Line) -> bool:
    """Tell whether a line begins an entry of a list."""
    return _mark(line) is not None


def read_list(reader: Reader, lines: Lines, depth: int = 1) -> Listing:
    """Read a list, up to the first line that does not belong to it."""
    first = lines.peek()
    mark = _mark(first) if first else None
    numbered = mark is not None and mark.number is not None
    points = tuple(_points(reader, lines, depth, numbered=numbered))
    return Listing(numbered, points)


def _points(reader: Reader, lines: Lines, depth: int, *, numbered: bool) -> Iterator[Point]:
    count = 0
    glued = False
    while (line := lines.peek()) is not None:
        if line.blank:
            lines.take()
            glued = False
            continue
        mark = _mark(line)
        if mark is None:
            if glued:
                reader.tell(Odd.LIST_ENDLESS, line.start)
            return
        glued = True
        count += 1
        if mark.indent:
            reader.tell(Odd.LIST_INDENT, line.start)
        if (mark.number is not None) != numbered:
            reader.tell(Odd.LIST_MIXED, line.start)
        elif numbered and mark.number not in {1, count}:
            reader.tell(Odd.LIST_NUMBERS, line.start)
        yield _point(reader, lines, mark, depth)


def _point(reader: Reader, lines: Lines, mark: Mark, depth: int) -> Point:
    first = last = lines.take()
    start = first.start + mark.length
    if _BLOCK.match(reader.text, start):
        reader.tell(Odd.LIST_BLOCK, start)
    while (line := lines.peek()) is not None and not line.blank and _mark(line) is None and line.indent < TAB:
        if not line.indent:
            reader.tell(Odd.LIST_ENDLESS, line.start)
        last = lines.take()
    return Point(reader.inline.runs(start, last.end), _inner(reader, lines.take_under(), depth))


def _inner(reader: Reader, under: Lines, depth: int) -> Listing | None:
    while (line := under.peek()) is not None and line.blank:
        under.take()
    if line is None:
        return None
    inner = None
    if begins_list(line):
        if depth >= DEEPEST:
            reader.tell(Odd.LIST_DEPTH, line.start)
        inner = read_list(reader, under, depth + 1)
    rest = next(under.take_while(lambda _: True), None)
    if rest is not None:
        reader.tell(Odd.LIST_BLOCK, rest.start)
    return inner


def _mark(line: Line) -> Mark | None:
    found = _MARK.match(line.text)
    if found is None:
        return None
    return Mark(len(found["indent"]), int(found["number"]) if found["number"] else None, found.end())
