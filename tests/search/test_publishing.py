"""The index is written into the site, kept for the next build, and never trusted when it was damaged meanwhile."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from handbook.publish.manifest import manifest
from handbook.search.page import Found, LaterFound
from handbook.search.publishing import publish_index, published_locations, published_pages
from small_indexes import found

PAGES = [found("a/", "Biên bản", "Ghi đủ."), found("b/", "Nghị quyết", "Có hạn, có người.")]

MANY = [*PAGES, *(found(f"c/{number}/", "Trang", "chữ") for number in range(10))]


def _publish(site: Path, store: Path | None) -> dict[str, str]:
    publish_index(PAGES, (), site, store)
    return manifest(site)


def test_a_published_index_can_be_read_again(tmp_path: Path) -> None:
    """What is found on the site is what was put in."""
    _publish(tmp_path, None)

    assert list(published_pages(tmp_path)) == PAGES
    assert list(published_locations(tmp_path)) == [location for page in PAGES for location in page.locations()]


def test_what_is_fetched_with_every_page_is_small_and_names_the_index(tmp_path: Path) -> None:
    """The file that Material asks for holds no page; without a server it is a script."""
    _publish(tmp_path, None)
    stub = json.loads((tmp_path / "search/search_index.json").read_text(encoding="utf-8"))

    assert stub["docs"] == []
    assert (tmp_path / "search" / stub["config"]["folder"] / "manifest.js").is_file()
    assert (tmp_path / "search/search_index.js").read_text(encoding="utf-8").startswith("var __index = {")


def test_another_content_has_another_folder(tmp_path: Path) -> None:
    """Browsers may keep an index for good: what changes has another address."""
    publish_index(PAGES, (), tmp_path / "one", None)
    publish_index(PAGES[:1], (), tmp_path / "two", None)

    assert {file.name for file in (tmp_path / "one/search").iterdir() if file.is_dir()}.isdisjoint(
        file.name for file in (tmp_path / "two/search").iterdir()
    )


@pytest.mark.parametrize("damage", [b"", b"x", b"{}", b"0" * 32 + b"\n[[],[]]"])
def test_a_damaged_store_counts_as_absent(tmp_path: Path, damage: bytes) -> None:
    """The site is the same whether the store is whole, absent or spoilt."""
    store = tmp_path / "store" / "index"
    first = _publish(tmp_path / "first", store)
    again = _publish(tmp_path / "again", store)
    store.write_bytes(store.read_bytes()[:50] + damage)
    spoilt = _publish(tmp_path / "spoilt", store)
    store.write_bytes(damage)
    absent = _publish(tmp_path / "absent", store)
    store.write_bytes(store.read_bytes().replace(b'"', b"'", 1))
    changed = _publish(tmp_path / "changed", store)

    assert first == again == spoilt == absent == changed


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    """The next site has the same file of the disk, not another with the same bytes."""
    first = _publish(tmp_path / "first", tmp_path / "store")

    assert _publish(tmp_path / "next", tmp_path / "store") == first
    assert all((tmp_path / "first" / name).samefile(tmp_path / "next" / name) for name in first if name.count("/") > 1)


def test_the_index_is_known_by_the_place_where_its_site_will_stand(tmp_path: Path) -> None:
    """A site is made in one folder and shown in another."""
    publish_index(PAGES, (), tmp_path / "fresh", tmp_path / "store", tmp_path / "site")
    first = manifest((tmp_path / "fresh").rename(tmp_path / "site"))

    assert _publish(tmp_path / "next", tmp_path / "store") == first
    assert all((tmp_path / "site" / name).samefile(tmp_path / "next" / name) for name in first if name.count("/") > 1)


@pytest.mark.parametrize("harm", ["changed", "touched", "gone"])
def test_what_was_changed_in_the_site_before_does_not_come_back(tmp_path: Path, harm: str) -> None:
    """Somebody edits or deletes a file inside the finished site: the next one has it as it should be."""
    first = _publish(tmp_path / "first", tmp_path / "store")
    [file] = (tmp_path / "first" / "search").glob("*/p1.js")
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes().swapcase() if harm == "changed" else file.read_bytes())
        os.utime(file, ns=(0, 0))

    assert _publish(tmp_path / "next", tmp_path / "store") == first
    assert _publish(tmp_path / "last", tmp_path / "store") == first


@pytest.mark.parametrize("file", ["manifest.js", "p11.js"])
def test_a_file_that_is_mended_is_not_trusted_by_its_look(tmp_path: Path, file: str) -> None:
    """The disk has lost bytes of a file without a trace: the index is made anew."""
    store = tmp_path / "store"
    publish_index(MANY, (), tmp_path / "first", store)
    edited = [*MANY[:-1], found("c/9/", "Trang", "chữ khác")]
    [damaged] = (tmp_path / "first" / "search").glob(f"*/{file}")
    status = damaged.stat()
    damaged.write_bytes(b"?" * status.st_size)
    os.utime(damaged, ns=(status.st_atime_ns, status.st_mtime_ns))
    publish_index(edited, (), tmp_path / "next", store)
    publish_index(edited, (), tmp_path / "clean", None)

    assert manifest(tmp_path / "next") == manifest(tmp_path / "clean")


@pytest.mark.parametrize("text", ["chữ", "chữ khác"], ids=["same", "edited"])
def test_a_site_that_goes_meanwhile_is_done_without(tmp_path: Path, text: str) -> None:
    """Another build puts its site in the place from which files are taken."""
    last = found("d/", "Trang", text)

    def take_away() -> Found:
        shutil.rmtree(tmp_path / "first", ignore_errors=True)
        return last

    publish_index([*MANY, found("d/", "Trang", "chữ")], (), tmp_path / "first", tmp_path / "store")
    publish_index([*MANY, LaterFound("d/", take_away)], (), tmp_path / "next", tmp_path / "store")
    publish_index([*MANY, last], (), tmp_path / "clean", None)

    assert manifest(tmp_path / "next") == manifest(tmp_path / "clean")


def test_bare_folders_of_an_older_site_are_no_hindrance(tmp_path: Path) -> None:
    """A site may be made where the folders of another still stand."""
    first = _publish(tmp_path / "first", None)
    for folder in (tmp_path / "first").glob("search/*/"):
        (tmp_path / "next" / folder.relative_to(tmp_path / "first")).mkdir(parents=True)

    assert _publish(tmp_path / "next", None) == first


def test_an_edited_index_is_the_one_made_anew(tmp_path: Path) -> None:
    """What is mended is mended from the files of the site before."""
    store = tmp_path / "store"
    edited = [*MANY[:-1], found("c/9/", "Trang", "chữ khác")]
    publish_index(MANY, (), tmp_path / "first", store)
    publish_index(edited, (), tmp_path / "next", store)
    publish_index(edited, (), tmp_path / "clean", None)

    assert manifest(tmp_path / "next") == manifest(tmp_path / "clean")
    [kept] = (tmp_path / "first" / "search").glob("*/p0.js")
    assert kept.stat().st_nlink == 2


def _marked(page: Found, fetched: list[str]) -> LaterFound:
    def fetch() -> Found:
        fetched.append(page.address)
        return page

    return LaterFound(page.address, fetch, f"{page}")


@pytest.mark.parametrize("edited", [[], ["c/9/"], [f"c/{number}/" for number in range(9)]], ids=["none", "one", "most"])
def test_a_page_with_the_mark_it_had_is_not_fetched(tmp_path: Path, edited: list[str]) -> None:
    """Unless so much has changed that all is made anew; the index says what it would say without marks."""
    after = [found(page.address, "Khác", "chữ", sort="case") if page.address in edited else page for page in MANY]
    store, fetched = tmp_path / "store", list[str]()
    publish_index([_marked(page, []) for page in MANY], (), tmp_path / "first", store)
    publish_index([_marked(page, fetched) for page in after], (), tmp_path / "next", store)
    publish_index(after, (), tmp_path / "clean", None)

    assert manifest(tmp_path / "next") == manifest(tmp_path / "clean")
    assert set(fetched) == ({page.address for page in MANY} if len(edited) > 1 else set(edited))


def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index is whole all the same."""
    first = _publish(tmp_path / "first", tmp_path / "store")
    monkeypatch.setattr(os, "link", _refuse)

    assert _publish(tmp_path / "next", tmp_path / "store") == first
    assert _publish(tmp_path / "last", tmp_path / "store") == first


def _refuse(*_: object) -> None:
    raise OSError(errno.EXDEV, "another disk")


def test_a_store_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """Keeping the index is a help, not a duty."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert _publish(tmp_path / "site", tmp_path / "file" / "index")
