"""What of a view is printed: all it says, without what only serves on a screen.

It must not know how anything looks.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from handbook.views.blocks import (
    Block,
    Citation,
    Criteria,
    Criterion,
    FormSheet,
    Section,
    Story,
    Target,
    View,
)
from handbook.views.on_paper import is_filled_in

Prose = Callable[[str], tuple[Block, ...]]
"""Turns a record's Markdown into blocks."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A view as it is printed."""

    view: View
    """What is said; of a form, what stands around it."""
    sheet: FormSheet | None
    """The form, where the view holds one: it is printed first and alone."""
    explained: bool = True
    """Whether pages on how to fill it in follow the form."""

    @property
    def filled_in(self) -> bool:
        """Whether people tick or score on it: a checklist or a scoring table that is in use."""
        return is_filled_in(self.view)

    def targets(self) -> Iterator[Target]:
        """Give what the paper links to."""
        view = self.view
        return (part for part in _parts((view.lead, view.meta, view.blocks, self.sheet)) if isinstance(part, Target))

    def places(self) -> Iterator[Target]:
        """Give what can be linked to: the paper and its parts; some may come twice."""
        yield self.view.target
        for part in _parts((self.view.blocks, self.sheet)):
            if getattr(part, "anchor", ""):
                yield dataclasses.replace(self.view.target, part=part.anchor)


def paper(view: View, story: Prose, *, explained: bool = True) -> Paper:
    """Give a view as it is printed: stories as blocks, without the sections and links that only a screen needs.

    Args:
        view: The page.
        story: Turns Markdown into blocks.
        explained: With how to fill a form in, and with what each criterion means and how to reach it.
    """
    blocks = tuple(_blocks(view.blocks, story))
    sheet = next((part for part in _parts(blocks) if isinstance(part, FormSheet)), None)
    if sheet is not None:
        blocks = tuple(_without(blocks, sheet)) if explained else ()
    if not explained:
        blocks = tuple(map(_unexplained, blocks))
    return Paper(dataclasses.replace(view, blocks=blocks, files=()), sheet, explained)


def _unexplained(block: Block) -> Block:
    """Leave out what explains the criteria of a scoring table."""
    match block:
        case Section():
            return dataclasses.replace(block, blocks=tuple(map(_unexplained, block.blocks)))
        case Criteria():
            return Criteria(tuple(map(_to_score, block.criteria)))
        case _:
            return block


def _to_score(criterion: Criterion) -> Criterion:
    """Keep of a criterion what is read while scoring."""
    facts = tuple(fact for fact in criterion.facts if fact.needed)
    return dataclasses.replace(criterion, facts=facts, bases=(), parts=tuple(map(_to_score, criterion.parts)))


def _blocks(blocks: Iterable[Block], story: Prose) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Section(screen_only=True):
                continue
            case Section(blocks=[Citation() as citation]):
                yield citation  # one line on paper: a heading of its own would be longer than what it says
            case Section():
                yield dataclasses.replace(block, blocks=tuple(_blocks(block.blocks, story)))
            case Story(markdown):
                yield from _blocks(story(markdown), story)
            case _:
                yield block


def _without(blocks: Iterable[Block], sheet: FormSheet) -> Iterator[Block]:
    """Leave a form out, and the sections that hold nothing else."""
    for block in blocks:
        if block is sheet:
            continue
        if isinstance(block, Section):
            rest = tuple(_without(block.blocks, sheet))
            if rest or not block.blocks:
                yield dataclasses.replace(block, blocks=rest)
        else:
            yield block


def _parts(thing: Any) -> Iterator[Any]:
    """Give every value of the views' vocabulary inside something, outermost first, in the order of print."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from _parts(one)
    elif dataclasses.is_dataclass(thing):
        yield thing
        for field in dataclasses.fields(thing):
            yield from _parts(getattr(thing, field.name))
