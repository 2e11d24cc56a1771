"""What stands around a generated page's content, cut out of a sample page and filled for any number of others.

The theme takes several milliseconds for a page, nearly all of them for what pages of one shape share. So the theme
makes one sample of each shape, with a mark in each place where pages differ. Knows nothing of MkDocs or the theme.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from markupsafe import Markup, escape

from handbook.pages.contents import contents_items
from handbook.pages.tree import Crumb, GeneratedPage
from handbook.text.pickling import QuicklyPickled


class Slot(StrEnum):
    """A place where pages of one shape differ."""

    TITLE = "title"
    DESCRIPTION = "description"
    CRUMB = "crumb"
    LEAF = "leaf"
    """The last step of the page's address."""
    EDIT = "edit"
    SOURCE = "source"
    """The file that the page is edited in."""
    WHERE = "where"
    """What names the page in a message, written as in an address."""
    FIRST = "first"
    """The anchor of the first heading."""
    CONTENTS = "contents"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Shape(QuicklyPickled):
    """What the frames of pages differ in besides the words in their slots."""

    folder: str
    """Where the page stands, from the root of the site; "" is the root."""
    own_file: str
    """The file of a page that navigation may name, whose frame is like no other; "" for records."""
    own_title: str
    """The title of such a page, which the frames of others may show."""
    crumbs: tuple[Crumb, ...]
    tools: tuple[str, ...]
    has_description: bool
    has_edit_address: bool
    has_contents: bool

    def sample_file(self, number: int) -> str:
        """Give the sample page's file inside docs/; the number tells it from samples in the same folder."""
        return self.own_file or f"{self.folder}/{mark(Slot.LEAF)}n{number}n.md"


@dataclass(frozen=True, slots=True)
class Shell:
    """A sample page in pieces: text and the names of slots in turn, text first and last."""

    pieces: tuple[str, ...]


class UnusableShellError(Exception):
    """The theme left out what a page must show; the text says which slot, in Vietnamese."""


def mark(slot: Slot) -> str:
    """Give what stands in a slot of a sample page: letters and digits alone, so that nothing escapes or breaks it."""
    return f"slot0{slot}0slot"


_MARKS = re.compile(rf"slot0({'|'.join(Slot)})0slot(?:n\d+n)?")


def shape_of(page: GeneratedPage, *, is_record: bool) -> Shape:
    """Tell which shape a page has."""
    return Shape(
        folder=page.file.rpartition("/")[0],
        own_file="" if is_record else page.file,
        own_title="" if is_record else page.title,
        crumbs=page.crumbs,
        tools=page.tools,
        has_description=bool(page.description),
        has_edit_address=bool(page.edit_address),
        has_contents=bool(page.headings),
    )


def cut(html: str) -> Shell:
    """Cut a sample page at its marks.

    Raises:
        UnusableShellError: The content would not be seen.
    """
    pieces = tuple(_MARKS.split(html))
    if Slot.CONTENT not in pieces[1::2]:
        raise UnusableShellError(f"Giao diện không in “{Slot.CONTENT}” của trang.")
    return Shell(pieces)


def filled(shell: Shell, page: GeneratedPage) -> str:
    """Put a page into the shell of its shape."""
    words = _words(page)
    pieces = list(shell.pieces)
    pieces[1::2] = [words[slot] for slot in pieces[1::2]]
    return "".join(pieces)


def _words(page: GeneratedPage) -> Mapping[str, str]:
    return {
        Slot.TITLE: escape(Markup(page.title).striptags()),  # noqa: S704 - only to strip its tags
        Slot.DESCRIPTION: escape(page.description),
        Slot.CRUMB: escape(page.crumb),
        Slot.LEAF: page.file.rpartition("/")[2].removesuffix(".md"),
        Slot.EDIT: escape(page.edit_address or ""),
        Slot.SOURCE: escape(page.source),
        Slot.WHERE: quote(page.where, safe=""),
        Slot.FIRST: escape(page.headings[0].anchor if page.headings else ""),
        Slot.CONTENTS: contents_items(page.headings),
        Slot.CONTENT: page.html,
    }
