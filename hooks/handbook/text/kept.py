"""Finds in a text what must not be broken over two lines: document numbers, dates, a number with its unit.

Browsers and typesetters break "42-HD/BTCTW" after its hyphen and "02 ngày" at its space; both are then misread.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

KEPT = re.compile(
    r"""
    (?<! [\w/.=?&%-] )                # not in the middle of a web address
    (?:
      \d+ [-/] [\w/-]* \w %?          # 42-HD/BTCTW, 30/2024/NĐ-CP, 22/11/2026, 2-3
      | \d+ (?: [.,]\d+ )* % ?        # 1.440 or 94,44%
        \ \w+                         # and its unit: 02 ngày
    )
    """,
    re.VERBOSE,
)

_DIGIT = re.compile(r"\d")
"""What all that is kept begins with; most texts have none, and looking for it alone is fast."""

LONGEST = 20
"""Characters; what is longer than any document number must break, or a phone's page grows too wide."""


class Piece(NamedTuple):
    """A stretch of a text; `kept` means that no line may break inside."""

    words: str
    kept: bool


def may_be_kept(words: str) -> bool:
    """Tell quickly whether anything in a text can be kept at all."""
    return _DIGIT.search(words) is not None


def with_marked(words: str, mark: Callable[[str], str]) -> str:
    """Give a text in which what must not be broken is marked."""
    return KEPT.sub(lambda found: mark(found[0]) if len(found[0]) <= LONGEST else found[0], words)


def split_kept(words: str) -> Iterator[Piece]:
    """Split a text into pieces that may and may not be broken; joined they are the text again."""
    end = 0
    for match in KEPT.finditer(words) if may_be_kept(words) else ():
        if len(match.group()) > LONGEST:
            continue
        if match.start() > end:
            yield Piece(words[end : match.start()], kept=False)
        yield Piece(match.group(), kept=True)
        end = match.end()
    if end < len(words):
        yield Piece(words[end:], kept=False)
