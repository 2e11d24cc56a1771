"""Turns a view into plain values for the typst templates: words stay words, links become addresses or names of places.

Every value of the vocabulary becomes a mapping of its fields, with the name of its type under "is". It must not know
how any of them looks.
"""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import quote

from handbook.downloads.imprint import Address
from handbook.downloads.pdf_papers import Paper
from handbook.text.kept import split_kept
from handbook.views.blocks import Target

LONGEST = 14
"""Characters of a run without a space; a longer one may be broken anywhere, or it would leave its column."""
CHUNK = 3
"""Characters between two places where such a run may be broken."""
IDENTIFIERS = frozenset({"kind", "slot"})
"""Fields whose strings are names that the templates compare, not words; an enum's value is one anyway."""

Value = Any
"""What JSON knows."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where links lead: to a place in the same file, to a web address, or nowhere."""

    href: Address
    inside: frozenset[str]
    """The names of the places in this file that something links to."""

    def link(self, target: Target, page: Target) -> Mapping[str, str]:
        """Say where a link on a page to a target leads; a record that is not in the file stands in its index."""
        for place in _places(target):
            if place != page and place_name(place) in self.inside:
                return {"to": place_name(place)}
        return outside(self.href(target))

    def place(self, target: Target) -> str:
        """Give the name of a place; a place that nothing links to needs none."""
        name = place_name(target)
        return name if name in self.inside else ""


def ways(papers: Iterable[Paper], href: Address) -> Ways:
    """Find which links of some papers lead to a place in one of them.

    A name that stands twice leads nowhere for certain: links then lead to the paper as a whole.
    """
    papers = tuple(papers)
    there = Counter(place_name(target) for paper in papers for target in paper.places())
    wanted = {place_name(one) for paper in papers for target in paper.targets() for one in _places(target)}
    return Ways(href, frozenset(name for name in wanted if there[name] == 1))


def _places(target: Target) -> tuple[Target, ...]:
    """Give where a link to a target may lead: to it, to its paper, to the index of its kind."""
    return target, target.whole(), Target(target.kind)


def place_name(target: Target) -> str:
    """Name a place in a file."""
    return f"{target.kind}/{target.id}#{target.part}"


def outside(address: str) -> Mapping[str, str]:
    """Let a link lead to a web address; anything but http and https is printed as words alone."""
    if not address.startswith(("https://", "http://")):
        return {}
    return {"href": quote(address, safe=":/?#[]@!$&'()*+,;=%~")}  # a PDF's addresses are ASCII


def values(thing: object, page: Target, ways: Ways) -> Value:
    """Turn a value of the vocabulary into plain values.

    Args:
        thing: A block, a piece of one, or a tuple of such.
        page: The page it stands on.
        ways: Where links lead.
    """
    match thing:
        case None | bool() | int() | float():
            return thing
        case Enum():
            return thing.value
        case str():
            return words(thing)
        case tuple():
            return [values(one, page, ways) for one in thing]
        case Target():
            return ways.link(thing, page)
        case _:
            return _fields(thing, page, ways)


def _fields(thing: Any, page: Target, ways: Ways) -> Mapping[str, Value]:
    made: dict[str, Value] = {"is": type(thing).__name__.lower()}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if field.name == "anchor":
            made["anchor"] = ways.place(dataclasses.replace(page, part=value)) if value else ""
        elif field.name == "url":
            made["target"] = outside(value)
        elif field.name in IDENTIFIERS and isinstance(value, str):
            made[field.name] = value
        else:
            made[field.name] = values(value, page, ways)
    return made


def words(text: str) -> Value:
    """Give a text as it is set: itself, or its pieces where some must be kept together, may be broken, or end a line.

    A piece is a string, `{"kept": …}`, `{"long": […]}`, or None for the end of a line.
    """
    pieces: list[Value] = []
    for index, line in enumerate(text.split("\n")):
        pieces += [None] if index else []
        for piece in split_kept(line):
            if piece.kept and len(piece.words) <= LONGEST:
                pieces.append({"kept": piece.words})
            else:
                pieces += _breakable(piece.words)
    if not pieces:
        return ""
    return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces


def _breakable(text: str) -> list[Value]:
    """Set apart the long runs of a text; the rest stays together."""
    pieces: list[Value] = []
    plain: list[str] = []
    for word in text.split(" "):
        if len(word) <= LONGEST:
            plain.append(word)
            continue
        if plain:
            pieces.append(" ".join(plain) + " ")
        pieces.append({"long": [word[start : start + CHUNK] for start in range(0, len(word), CHUNK)]})
        plain = [""]
    if plain != [""] or not pieces:
        pieces.append(" ".join(plain))
    return pieces
