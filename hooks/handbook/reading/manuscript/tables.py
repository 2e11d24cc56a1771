"""Reads the tables of a manuscript: a head, a line of dashes, rows of as many cells."""

import itertools
import re
from collections.abc import Iterator

from handbook.reading.manuscript.lines import Line, Lines
from handbook.reading.manuscript.pieces import Grid, Odd, Runs
from handbook.reading.manuscript.reader import Reader

_DASHES = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_BAR = re.compile(r"\\.|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|(?P<bar>\|)")


def begins_table(lines: Lines) -> bool:
    """Tell whether the next two lines are a table's head and its dashes."""
    head, dashes = lines.peek(), lines.peek(1)
    return bool(head and dashes and "|" in head.text and "|" in dashes.text and _DASHES.fullmatch(dashes.text))


def read_table(reader: Reader, lines: Lines) -> Grid:
    """Read a table."""
    first = lines.take()
    head = _cells(reader, first)
    dashes = [one.strip() for one in lines.take().text.strip().strip("|").split("|")]
    numeric = tuple(one.endswith(":") and not one.startswith(":") for one in dashes)
    rows = []
    for line in lines.take_while(lambda one: not one.blank):
        cells = _cells(reader, line)
        if len(cells) != len(head):
            reader.tell(Odd.TABLE_CELLS, line.start)
        rows.append((*cells, *((),) * len(head))[: len(head)])
    if not rows:
        reader.tell(Odd.TABLE_EMPTY, first.start)
    return Grid(head, (*numeric, *(False,) * len(head))[: len(head)], tuple(rows))


def _cells(reader: Reader, line: Line) -> tuple[Runs, ...]:
    text = line.text.rstrip()
    if not text.startswith("|") or not text.endswith("|") or text.endswith("\\|"):
        reader.tell(Odd.TABLE_EDGE, line.start)
    return tuple(reader.inline.runs(line.start + start, line.start + end) for start, end in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give where each cell begins and ends; a bar in code or after a backslash parts nothing."""
    bars = [found.start() for found in _BAR.finditer(text) if found["bar"]]
    edges = [*([] if bars and not text[: bars[0]].strip() else [-1]), *bars]
    edges += [] if bars and not text[bars[-1] + 1 :].strip() else [len(text)]
    for left, right in itertools.pairwise(edges):
        yield left + 1, right
