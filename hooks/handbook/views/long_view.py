"""A page that may be too long for one: the whole of it, or one of its pages.

Every page is made without the others, so that making all of them costs no more than making the whole once. Knows
neither what the units are nor how many fit on a page.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from handbook.library.target import Target
from handbook.text.formats import number as written
from handbook.views.blocks import Block, Line, Link, Paging, View, Words
from handbook.views.paging_blocks import Elsewhere, PageEntry

ANCHOR = "cac-trang"
OTHER_PAGES = "Xem các trang khác"


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together: an entry of an index, a section of a report."""

    anchor: str
    """Of the heading it stands under; empty where it stands under none."""
    heading: str
    name: str
    """What it is called where a page begins with it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is said of the whole, on its first page alone."""

    meta: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class LongView:
    """A page in units."""

    head: View
    """Without blocks."""
    units: tuple[Unit, ...]
    blocks: Callable[[range], tuple[Block, ...]]
    """Makes the blocks of some units that follow each other."""
    opening: Callable[[], Opening] = Opening


def whole_view(long: LongView) -> View:
    """Give all of it as one page."""
    opening = long.opening()
    blocks = (*opening.blocks, *long.blocks(range(len(long.units))))
    return dataclasses.replace(long.head, meta=opening.meta, blocks=blocks)


def view_of_page(long: LongView, pages: Sequence[range], number: int) -> View:
    """Give one of its pages.

    Args:
        long: The whole.
        pages: The units of each page.
        number: Which page, from 1.

    Raises:
        LookupError: There is no such page.
    """
    if not 1 <= number <= len(pages):
        raise LookupError(f"{long.head.target} has no page {number}")
    if len(pages) == 1:
        return whole_view(long)
    head = long.head
    target = _page(head.target, number)
    opening = long.opening() if number == 1 else Opening()
    blocks = (*opening.blocks, *long.blocks(pages[number - 1]))
    where = f"Trang {written(number)} trong {written(len(pages))} trang. "
    meta = (*opening.meta, (Words(where), Link(OTHER_PAGES, dataclasses.replace(target, part=ANCHOR))))
    paging = _paging(long, pages, number)
    if number == 1:
        return dataclasses.replace(head, meta=meta, blocks=blocks, paging=paging)
    first, last = long.units[pages[number - 1][0]].name, long.units[pages[number - 1][-1]].name
    return dataclasses.replace(
        head,
        target=target,
        title=f"{head.title}, trang {written(number)}",
        crumb=f"Trang {written(number)}",
        description=f"{head.title}, trang {written(number)}: từ “{first}” đến “{last}”.",
        lead=(),
        meta=meta,
        blocks=blocks,
        paging=paging,
    )


def _page(first: Target, number: int) -> Target:
    return first if number == 1 else dataclasses.replace(first, page=number)


def _paging(long: LongView, pages: Sequence[range], number: int) -> Paging:
    target = long.head.target
    entries = tuple(
        PageEntry(f"Trang {written(one)}", _page(target, one), long.units[units[0]].name)
        for one, units in enumerate(pages, 1)
    )
    return Paging(number, len(long.units), entries, _elsewhere(long, pages) if number == 1 else ())


def _elsewhere(long: LongView, pages: Sequence[range]) -> tuple[Elsewhere, ...]:
    """Give the headings that do not stand on the first page."""
    here = {long.units[unit].anchor for unit in pages[0]}
    found: dict[str, Elsewhere] = {}
    for number, units in enumerate(pages[1:], 2):
        for anchor, under in groupby(units, lambda unit: long.units[unit].anchor):
            if anchor and anchor not in here and anchor not in found:
                there = dataclasses.replace(_page(long.head.target, number), part=anchor)
                found[anchor] = Elsewhere(anchor, long.units[next(under)].heading, there)
    return tuple(found.values())
