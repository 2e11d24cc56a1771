"""The smallest parts of a view: words, links, numbers, chips, degrees of certainty. Blocks are made of them.

They hold plain text, never markup, and know nothing of how they are printed.
"""

from dataclasses import dataclass
from enum import StrEnum

from handbook.library.certainty import Level as Dial
from handbook.library.target import Target as Target


class Tone(StrEnum):
    """How a note or a chip is meant; a format gives each tone a shape and a word, never colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    UNCLEAR = "unclear"
    BAD = "bad"


class ChipFamily(StrEnum):
    """The families of chips, told apart by shape so that they survive black-and-white print."""

    KIND = "kind"
    STATUS = "status"
    DUTY = "duty"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Chip:
    """A short label: kind of record, status of a document, duty, scope."""

    family: ChipFamily
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a statement is: the dial, its long words and the short ones used in lists."""

    dial: Dial
    words: str
    short_words: str


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a record; `status` is set only when the reader must be warned (superseded, unclear)."""

    words: str
    target: Target
    status: Chip | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands in one statement and is printed wherever it is needed, leading back to it.

    `doubt` is set only when the statement is not safe to rely on (unchecked, disputed).
    """

    words: str
    target: Target
    doubt: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """Words that lead out of the handbook (http or https)."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the sentence."""

    words: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words exactly as they are typed or stored, such as a command."""

    words: str


Inline = Words | Link | Figure | Outside | Strong | Code
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands for it."""

    label: str
    lines: tuple[Line, ...]
    needed: bool = False
    """It is part of the work, not of its explanation: it stays where explanations are left out."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a duty, step or criterion rests on: the document or source (at the statement), and how sure that is."""

    link: Link
    certainty: Certainty
