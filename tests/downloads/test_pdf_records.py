"""Every record of both handbooks is printed, and what was promised of whole papers holds for them."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from building import ROOT, SECOND
from downloads.pdf_samples import bytes_of, view_of_record, whole_library
from downloads.shown_pages import squeezed
from handbook.downloads.pdf import Printing
from handbook.downloads.pdf_papers import paper
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.meeting import Meeting
from handbook.views.blocks import Inline, Item, Phase, View
from handbook.views.plan import plan_view

library = cache(whole_library)
OWN, OTHER = ROOT / "mkdocs.yml", SECOND / "mkdocs.yml"


def kinds(config_file: Path) -> dict[str, list[Target]]:
    """Give the records of a handbook by kind."""
    found: dict[str, list[Target]] = {}
    for target in library(config_file).entries:
        found.setdefault(target.kind, []).append(target)
    return found


def text_of(content: bytes, folder: Path) -> str:
    """Give a printed file's words as they were set."""
    file = folder / "printed.pdf"
    file.write_bytes(content)
    told = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True, encoding="utf-8")
    return told.stdout


def pages_of(content: bytes) -> int:
    """Count the pages of a file."""
    return len(re.findall(rb"/Type */Page\b", content))


def families_of(content: bytes) -> set[bytes]:
    """Name the families of letters in a file, all of them subsets that stand inside."""
    return set(re.findall(rb"/BaseFont */[A-Z]{6}\+([A-Za-z]+)-", content))


def printed_views(config_file: Path, kind: str) -> Iterator[tuple[Target, View]]:
    """Give the views of all records of a kind."""
    for target in kinds(config_file).get(kind, []):
        yield target, view_of_record(library(config_file), target)


KINDS = ("document", "source", "checklist", "criteria", "case", "meeting", "topic", "problem", "form", "term")


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_printed_in_one_family(kind: str) -> None:
    """Each record of this handbook is printed; working sheets in one family, official papers in the other."""
    for target, view in printed_views(OWN, kind):
        content = bytes_of(view, addressed=True)
        sheet = paper(view, lambda _: ()).sheet
        family = b"Tinos" if sheet is not None and sheet.official else b"BeVietnamPro"
        assert families_of(content) == {family}, target


@pytest.mark.parametrize("printing", Printing)
def test_the_second_handbook_is_printed(printing: Printing) -> None:
    """Another handbook's records are printed as well, ordinary and large."""
    for kind in kinds(OTHER):
        for target, view in printed_views(OTHER, kind):
            assert pages_of(bytes_of(view, printing)) > 0, target


def words_of(line: tuple[Inline, ...]) -> str:
    """Give a line's words."""
    return "".join(piece.words for piece in line)


def items_of(view: View) -> Iterator[Item]:
    """Give the items of a checklist's page."""
    for block in view.blocks:
        if isinstance(block, Phase):
            yield from block.items


def test_checklists_are_two_pages_with_every_sentence(tmp_path: Path) -> None:
    """A checklist prints on two pages at most, and each item's sentence can be found and copied as it is."""
    for target, view in printed_views(OWN, "checklist"):
        content = bytes_of(view)
        shown = text_of(content, tmp_path)
        assert pages_of(content) <= 2, target
        assert unicodedata.is_normalized("NFC", shown)
        assert "\N{REPLACEMENT CHARACTER}" not in shown
        for item in items_of(view):
            assert squeezed(words_of(item.line)) in squeezed(shown), item.anchor


def test_plans_are_one_page() -> None:
    """The plan of a meeting prints on one page."""
    own: Library = library(OWN)
    for target, entry in own.entries.items():
        if isinstance(entry.record, Meeting):
            assert pages_of(bytes_of(plan_view(own, entry, entry.record))) == 1, target


def test_links_of_a_page_are_the_links_of_its_paper() -> None:
    """What a checklist links to, its paper links to."""
    own = library(OWN)
    target = kinds(OWN)["checklist"][0]
    content = bytes_of(view_of_record(own, target), addressed=True)
    wanted = {one.id for one in paper(view_of_record(own, target), lambda _: ()).targets()}

    assert wanted
    assert all(f"/{one}/#".encode() in content for one in wanted)


def test_all_kinds_of_record_are_tried() -> None:
    """The list of kinds above is whole."""
    assert set(kinds(OWN)) == set(KINDS)
