"""References to records inside text: `((id))`, `((kind:id#part words shown))`. It must not know which records exist."""

import re
from dataclasses import dataclass

from handbook.reading.code_spans import blank_code

MENTION_START = "(("
"""How every reference in a text begins."""
_SLUG = r"[a-z][a-z0-9-]*"
_MENTION = re.compile(
    rf"\(\((?:(?P<kind>{_SLUG}):)?(?P<id>{_SLUG})(?:#(?P<part>{_SLUG}))?"
    r"(?:[ \t\n]+(?P<words>[^\s()](?:(?!\(\(|\n[ \t]*\n).)*?))?[ \t\n]*\)\)(?!\))",
    re.DOTALL,
)
_ATTEMPT = re.compile(r"\(\((?:[^()\n]|\([^()\n]*\))*\)?\)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in a text: where it stands (as indexes), what it names and the words to show, if it gives any."""

    start: int
    end: int
    kind: str | None
    id: str
    part: str | None
    words: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that begins as a reference and is none."""

    start: int
    end: int
    raw: str


def may_hold_mentions(written: str) -> bool:
    """Whether a file can hold a reference in a text at all: escapes in it may spell anything."""
    return MENTION_START in written or "\\" in written


def find_mentions(text: str) -> list[Mention]:
    """The references of a plain text, in order."""
    if MENTION_START not in text:
        return []
    return [
        Mention(found.start(), found.end(), found["kind"], found["id"], found["part"], _one_line(found), found.group())
        for found in _MENTION.finditer(text)
    ]


def find_mentions_in_markdown(text: str) -> list[Mention]:
    """The references of a Markdown text, in order; what stands in code or in a comment is left alone."""
    return find_mentions(blank_code(text)) if MENTION_START in text else []


def malformed(text: str) -> list[Malformed]:
    """What begins with two round brackets and is no reference, in order.

    In Markdown, give the text with its code blanked.
    """
    if MENTION_START not in text:
        return []
    without = _MENTION.sub(lambda found: " " * len(found.group()), text)
    return [Malformed(found.start(), found.end(), found.group()) for found in _ATTEMPT.finditer(without)]


def _one_line(found: re.Match[str]) -> str | None:
    words = found["words"]
    return None if words is None else " ".join(words.split())
