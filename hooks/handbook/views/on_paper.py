"""What a page says on paper only: the code back to it, the blanks at its head, the marks of official papers.

It must not know how anything looks, nor in which format it is printed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import offers
from handbook.library.library import Library
from handbook.library.target import REPORT
from handbook.views.blocks import Block, ChipFamily, Criteria, Fact, FormSheet, Link, Phase, Section, Tone, View, Words

MARKS = frozenset({Words(", "), Words("; "), Words(".")})
"""What stands between links."""


class Use(StrEnum):
    """What people do with the printed page."""

    NONE = "none"
    """It is no document of its own: a list, a page that explains."""
    READ = "read"
    FILLED_IN = "filled-in"
    """It is ticked, scored or written on."""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What is printed besides what the page says on a screen; empty for a page that is no document of its own."""

    use: Use = Use.NONE
    address: str = ""
    """The page's public address; empty when the deployment has none: then there is no QR code."""
    blanks: tuple[str, ...] = ()
    """What is filled in by hand at the head."""
    heading: str = ""
    """The line in the right corner of an official paper; may be empty, like the two marks."""
    branch_mark: str = ""
    abstract_mark: str = ""


def on_paper(library: Library, addresses: Addresses, view: View) -> OnPaper:
    """Say what a page adds when it is printed."""
    target = view.target
    if target.kind == REPORT or not offers(library, target):
        return OnPaper()
    deployment = library.settings.deployment
    ticked = is_filled_in(view)
    form = any(isinstance(block, FormSheet) for block in _blocks(view.blocks))
    return OnPaper(
        use=Use.FILLED_IN if ticked or form else Use.READ,
        address=addresses.public(target) or "",
        blanks=deployment.blanks if ticked else (),
        heading=deployment.typography.heading or "",
        branch_mark=deployment.typography.branch_mark or "",
        abstract_mark=deployment.typography.abstract_mark or "",
    )


def is_filled_in(view: View) -> bool:
    """Tell whether people tick or score on a page: a checklist or a scoring table that is in use."""
    doubted = any(chip.family == ChipFamily.STATUS and chip.tone in {Tone.UNCLEAR, Tone.BAD} for chip in view.chips)
    return not doubted and any(isinstance(block, Phase | Criteria) for block in _blocks(view.blocks))


def leads_away(fact: Fact) -> bool:
    """Tell whether a fact holds nothing but links: paper cannot follow them."""
    return all(isinstance(piece, Link) or piece in MARKS for line in fact.lines for piece in line)


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from _blocks(block.blocks)
