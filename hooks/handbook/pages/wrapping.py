"""Keeps on one line what must not be broken: document numbers, dates, a number with its unit.

Browsers break "42-HD/BTCTW" after its hyphen and "02 ngày" at its space; both are then misread.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.pages.markup import markup_pattern, stretches

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

LONGEST = 20
"""Characters; what is longer than any document number must break, or a phone's page grows too wide."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `kept` means that no line may break inside."""

    words: str
    kept: bool


def split_kept(words: str) -> Iterator[Piece]:
    """Split a text into pieces that may and may not be broken; joined they are the text again."""
    end = 0
    for match in KEPT.finditer(words):
        if len(match.group()) > LONGEST:
            continue
        if match.start() > end:
            yield Piece(words[end : match.start()], kept=False)
        yield Piece(match.group(), kept=True)
        end = match.end()
    if end < len(words):
        yield Piece(words[end:], kept=False)


CLASS = "sh-kept"
"""The class of an element inside which no line is broken."""

_MARKUP = markup_pattern(("code", "pre", "script", "style", "svg", "textarea", "title"), (CLASS,))


def with_kept(html: str) -> str:
    """Mark in built HTML what must stay on one line; code and what is marked already are left alone."""
    return "".join(markup + _marked(text) for markup, text in stretches(html, _MARKUP))


def _marked(text: str) -> str:
    return "".join(
        f'<span class="{CLASS}">{piece.words}</span>' if piece.kept else piece.words for piece in split_kept(text)
    )
