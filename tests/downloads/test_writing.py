"""Every file that a page offers can be written; the same input gives the same bytes; packs hold what they promise."""

import io
import zipfile
from functools import cache

import pikepdf
import pytest

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, all_offers, saved_as
from handbook.downloads.packs import bundled, papers
from handbook.downloads.writing import Desk, pages_of
from handbook.library.loading import load_library
from handbook.library.target import Target
from libraries import settings_of_second

BEGINNINGS = {".pdf": b"%PDF-", ".docx": b"PK", ".xlsx": b"PK", ".zip": b"PK", ".ics": b"BEGIN:VCALENDAR"}
MEETING = Target("meeting", "hop-nha")


@cache
def desk() -> Desk:
    """The desk of the second handbook; its files say nothing of who made them first."""
    library, findings = load_library(settings_of_second())
    assert not findings
    return Desk(library, Addresses(library.settings))


OFFERED = all_offers(desk().library)


@pytest.mark.parametrize("file", OFFERED, ids=lambda file: f"{file.target.kind}-{file.target.id}-{file.format}")
def test_every_offered_file_can_be_written(file: FileId) -> None:
    """Each is what its name says, and another desk writes the same bytes."""
    written = desk().write(file)
    suffix = saved_as(desk().library, file)
    assert written.content.startswith(BEGINNINGS[suffix[suffix.rindex(".") :]])
    library, _ = load_library(settings_of_second())
    assert Desk(library, Addresses(library.settings)).write(file) == written


@pytest.mark.parametrize("format_", [Format.PDF, Format.PACK])
def test_pages_are_counted_as_others_count_them(format_: Format) -> None:
    """The number of pages that readers are told is the one that another program finds."""
    written = desk().write(FileId(MEETING, format_))
    with pikepdf.open(io.BytesIO(written.content)) as read:
        assert written.pages == pages_of(written.content) == len(read.pages)


def test_a_bundle_holds_the_pack_and_what_is_worked_in() -> None:
    """The files of a bundle are those that the pages offer, byte for byte, numbered in the order of use."""
    library = desk().library
    wanted = list(bundled(library, MEETING))
    with zipfile.ZipFile(io.BytesIO(desk().write(FileId(MEETING, Format.BUNDLE)).content)) as bundle:
        assert bundle.testzip() is None
        assert bundle.namelist() == [f"{n:02} {saved_as(library, file)}" for n, file in enumerate(wanted, start=1)]
        for name, file in zip(bundle.namelist(), wanted, strict=True):
            assert bundle.read(name) == desk().write(file).content
    assert wanted[0] == FileId(MEETING, Format.PACK)


def test_only_meetings_have_packs() -> None:
    """Whoever asks for the pack of a checklist has made a mistake, and hears of it."""
    checklist = Target("checklist", "hop-cu-dan")
    assert papers(desk().library, checklist) == ()
    with pytest.raises(TypeError, match="no meeting"):
        desk().write(FileId(checklist, Format.PACK))


def test_a_pack_begins_with_what_is_needed_first() -> None:
    """Forms of the first phase come before the checklist, scoring after the meeting's own papers."""
    library = desk().library
    kinds = [target.kind for target in papers(library, MEETING)]
    assert set(kinds) <= {"form", "checklist", "criteria"}
    assert kinds.index("checklist") <= kinds.index("criteria")
