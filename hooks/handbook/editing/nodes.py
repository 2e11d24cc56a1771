"""A YAML file as a tree that keeps what people wrote beside the values. Must not know how it is read or written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbook.reading.scalars import Scalar


@dataclass(frozen=True, slots=True)
class Single:
    """A single value; `written` is how a number was written, so that 94.40 stays 94.40."""

    value: Scalar
    written: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A value inside a mapping (with its key) or a list (without), and the comments that belong to it.

    `above` holds the comment lines before it, "" for an empty line; `beside` the comment at the end of its line.
    """

    value: "Node"
    key: str = ""
    above: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values; `after` holds the comment lines that follow the last of them."""

    children: tuple[Child, ...]
    after: tuple[str, ...] = ()

    def child(self, key: str) -> Child | None:
        """Give what stands under a key, if it is there."""
        return next((child for child in self.children if child.key == key), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in a row; `after` holds the comment lines that follow the last of them."""

    children: tuple[Child, ...]
    after: tuple[str, ...] = ()


Node = Single | Mapping | Listing


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: the comments at its head, which stay there, and its values."""

    head: tuple[str, ...]
    root: Mapping


def plain(node: Node) -> object:
    """Give the plain values of a tree."""
    if isinstance(node, Single):
        return node.value
    if isinstance(node, Mapping):
        return plain_mapping(node)
    return [plain(child.value) for child in node.children]


def plain_mapping(mapping: Mapping) -> dict[str, Any]:
    """Give the plain values of a mapping by their keys."""
    return {child.key: plain(child.value) for child in mapping.children}


def comments(document: Document) -> list[str]:
    """Give every comment of a file, sorted; empty lines are none."""
    found = [*document.head, *_comments(document.root)]
    return sorted(comment for comment in found if comment)


def _comments(node: Node) -> Iterator[str]:
    if isinstance(node, Single):
        return
    for child in node.children:
        yield from child.above
        yield child.beside
        yield from _comments(child.value)
    yield from node.after
