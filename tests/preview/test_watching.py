"""A change in a watched file is noticed once everything stands still again."""

import os
from pathlib import Path

import pytest

from handbook.preview.watching import Snapshot, changed, look, wait_for_change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with one file in it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("a", encoding="utf-8")
    return tmp_path


def test_a_file_that_is_gone_when_it_is_looked_at_is_not_there(folder: Path) -> None:
    """Between listing a folder and looking at its files one may go; a link to nothing stands for it here."""
    before = look([folder])
    (folder / "docs" / "b.md").symlink_to("none.md")

    assert look([folder]) == before


def change_text(folder: Path) -> None:
    """Write another text of another length."""
    (folder / "docs" / "a.md").write_text("aa", encoding="utf-8")


def change_time(folder: Path) -> None:
    """Save the same text anew."""
    os.utime(folder / "docs" / "a.md", ns=(1, 1))


def add(folder: Path) -> None:
    """Add a file in a new folder."""
    (folder / "docs" / "b").mkdir()
    (folder / "docs" / "b" / "c.md").write_text("", encoding="utf-8")


def delete(folder: Path) -> None:
    """Delete the file."""
    (folder / "docs" / "a.md").unlink()


def rename(folder: Path) -> None:
    """Give the file another name."""
    (folder / "docs" / "a.md").rename(folder / "docs" / "b.md")


@pytest.mark.parametrize("change", [change_text, change_time, add, delete, rename])
def test_each_kind_of_change_is_seen(folder: Path, change: object) -> None:
    """A file written, saved anew, added, deleted or renamed makes another snapshot."""
    assert callable(change)
    before = look([folder / "docs", folder / "mkdocs.yml"])
    change(folder)
    assert look([folder / "docs", folder / "mkdocs.yml"]) != before


def test_a_watched_file_may_come_later(folder: Path) -> None:
    """A path that is not there yet is watched as well."""
    before = look([folder / "mkdocs.yml", folder / "theme"])
    (folder / "mkdocs.yml").write_text("", encoding="utf-8")
    assert list(look([folder / "mkdocs.yml", folder / "theme"]).keys() - before.keys()) == [str(folder / "mkdocs.yml")]


def test_hidden_files_and_caches_are_not_watched(folder: Path) -> None:
    """What editors and Python write for themselves does not start a build."""
    before = look([folder])
    for name in (".a.md.swp", ".git/x", "__pycache__/x.pyc"):
        file = folder / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("", encoding="utf-8")
    assert look([folder]) == before


def test_waiting_ends_when_files_stand_still() -> None:
    """Several changes one after the other are one change."""
    looks: list[Snapshot] = [{}, {}, {"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 2)}, {"a": (2, 2)}, {"a": (9, 9)}]
    rest = iter(looks)
    assert wait_for_change({}, lambda: next(rest), lambda: None) == {"a": (2, 2)}
    assert list(rest) == [{"a": (9, 9)}]


def test_waiting_ends_when_it_is_of_no_use() -> None:
    """Who waits for a change or for something else is told that nothing has changed."""
    known: Snapshot = {"a": (1, 1)}
    answers = iter([False, True])

    assert wait_for_change(known, lambda: known, lambda: None, lambda: next(answers)) is known


def test_what_has_changed_is_named() -> None:
    """Files that are new, other than before, or gone."""
    before: Snapshot = {"same": (1, 1), "other": (1, 1), "gone": (1, 1)}
    after: Snapshot = {"same": (1, 1), "other": (2, 1), "new": (1, 1)}

    assert changed(before, after) == {Path("other"), Path("gone"), Path("new")}
