"""Files of finished sites are put in place as they were kept, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from handbook.build import objects as module
from handbook.build.objects import Objects


def test_a_kept_file_is_put_in_its_place(tmp_path: Path) -> None:
    """The next site gets the same bytes."""
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")

    assert objects.put(digest, tmp_path / "second")
    assert (tmp_path / "second").read_bytes() == b"page"


def test_what_was_changed_in_a_site_does_not_come_back(tmp_path: Path) -> None:
    """Somebody edits a page inside the finished site: the next build makes it anew."""
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")
    (tmp_path / "first").write_bytes(b"edited")

    assert not objects.put(digest, tmp_path / "second")
    assert not (tmp_path / "second").exists()
    assert objects.write(b"page", tmp_path / "third") == digest
    assert objects.put(digest, tmp_path / "fourth")


def test_what_is_not_there_cannot_be_put(tmp_path: Path) -> None:
    """A store that was deleted, or is not kept at all, is told from one that has the file."""
    digest = Objects(None).write(b"page", tmp_path / "first")

    Objects(None).clear_unused(frozenset())
    assert not Objects(None).put(digest, tmp_path / "second")
    assert not Objects(tmp_path / "objects").put(digest, tmp_path / "second")


def test_what_nobody_has_used_for_long_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store does not grow for ever."""
    objects = Objects(tmp_path / "objects")
    used = objects.write(b"page", tmp_path / "first")
    other = objects.write(b"other", tmp_path / "other")
    monkeypatch.setattr(module, "UNUSED_SECONDS", -60)
    objects.clear_unused(frozenset({used}))

    assert objects.put(used, tmp_path / "second")
    assert not objects.put(other, tmp_path / "third")


def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site may lie on another disk than the store."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", refuse)
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")

    assert objects.put(digest, tmp_path / "second")
    assert (tmp_path / "second").read_bytes() == b"page"


def test_what_is_used_stays(tmp_path: Path) -> None:
    """Cleaning leaves what this build uses, and what another may just have made."""
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")
    other = objects.write(b"other", tmp_path / "other")
    objects.clear_unused(frozenset({digest}))

    assert objects.put(digest, tmp_path / "second")
    assert objects.put(other, tmp_path / "third")


def test_a_kept_file_that_stands_as_it_stood_is_not_read_again(tmp_path: Path) -> None:
    """A site has thousands of files: their sizes and times are looked at, as the last build has written them down."""
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")
    os.utime(tmp_path / "first", ns=(1, 1))
    assert objects.put(digest, tmp_path / "second")
    objects.clear_unused(frozenset({digest}))
    (tmp_path / "first").write_bytes(b"pace")
    os.utime(tmp_path / "first", ns=(1, 1))  # nobody does this by hand

    assert Objects(tmp_path / "objects").put(digest, tmp_path / "third")


@pytest.mark.parametrize("looks", [b"", b"x", b"0\n{}"])
def test_how_files_stood_is_not_trusted_when_it_is_damaged(tmp_path: Path, looks: bytes) -> None:
    """Kept files are then read again, and a changed one is noticed."""
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")
    objects.clear_unused(frozenset({digest}))
    (tmp_path / "objects" / module.LOOKS).write_bytes(looks)

    assert Objects(tmp_path / "objects").put(digest, tmp_path / "second")
    (tmp_path / "first").write_bytes(b"PAGE")
    assert not Objects(tmp_path / "objects").put(digest, tmp_path / "third")


def test_what_has_the_same_size_but_another_time_is_read(tmp_path: Path) -> None:
    """Somebody changes one letter of a page inside the finished site."""
    objects = Objects(tmp_path / "objects")
    digest = objects.write(b"page", tmp_path / "first")
    objects.clear_unused(frozenset({digest}))
    (tmp_path / "first").write_bytes(b"pace")
    os.utime(tmp_path / "first", ns=(1, 1))

    assert not Objects(tmp_path / "objects").put(digest, tmp_path / "second")
