"""Files to take away: each has an address of its own, beside its page, whatever the handbook calls its kinds."""

from collections import Counter
from pathlib import PurePosixPath

from building import SECOND
from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, all_offers, file_address, offers
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import PAGE, REPORT, Target
from handbook.text.slug import slug
from libraries import settings_of_second


def _second() -> Library:
    library, findings = load_library(settings_of_second())
    assert not findings, SECOND
    return library


def test_every_file_has_an_address_of_its_own_beside_its_page() -> None:
    """No two files share an address, and each stands in the folder of the page that offers it."""
    library = _second()
    addresses = Addresses(library.settings)
    found = {file: PurePosixPath(file_address(addresses, file)) for file in all_offers(library)}
    assert max(Counter(found.values()).values()) == 1
    for file, path in found.items():
        assert path.parent == PurePosixPath(addresses.page_address(file.target))
        kind = file.target.kind
        stem = slug(library.settings.deployment.name) if kind == REPORT else library.settings.kind(kind).slug
        assert path.name.startswith(stem)


def test_an_address_is_made_of_ids() -> None:
    """The address uses the handbook's own name for the kind, and says the format."""
    addresses = Addresses(settings_of_second())
    target = Target("checklist", "hop-cu-dan")
    assert file_address(addresses, FileId(target, Format.PDF)) == "viec/hop-cu-dan/viec-hop-cu-dan.pdf"
    assert file_address(addresses, FileId(target, Format.LARGE_PDF)) == "viec/hop-cu-dan/viec-hop-cu-dan-chu-to.pdf"


def test_pages_that_are_only_read_offer_nothing() -> None:
    """Documents, sources, terms, indexes and pages written by hand have no files."""
    library = _second()
    for target in (Target("document", "noi-quy-2025"), Target("checklist"), Target(PAGE, "index.md")):
        assert offers(library, target) == ()


def test_every_page_of_work_can_be_printed() -> None:
    """Whatever is worked with or taught is there as PDF, in ordinary and in large print."""
    library = _second()
    for kind in ("meeting", "checklist", "form", "criteria", "topic", "case"):
        for entry in library.of_kind(kind):
            formats = {file.format for file in offers(library, entry.target)}
            assert {Format.PDF, Format.LARGE_PDF} <= formats


def test_files_of_the_whole_handbook_stand_on_the_first_page_of_their_list() -> None:
    """A list too long for one page: a further page that offered them would name addresses at which nothing stands."""
    library = _second()

    assert offers(library, Target(REPORT, "downloads"))
    assert offers(library, Target(REPORT, "downloads", page=2)) == ()
