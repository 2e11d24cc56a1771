"""The whole handbook in one file: every page that the navigation names, in its order, and where each one stands."""

import dataclasses
import re
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from building import ROOT, SECOND
from downloads.pdf_samples import whole_library
from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format
from handbook.build.keys import file_keys
from handbook.downloads.book import FOR_SCREENS, REGISTERS, WHOLE, leaves
from handbook.downloads.packs import printed
from handbook.downloads.pdf_papers import paper
from handbook.downloads.writing import Desk
from handbook.library.drafts import published
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.text.formats import date
from handbook.views.blocks import View
from handbook.views.viewing import view_of

OWN, OTHER = ROOT / "mkdocs.yml", SECOND / "mkdocs.yml"
BOOK = FileId(WHOLE, Format.PDF)
NO_WORDS = "\u2060"
"""Keeps two things on one line and is not seen."""


@cache
def library(config_file: Path) -> Library:
    """Load a handbook without its drafts."""
    return published(whole_library(config_file))


@cache
def book(config_file: Path) -> bytes:
    """Print a whole handbook."""
    there = library(config_file)
    return Desk(there, Addresses(there.settings)).write(BOOK).content


@cache
def pages(config_file: Path) -> tuple[str, ...]:
    """Give the words of every page, as another program finds them."""
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=book(config_file), capture_output=True, check=True)
    return tuple(" ".join(page.replace(NO_WORDS, "").split()) for page in told.stdout.decode().split("\f")[:-1])


def views(config_file: Path) -> list[View]:
    """Give the file's papers, in order."""
    there = library(config_file)
    return [view_of(there, Addresses(there.settings), leaf.target) for leaf in leaves(there)]


def titles(config_file: Path) -> list[str]:
    """Give the titles of the file's papers, in order."""
    return [view.title for view in views(config_file)]


def seen_as(view: View) -> str:
    """Give what a reader sees of a title: an official paper shows its short one, in the foot."""
    sheet = paper(view, lambda _: ()).sheet
    return view.crumb if sheet is not None and sheet.official else view.title


def _kept_on_the_device(there: Library) -> set[str]:
    """Give the pages that speak of what a browser keeps: paper keeps nothing there."""
    return {path for path, page in there.pages.items() if page.meta.tool == "data"}


@pytest.mark.parametrize("config_file", [OWN, OTHER], ids=["own", "other"])
def test_chapters_follow_the_navigation(config_file: Path) -> None:
    """The chapters are the pages of the navigation, in its order, but for those that only serve a screen."""
    there = library(config_file)
    addresses = Addresses(there.settings)
    chapters = [addresses.page_file(leaf.target) for leaf in leaves(there) if leaf.depth == 0]
    for_screens = {addresses.page_file(Target(REPORT, one)) for one in FOR_SCREENS if there.settings.report(one)}
    for_screens |= _kept_on_the_device(there)
    assert chapters == [entry.page for entry in there.settings.navigation if entry.page not in for_screens]


@pytest.mark.parametrize("config_file", [OWN, OTHER], ids=["own", "other"])
def test_every_page_and_record_is_bound_once(config_file: Path) -> None:
    """Each page written by hand and each record stands in the file once; a register stands for its records."""
    there = library(config_file)
    bound = [leaf.target for leaf in leaves(there) if leaf.target.kind != REPORT and leaf.target.id]
    wanted = {Target(PAGE, path) for path in there.pages.keys() - _kept_on_the_device(there)}
    wanted |= {target for target in there.entries if target.kind not in REGISTERS}
    assert len(bound) == len(set(bound))
    assert set(bound) == wanted


@pytest.mark.parametrize("config_file", [OWN, OTHER], ids=["own", "other"])
def test_contents_name_every_page_where_it_stands(config_file: Path) -> None:
    """Each title is in the contents, in order, with the number of the page on which it is found."""
    shown = pages(config_file)
    foot = re.compile(rf"{re.escape(library(config_file).settings.deployment.name)} · bản \S+ Trang \S+$")
    told = "".join(foot.sub("", page) for page in shown[1:])
    numbers = []
    for view in views(config_file):
        entry = re.search(rf"{re.escape(view.title)}[ .]*(?P<page>\d+)", told)
        assert entry, view.title
        numbers.append(int(entry["page"]))
        assert seen_as(view) in shown[numbers[-1] - 1], (view.title, numbers[-1])
        told = told[entry.end() :]
    assert numbers == sorted(set(numbers))


def test_nothing_is_left_of_references() -> None:
    """Outside of what the guide for editors shows as typed, no page prints a ((reference)) as it is written."""
    typed = {
        found for page in library(OWN).pages.values() for found in re.findall(r"`(\(\([^`]*\)\))`", page.file.body)
    }
    whole = " ".join(pages(OWN))
    for one in typed:
        whole = whole.replace(one, "")
    assert re.findall(r"\(\(.{0,40}", whole) == []


def test_cover_says_what_it_is(tmp_path: Path) -> None:
    """The cover names the handbook and its day and says what it is and is not; the file is one of pages of A4."""
    deployment = library(OWN).settings.deployment
    for words in (deployment.name, date(library(OWN).settings.date), *deployment.footer):
        assert words in pages(OWN)[0]
    file = tmp_path / "book.pdf"
    file.write_bytes(book(OWN))
    with pikepdf.open(file) as opened, opened.open_outline() as outline:
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.Lang == "vi-VN"
        titled = [entry.title for entry in outline.root]
    chapters = [leaf.depth == 0 for leaf in leaves(library(OWN))]
    wanted = [title for title, chapter in zip(titles(OWN), chapters, strict=True) if chapter]
    assert [title for title in titled if title in wanted] == wanted


def test_pages_name_their_chapter() -> None:
    """The head of each page names the chapter, and its foot the page."""
    shown = pages(OTHER)
    chapter = ""
    for leaf, view in zip(leaves(library(OTHER)), views(OTHER), strict=True):
        chapter = view.title if leaf.depth == 0 else chapter
        assert any(page.startswith(chapter) and seen_as(view) in page for page in shown), view.title
    assert all(f"Trang {number}/{len(shown)}" in page for number, page in enumerate(shown, start=1))


def test_same_bytes() -> None:
    """Another desk prints the same bytes."""
    there = library(OTHER)
    assert Desk(there, Addresses(there.settings)).write(BOOK).content == book(OTHER)


def test_key_covers_pages_written_by_hand() -> None:
    """A changed word on a page written by hand, or in a record's story, makes another file."""
    there = library(OTHER)
    assert [leaf.target for leaf in leaves(there)] == list(printed(there, BOOK))
    page = there.pages["gioi-thieu.md"]
    file = dataclasses.replace(page.file, body=page.file.body.replace("dùng để thử", "để thử"))
    changed = dataclasses.replace(there, pages={**there.pages, page.path: dataclasses.replace(page, file=file)})
    keys = [file_keys(one, Addresses(one.settings), [BOOK], "")[BOOK] for one in (there, there, changed)]
    assert keys[0] == keys[1] != keys[2]
