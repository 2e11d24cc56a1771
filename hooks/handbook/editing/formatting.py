"""The canonical form of a data file or a page's front matter: same meaning, same comments, one way to write it.

A file with a fault in its reading is not touched: nobody can know what it was meant to say. Decomposed letters and a
byte-order mark are no such fault; they are mended.
"""

import codecs
from dataclasses import dataclass
from itertools import takewhile

from pydantic import BaseModel

from handbook.diagnostics import Code, Finding
from handbook.editing.nodes import Document, comments, plain
from handbook.editing.tree_reading import read_tree
from handbook.editing.tree_writing import Order, write_tree
from handbook.reading.decoding import decode
from handbook.reading.markdown_files import read_markdown_text
from handbook.reading.model_fields import fields_at
from handbook.reading.yaml_files import read_yaml_text
from handbook.text.nfc import to_nfc

MENDED = frozenset({Code.TEXT_NFC, Code.FILE_BOM})
"""What formatting mends by itself."""

_FENCE = "---"


class ChangedMeaningError(Exception):
    """The canonical form would not say what the file says; a fault of this generator, never of the file."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A file that can be rewritten: its values with comments, and the prose under them (None for a YAML file)."""

    document: Document | None
    """None for a page without front matter."""
    body: str | None


def format_file(data: bytes, name: str, model: type[BaseModel] | None) -> tuple[str | None, list[Finding]]:
    """Give a file's canonical text; None, with what is wrong, when it cannot be read.

    Args:
        data: The file as it is on disk.
        name: Its name as shown to people; what ends in ".md" has front matter.
        model: Whose order of fields its keys follow; None keeps their order.
    """
    tree, findings = read_file_tree(data, name)
    return (None if tree is None else write_file_tree(tree, order_of(model))), findings


def read_file_tree(data: bytes, name: str) -> tuple[Tree | None, list[Finding]]:
    """Read a file for rewriting; None, with what is wrong, when it cannot be read."""
    decoded, findings = decode(data.removeprefix(codecs.BOM_UTF8), name)
    text = to_nfc(decoded) if decoded is not None else ""
    is_page = name.endswith(".md")
    read, found = (read_markdown_text if is_page else read_yaml_text)(text, name) if text else (None, [])
    told = [finding for finding in (*findings, *found) if finding.code not in MENDED]
    if told or read is None:
        return None, told
    if not is_page:
        return Tree(read_tree(text), None), []
    body = read.body.rstrip("\n")
    if not read.values:
        return Tree(None, body), []
    _, *lines = text.split("\n")
    front = takewhile(lambda line: line.rstrip() != _FENCE, lines)
    return Tree(read_tree("\n".join(front) + "\n"), body), []


def write_file_tree(tree: Tree, order: Order) -> str:
    """Write a file from its tree.

    Raises:
        ChangedMeaningError: What is written would not be read back as the tree.
    """
    body = tree.body
    if tree.document is None:
        return f"{body}\n"
    front = write_tree(tree.document, order)
    again = read_tree(front)
    if plain(again.root) != plain(tree.document.root) or comments(again) != comments(tree.document):
        raise ChangedMeaningError(front)
    if body is None:
        return front
    return f"{_FENCE}\n{front}{_FENCE}\n" + (f"\n{body}\n" if body else "")


def order_of(model: type[BaseModel] | None) -> Order:
    """Give the order of keys that a model's fields have."""
    return lambda path: () if model is None else tuple(fields_at(model, path))
