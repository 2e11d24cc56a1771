"""Files to take away: which pages offer which, how each file is called and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handbook.addresses.addresses import Addresses
from handbook.library.entry import Entry, of_model
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.records.criteria import Criteria
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


WHOLE = {
    Format.PDF: "Cả cẩm nang, PDF",
    Format.LARGE_PDF: "Cả cẩm nang, PDF chữ to",
    Format.CALENDAR: "Lịch họp cả năm",
}
"""What the files of the whole handbook are called."""

# What no file system takes in a name, and what confuses people there.
UNSAFE_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))

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
        is_list = target.id == DOWNLOADS and not target.page
        formats = PAPER if is_list else ()
        comes_again = is_list and bool(library.told(recurring, "meeting"))
    else:
        formats = OFFERED.get(target.kind, ()) if target.id else ()
        if library.told(has_no_criteria, target):
            formats = tuple(format_ for format_ in formats if format_ is not Format.SPREADSHEET)
        comes_again = target in library.told(recurring, "meeting")
    return tuple(FileId(target, format_) for format_ in (*formats, *((Format.CALENDAR,) if comes_again else ())))


def recurring_meetings(library: Library) -> Iterator[Entry]:
    """Give the kinds of meeting that come again after so many months: those that a calendar can hold."""
    return (entry for entry, meeting in of_model(library.of_kind("meeting"), Meeting) if meeting.recurrence is not None)


def recurring(library: Library, kind: str) -> tuple[Target, ...]:
    """Name the records of a kind that come again."""
    return tuple(entry.target for entry in recurring_meetings(library) if entry.kind == kind)


def all_offers(library: Library) -> tuple[FileId, ...]:
    """Give all files of the handbook: those of the whole first, then those of each record."""
    whole = offers(library, Target(REPORT, DOWNLOADS)) if library.settings.report(DOWNLOADS) else ()
    return (*whole, *(file for target in library.entries for file in offers(library, target)))


def file_address(addresses: Addresses, file: FileId) -> str:
    """Give the file's address from the root of the site, beside its page: `bang-kiem/a/bang-kiem-a.pdf`.

    It is made of the id, which outlives rewording; the name under which a browser saves the file follows the title.
    """
    target = file.target
    settings = addresses.settings
    stem = slug(settings.deployment.name) if target.kind == REPORT else f"{settings.kind(target.kind).slug}-{target.id}"
    return f"{addresses.page_address(target)}{stem}{NAMES[file.format].ending}"


def words_of(file: FileId) -> str:
    """Give what people call the file on the page that offers it."""
    return WHOLE[file.format] if file.target.kind == REPORT else NAMES[file.format].words


def saved_as(library: Library, file: FileId) -> str:
    """Give the name under which the file is saved: the record's short title, which people can read in a folder."""
    named = NAMES[file.format]
    if file.target.kind == REPORT:
        title = library.settings.deployment.name
    else:
        title = f"{library.settings.kind(file.target.kind).title} - {library.short_title(file.target)}"
    plain = file.format in {Format.PDF, Format.WORD, Format.SPREADSHEET}
    told = title if plain else f"{title} ({named.words.lower()})"
    suffix = named.ending[named.ending.rindex(".") :]
    return " ".join(told.translate(UNSAFE_IN_NAMES).split()) + suffix


def has_no_criteria(library: Library, target: Target) -> bool:
    """Tell whether a scoring table is known by its grades alone: nothing can be scored on a sheet then."""
    record = library.entry(target).record if target.kind == "criteria" and target.id else None
    return isinstance(record, Criteria) and not record.criteria
