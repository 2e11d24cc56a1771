"""Files to take away: which pages offer which, how each file is called and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.records.meeting import Meeting
from handbook.text.slug import slug


class Format(StrEnum):
    """A format in which a page can be taken away."""

    PDF = "pdf"
    LARGE_PDF = "large-pdf"
    WORD = "word"
    SPREADSHEET = "spreadsheet"
    CALENDAR = "calendar"
    PACK = "pack"
    """Everything for a meeting in one PDF."""
    BUNDLE = "bundle"
    """Everything for a meeting as files in one ZIP."""


@dataclass(frozen=True, slots=True)
class Named:
    """How the files of a format are called: the end of their address, and what people call them."""

    ending: str
    words: str


NAMES = {
    Format.PDF: Named(".pdf", "PDF"),
    Format.LARGE_PDF: Named("-chu-to.pdf", "PDF chữ to"),
    Format.WORD: Named(".docx", "Word"),
    Format.SPREADSHEET: Named(".xlsx", "Excel"),
    Format.CALENDAR: Named(".ics", "Lịch"),
    Format.PACK: Named("-tron-bo.pdf", "Trọn bộ để in"),
    Format.BUNDLE: Named("-tron-bo.zip", "Trọn bộ các tệp"),
}


DOWNLOADS = "downloads"
"""The report that lists all files; those of the whole handbook stand on it."""

PAPER = (Format.PDF, Format.LARGE_PDF)
OFFERED: Mapping[str, tuple[Format, ...]] = {
    "meeting": (Format.PACK, Format.BUNDLE, *PAPER),
    "checklist": PAPER,
    "form": (Format.WORD, *PAPER),
    "criteria": (Format.SPREADSHEET, *PAPER),
    "topic": (Format.WORD, *PAPER),
    "case": PAPER,
}


@dataclass(frozen=True, slots=True, order=True)
class FileId:
    """One file: the page it is made from, and its format."""

    target: Target
    format: Format


def offers(library: Library, target: Target) -> tuple[FileId, ...]:
    """Give the files that a page offers."""
    formats: tuple[Format, ...]
    if target.kind == REPORT:
        formats = (*PAPER, Format.CALENDAR) if target.id == DOWNLOADS else ()
    else:
        formats = OFFERED.get(target.kind, ()) if target.id else ()
        if formats and _recurs(library, target):
            formats = (*formats, Format.CALENDAR)
    return tuple(FileId(target, format_) for format_ in formats)


def all_offers(library: Library) -> tuple[FileId, ...]:
    """Give all files of the handbook: those of the whole first, then those of each record."""
    whole = offers(library, Target(REPORT, DOWNLOADS)) if library.settings.report(DOWNLOADS) else ()
    return (*whole, *(file for entry in library.entries.values() for file in offers(library, entry.target)))


def file_address(addresses: Addresses, file: FileId) -> str:
    """Give the file's address from the root of the site, beside its page: `bang-kiem/a/bang-kiem-a.pdf`.

    It is made of the id, which outlives rewording; the name under which a browser saves the file follows the title.
    """
    target = file.target
    settings = addresses.settings
    stem = slug(settings.deployment.name) if target.kind == REPORT else f"{settings.kind(target.kind).slug}-{target.id}"
    return f"{addresses.page_address(target)}{stem}{NAMES[file.format].ending}"


def _recurs(library: Library, target: Target) -> bool:
    record = library.entry(target).record
    return isinstance(record, Meeting) and record.recurrence is not None
