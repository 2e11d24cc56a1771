"""The whole handbook as one file: which pages it holds, in the order of the navigation, and its cover.

A page that the navigation names is a chapter; at the index of a kind its records follow, in the order of the index.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import DOWNLOADS
from handbook.downloads.pdf import Binding
from handbook.library.field_pages import FIELDS
from handbook.library.freshness import REVIEW
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.rules.pages import generated_pages
from handbook.text.formats import date
from handbook.views.blocks import Block, Entries, Section
from handbook.views.index import index_view

WHOLE = Target(REPORT, DOWNLOADS)
"""The page that offers the file."""

REGISTERS = frozenset({"document", "source", "term"})
"""Kinds that stand in the file as their index alone: on paper nobody follows statements from source to source, and a
term's meaning stands in the index. They would make up more than half of the pages."""

FOR_SCREENS = frozenset({DOWNLOADS, FIELDS, REVIEW, "codes", "to-compare"})
"""Reports that are of use only beside the files, the commands and the data."""

KEPT_ON_THE_DEVICE = "data"
"""The tool whose page speaks of what a browser keeps; the pages of other tools also say how it is done by hand."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the file: how far it stands below the chapter before it."""

    target: Target
    depth: int = 0


def leaves(library: Library) -> tuple[Leaf, ...]:
    """Give the pages of the file, each once."""
    found: dict[Target, Leaf] = {}
    for leaf in _leaves(library):
        found.setdefault(leaf.target, leaf)
    return tuple(found.values())


def binding(library: Library, bound: Iterable[Leaf]) -> Binding:
    """Give the cover: the handbook's name, the day, what it is and is not."""
    deployment = library.settings.deployment
    lines = (f"Bản ngày {date(library.settings.date)}", *deployment.footer)
    return Binding(deployment.name, lines, tuple(leaf.depth for leaf in bound))


def _leaves(library: Library) -> Iterator[Leaf]:
    generated = generated_pages(library, Addresses(library.settings))
    for path in _order(library, generated):
        target = Target(PAGE, path) if path in library.pages else generated.get(path)
        if target is None or target.page or _serves_screens(library, target):
            continue  # on paper a long list is in one piece
        yield Leaf(target)
        if target.kind not in {PAGE, REPORT} and not target.id and target.kind not in REGISTERS:
            yield from (Leaf(record, 1) for record in _listed(index_view(library, target.kind).blocks))


def _serves_screens(library: Library, target: Target) -> bool:
    if target.kind == PAGE:
        return library.pages[target.id].meta.tool == KEPT_ON_THE_DEVICE
    return target.kind == REPORT and target.id in FOR_SCREENS


def _order(library: Library, generated: Iterable[str]) -> Iterator[str]:
    """Give the pages that the navigation names; all of them where a handbook has none."""
    named = [entry.page for entry in library.settings.navigation]
    yield from named or (*sorted(library.pages), *generated)


def _listed(blocks: tuple[Block, ...]) -> Iterator[Target]:
    """Give what an index lists, in its order."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _listed(block.blocks)
        entries = block.entries if isinstance(block, Entries) else ()
        yield from (entry.link.target for entry in entries)
