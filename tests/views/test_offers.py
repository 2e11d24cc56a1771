"""Files on pages: named with their size once they are made, left out where they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, file_address, offers
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.settings.vocabulary import ReportEntry
from handbook.views.blocks import Files, Paragraph, Section
from handbook.views.long_view import whole_view
from handbook.views.offers import NOT_MADE, Made, downloads_view, extent, with_made
from handbook.views.viewing import view_of
from libraries import settings_of_second

CHECKLIST = Target("checklist", "hop-cu-dan")
REPORT_ENTRY = ReportEntry(id="downloads", slug="tai", title="Tải", lead="Các tệp.")


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Made(0), "1 KB"),
        (Made(86_016, 2), "2 trang, 84 KB"),
        (Made(1024 * 1024 - 1), "1.024 KB"),
        (Made(1024 * 1024, 120), "120 trang, 1 MB"),
        (Made(1_600_000), "1,5 MB"),
    ],
)
def test_a_size_is_told_as_readers_write_it(made: Made, words: str) -> None:
    """Pages first, then kilobytes; megabytes with a decimal comma."""
    assert extent(made) == words


def test_a_page_names_only_what_is_made() -> None:
    """A file that is not there is not offered; one that is says how big it is."""
    library, _ = load_library(settings_of_second())
    view = view_of(library, Addresses(library.settings), CHECKLIST)
    addresses = Addresses(library.settings)
    offered = [file_address(addresses, file) for file in offers(library, CHECKLIST)]
    assert [one.address for one in view.files] == offered
    told = with_made(view, {offered[0]: Made(2048, 2)})
    assert [(one.words, one.extent) for one in told.files] == [("PDF", "2 trang, 2 KB")]


def test_a_file_is_saved_under_a_name_people_can_read() -> None:
    """The saved file is called what the page is called, with nothing that a file system refuses."""
    library, _ = load_library(settings_of_second())
    named = {one.words: one.saved_as for one in view_of(library, Addresses(library.settings), CHECKLIST).files}
    assert named["PDF"].startswith("Việc cần làm - ")
    assert named["PDF chữ to"].endswith(" (pdf chữ to).pdf")
    assert not any(set(name) & set('\\/:*?"<>|') for name in named.values())


def test_the_list_of_files_names_every_record_that_has_some() -> None:
    """The list of all files has a row for each record; without any files made it says so instead of being empty."""
    library, _ = load_library(settings_of_second())
    view = whole_view(downloads_view(library, Addresses(library.settings), REPORT_ENTRY))
    rows = [row for section in view.blocks if isinstance(section, Section) for row in _files(section).rows]
    assert CHECKLIST in {row.link.target for row in rows}
    assert all(row.files for row in rows)
    for section in with_made(view, {}).blocks:
        assert isinstance(section, Section)
        (block,) = section.blocks
        assert isinstance(block, Paragraph)
        assert "".join(piece.words for piece in block.line) == NOT_MADE


@given(st.sets(st.sampled_from(Format)))
def test_what_is_made_is_what_is_named(formats: set[Format]) -> None:
    """Whatever has been made of what a page offers, exactly that is named, in the same order."""
    library, _ = load_library(settings_of_second())
    view = view_of(library, Addresses(library.settings), CHECKLIST)
    addresses = Addresses(library.settings)
    made = {file_address(addresses, FileId(CHECKLIST, format_)): Made(1) for format_ in formats}
    named = [one.address for one in with_made(view, made).files]
    assert named == [one.address for one in view.files if one.address in made]


def _files(section: Section) -> Files:
    (block,) = section.blocks
    assert isinstance(block, Files)
    return block
