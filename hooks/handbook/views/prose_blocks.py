"""Blocks of running prose that records do not need: lists that are numbered or hold other lists."""

from dataclasses import dataclass

from handbook.views.pieces import Line


@dataclass(frozen=True, slots=True)
class Point:
    """An entry of a list, with the list under it."""

    line: Line
    inner: "Listing | None" = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of points; numbered ones count from 1."""

    points: tuple[Point, ...]
    numbered: bool = False
