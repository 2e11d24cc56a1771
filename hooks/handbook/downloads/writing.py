"""Writes one file to take away: the one place that knows which writer makes which format."""

import io
import re
import zipfile
from functools import cached_property

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, recurring_meetings, saved_as
from handbook.downloads.book import WHOLE, Leaf, binding, leaves
from handbook.downloads.calendar import calendar
from handbook.downloads.imprint import Imprint
from handbook.downloads.packs import bundled, papers
from handbook.downloads.pdf import Press, Printing, Stationery, pdf, press
from handbook.downloads.spreadsheet.workbook import workbook
from handbook.downloads.word.document import document
from handbook.downloads.written import Written
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.records.meeting import Meeting
from handbook.views.blocks import Block, View
from handbook.views.manuscript import story_blocks
from handbook.views.plan import plan_view
from handbook.views.typography import typography
from handbook.views.viewing import own_view

FIRST_TIME_OF_A_ZIP = (1980, 1, 1, 0, 0, 0)  # it knows no earlier one; the same bytes at any hour
READABLE_BY_ALL = 0o644 << 16
_PAGE = re.compile(rb"/Type\s*/Page(?!s)")


class Desk:
    """Where files are written: the library, and what every writer needs. One serves any number of files."""

    def __init__(self, library: Library, addresses: Addresses) -> None:
        self.library = library
        self.addresses = addresses

    @cached_property
    def press(self) -> Press:
        """The typst compiler with its fonts; made by the process that prints, when it first prints."""
        return press()

    @cached_property
    def stationery(self) -> Stationery:
        """What all papers have alike."""
        return Stationery(typography(self.library), self.story, self.library.settings.deployment.blanks)

    def story(self, markdown: str) -> tuple[Block, ...]:
        """Give a story as blocks."""
        return story_blocks(self.library, markdown)

    def write(self, file: FileId) -> Written:
        """Write a file.

        Raises:
            PrintingError: A view cannot be printed.
        """
        match file.format:
            case Format.PDF | Format.LARGE_PDF:
                printing = Printing.LARGE if file.format is Format.LARGE_PDF else Printing.ORDINARY
                return self._printed(file.target, printing)
            case Format.WORD:
                view = self._view(file.target)
                return Written(document(view, self._imprint(file.target), self.stationery.typography, self.story))
            case Format.SPREADSHEET:
                return Written(workbook(self.library, self.library.entry(file.target), self._imprint(file.target)))
            case Format.CALENDAR:
                return Written(calendar(self.library, self._meetings(file.target), self._imprint(file.target)))
            case Format.PACK:
                return self._pack(file.target)
            case Format.BUNDLE:  # pragma: no branch - there is no other format
                return self._bundle(file.target)

    def _meetings(self, target: Target) -> list[Entry]:
        return list(recurring_meetings(self.library)) if target.kind == REPORT else [self.library.entry(target)]

    def _pack(self, meeting: Target) -> Written:
        entry = self.library.entry(meeting)
        if not isinstance(entry.record, Meeting):
            raise TypeError(f"{meeting} is no meeting")
        views = (plan_view(self.library, entry, entry.record), *map(self._view, papers(self.library, meeting)))
        content = pdf(views, self._imprint(meeting), self.stationery, self.press, Printing.FOR_USE)
        return Written(content, pages_of(content))

    def _bundle(self, meeting: Target) -> Written:
        """Put a meeting's files into a ZIP, numbered in the order of use."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
            for number, file in enumerate(bundled(self.library, meeting), start=1):
                entry = zipfile.ZipInfo(f"{number:02} {saved_as(self.library, file)}", FIRST_TIME_OF_A_ZIP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = READABLE_BY_ALL
                entry.create_system = 3  # the same on every system
                bundle.writestr(entry, self.write(file).content)
        return Written(buffer.getvalue())

    def _printed(self, target: Target, printing: Printing) -> Written:
        """Print a page; of the page that lists all files, the whole handbook."""
        bound = leaves(self.library) if target == WHOLE else (Leaf(target),)
        views = tuple(self._view(leaf.target) for leaf in bound)
        cover = binding(self.library, bound) if target == WHOLE else None
        content = pdf(views, self._imprint(target), self.stationery, self.press, printing, cover)
        return Written(content, pages_of(content))

    def _view(self, target: Target) -> View:
        return own_view(self.library, self.addresses, target)

    def _imprint(self, target: Target) -> Imprint:
        settings = self.library.settings

        def href(wanted: Target) -> str:
            return self.addresses.public(wanted) or ""

        return Imprint(settings.deployment.name, href(target), settings.date, href)


def pages_of(content: bytes) -> int:
    """Count the pages of a PDF that typst has written: their entries are not compressed."""
    return len(_PAGE.findall(content))
