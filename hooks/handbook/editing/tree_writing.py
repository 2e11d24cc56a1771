"""A tree is written in the one canonical form: order of keys, two spaces a step, one line a text, comments in place.

Which order the keys have is asked for by their path; whose order it is, is not known here.
"""

from collections.abc import Callable, Iterator, Sequence

from handbook.editing.nodes import Child, Document, Listing, Mapping, Node, Single
from handbook.editing.values import write_on_one_line, write_single
from handbook.reading.places import ValuePath

WIDTH = 120
"""Lists of ids that would make a line longer than this stand one below the other."""
_STEP = "  "
_ITEM = "- "

Order = Callable[[ValuePath], Sequence[str]]
"""Gives the keys of a mapping at a path in their order; keys it does not name come last, as they stood."""


def write_tree(document: Document, order: Order) -> str:
    """Write a file's text; it ends in one line feed."""
    lines = [*_remarks(document.head, ""), *_mapping(document.root, "", (), order)]
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines) + "\n"


def _mapping(mapping: Mapping, indent: str, path: ValuePath, order: Order) -> Iterator[str]:
    for child in in_order(mapping, order(path)):
        yield from _remarks(child.above, indent)
        yield from _value(child, f"{indent}{_key(child.key)}:", indent, (*path, child.key), order)
    yield from _remarks(mapping.after, indent)


def in_order(mapping: Mapping, keys: Sequence[str]) -> list[Child]:
    """Give the children of a mapping in the order of keys; those not named come last, as they stood."""
    rank = {key: number for number, key in enumerate(keys)}
    return sorted(mapping.children, key=lambda child: rank.get(child.key, len(rank)))


def _listing(listing: Listing, indent: str, path: ValuePath, order: Order) -> Iterator[str]:
    for number, child in enumerate(listing.children):
        inside = (*path, number)
        if isinstance(child.value, Mapping) and child.value.children:
            yield from _mapping_in_list(child, child.value, indent, inside, order)
        else:
            yield from _remarks(child.above, indent)
            yield from _value(child, f"{indent}-", indent, inside, order)
    yield from _remarks(listing.after, indent)


def _mapping_in_list(child: Child, mapping: Mapping, indent: str, path: ValuePath, order: Order) -> Iterator[str]:
    """Its first key stands on the line of the dash, so the comments of both stand above the dash."""
    first, *rest = in_order(mapping, order(path))
    above = (*child.above, *((child.beside,) if child.beside else ()), *first.above)
    yield from _remarks(above, indent)
    bare = Child(first.value, first.key, (), first.beside)
    lines = list(_mapping(Mapping((bare, *rest), mapping.after), indent + _STEP, path, order))
    yield indent + _ITEM + lines[0].removeprefix(indent + _STEP)
    yield from lines[1:]


def _value(child: Child, start: str, indent: str, path: ValuePath, order: Order) -> Iterator[str]:
    node: Node = child.value
    beside = f"  {child.beside}" if child.beside else ""
    if isinstance(node, Single):
        written = write_single(node, indent, quoted=bool(beside))
        first, *more = written.split("\n")
        yield f"{start} {first}{beside}"
        yield from more
        return
    on_one_line = write_on_one_line(node, WIDTH - len(start) - 1)
    if on_one_line is not None:
        yield f"{start} {on_one_line}{beside}"
        return
    yield f"{start}{beside}"
    if isinstance(node, Mapping):
        yield from _mapping(node, indent + _STEP, path, order)
    else:
        yield from _listing(node, indent + _STEP, path, order)


def _key(key: str) -> str:
    return write_single(Single(key), "")


def _remarks(remarks: Sequence[str], indent: str) -> Iterator[str]:
    """Write comment lines; of several empty lines one stays."""
    before = "comment"
    for remark in remarks:
        if remark or before:
            yield f"{indent}{remark}" if remark else ""
        before = remark
