"""The references of hand-written Markdown as Markdown links, so that any Markdown builder can read and check them."""

import re
from collections.abc import Callable

from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.references import find_mentions_in_markdown
from handbook.views.blocks import Code, Figure, Link, Outside, Strong, Words
from handbook.views.inline import mentioned

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}  # these cannot be kept as they are by a backslash

Address = Callable[[Target], str]


def with_links(library: Library, markdown: str, href: Address) -> str:
    """Replace every ((reference)) by a Markdown link.

    Args:
        library: Where references are resolved.
        markdown: The text; code is left alone.
        href: Gives the address to write for a target.
    """
    pieces: list[str] = []
    start = 0
    for mention in find_mentions_in_markdown(markdown):
        pieces.append(markdown[start : mention.start])
        pieces.append(inline_markdown(mentioned(library, mention), href))
        start = mention.end
    return "".join([*pieces, markdown[start:]])


def inline_markdown(piece: object, href: Address) -> str:
    """Give an inline piece as Markdown: words, or a link with what its reader must be warned of."""
    if isinstance(piece, Words):
        return escaped(piece.words)
    if isinstance(piece, Strong):
        return f"**{escaped(piece.words)}**"
    if isinstance(piece, Code):
        return f"`` {piece.words} ``"
    if isinstance(piece, Outside):
        return f"[{escaped(piece.words)}](<{piece.url}>)"
    if isinstance(piece, Figure):
        doubt = f" ({piece.doubt.short_words.lower()})" if piece.doubt else ""
        return f"[{escaped(piece.words)}]({href(piece.target)}){doubt}"
    if isinstance(piece, Link):
        status = f" ({piece.status.words.lower()})" if piece.status else ""
        return f"[{escaped(piece.words)}]({href(piece.target)}){status}"
    raise TypeError(f"no Markdown for {type(piece).__name__}")


def escaped(words: str) -> str:
    """Write words so that Markdown prints each of their letters and makes nothing of them."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), words)
