"""How the files to take away are shown: on the page that offers them, and in the list of all of them.

Whether a file has been made, and how big it is, is known later: `with_made` brings it in.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import OFFERED, FileId, file_address, offers, saved_as, words_of
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.settings.vocabulary import ReportEntry
from handbook.text.collation import sort_key
from handbook.text.formats import number
from handbook.views.blocks import Block, Paragraph, Section, View
from handbook.views.file_blocks import FileLink, FileRow, Files
from handbook.views.inline import link, words
from handbook.views.long_view import LongView, Unit
from handbook.views.report_page import report_page

NOT_MADE = "Bản dựng này không kèm tệp để tải."
KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Made:
    """A file that has been made: its size in bytes, and its pages where it has pages."""

    size: int
    pages: int | None = None


def with_offers(library: Library, addresses: Addresses, view: View) -> View:
    """Add to a page's view the files that it offers."""
    found = tuple(_link(library, addresses, file) for file in offers(library, view.target))
    return dataclasses.replace(view, files=found) if found else view


def with_made(view: View, made: Mapping[str, Made]) -> View:
    """Keep of the files that a view names those that are made, by their addresses, and say how big they are."""
    blocks = tuple(_made_block(block, made) for block in view.blocks)
    return dataclasses.replace(view, files=_made(view.files, made), blocks=blocks)


def downloads_view(library: Library, addresses: Addresses, report: ReportEntry) -> LongView:
    """List all files to take away, by kind of record."""
    found = [
        (kind, target, named)
        for kind in library.settings.vocabulary.kinds
        if kind.id in OFFERED
        for target, named in library.told(by_short_name, kind.id)
    ]

    def blocks(units: range) -> tuple[Block, ...]:
        some = groupby(found[units.start : units.stop], key=lambda one: one[0])
        return tuple(
            Section(kind.slug, kind.title, (Files(tuple(_row(library, addresses, target) for _, target, _ in own)),))
            for kind, own in some
        )

    return LongView(
        report_page(report, ()),
        tuple(Unit(kind.slug, kind.title, named) for kind, _, named in found),
        blocks,
    )


def by_short_name(library: Library, kind: str) -> tuple[tuple[Target, str], ...]:
    """Give the records of a kind in the order of their short names, with these."""
    named = ((target, library.short_title(target)) for target in library.entries.targets(kind))
    return tuple(sorted(named, key=lambda one: sort_key(one[1])))


def _row(library: Library, addresses: Addresses, target: Target) -> FileRow:
    files = tuple(_link(library, addresses, file) for file in offers(library, target))
    return FileRow(link(library, target), files)


def _link(library: Library, addresses: Addresses, file: FileId) -> FileLink:
    return FileLink(words_of(file), file_address(addresses, file), saved_as(library, file))


def _made(files: tuple[FileLink, ...], made: Mapping[str, Made]) -> tuple[FileLink, ...]:
    return tuple(dataclasses.replace(one, extent=extent(made[one.address])) for one in files if one.address in made)


def _made_block(block: Block, made: Mapping[str, Made]) -> Block:
    if isinstance(block, Section):
        return dataclasses.replace(block, blocks=tuple(_made_block(one, made) for one in block.blocks))
    if isinstance(block, Files):
        rows = tuple(dataclasses.replace(row, files=_made(row.files, made)) for row in block.rows)
        kept = tuple(row for row in rows if row.files)
        return Files(kept) if kept else Paragraph(words(NOT_MADE), quiet=True)
    return block


def extent(made: Made) -> str:
    """Say how big a file is: "2 trang, 84 KB"."""
    if made.size < KILOBYTE * KILOBYTE:
        size = f"{number(max(1, round(made.size / KILOBYTE)))} KB"
    else:
        size = f"{number(round(made.size / KILOBYTE / KILOBYTE, 1))} MB"
    return f"{number(made.pages)} trang, {size}" if made.pages else size
