"""Which files of a folder are read, and which are told."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from handbook.reading.folders import list_files

YAML = frozenset({".yml"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder inside a project."""
    made = tmp_path / "project" / "data"
    made.mkdir(parents=True)
    return made


def write(folder: Path, *names: str) -> None:
    """Make files with a little text."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("a: b\n", encoding="utf-8")


def test_files_come_sorted_from_all_subfolders(folder: Path) -> None:
    """Names decide the order, not the file system."""
    write(folder, "b.yml", "a.yml", "sub/c.yml", "sub-a/d.yml", "a-2.yml")

    files, findings = list_files(folder, folder.parent, YAML)

    assert findings == []
    names = [file.relative_to(folder).as_posix() for file in files]
    assert names == ["a-2.yml", "a.yml", "b.yml", "sub-a/d.yml", "sub/c.yml"]


def test_what_systems_and_editors_leave_is_passed_over(folder: Path) -> None:
    """Hidden files and backups are neither read nor told."""
    write(folder, ".DS_Store", "a.yml~", ".a.yml.swp", "#a.yml#", ".git/x.yml", "a.yml.bak", "Thumbs.db")

    assert list_files(folder, folder.parent, YAML) == ([], [])


def test_odd_names_are_told(folder: Path) -> None:
    """A wrong suffix and a stem that is no id are told with the path relative to the project."""
    write(folder, "a.yaml", "Đảng viên.yml", "2.yml", "ok.yml")

    files, findings = list_files(folder, folder.parent, YAML)

    assert [file.name for file in files] == ["ok.yml"]
    assert [(finding.path, finding.code.value) for finding in findings] == [
        ("data/2.yml", "file.odd-name"),
        ("data/a.yaml", "file.not-a-record"),
        ("data/Đảng viên.yml", "file.odd-name"),
    ]
    assert "dang-vien.yml" in findings[2].hint


def test_files_of_other_kinds_may_lie_beside(folder: Path) -> None:
    """A suffix that is allowed beside is neither read nor told."""
    write(folder, "a.yml", "Hình 1.png")

    assert list_files(folder, folder.parent, YAML, beside=frozenset({".png"})) == ([folder / "a.yml"], [])


def test_links_that_leave_loop_or_dangle_are_told(folder: Path) -> None:
    """Only a link to a file inside the folder is followed."""
    write(folder, "a.yml", "sub/b.yml")
    write(folder.parent, "outside.yml")
    (folder / "inside.yml").symlink_to("a.yml")
    (folder / "leaves.yml").symlink_to("../outside.yml")
    (folder / "loop.yml").symlink_to("loop.yml")
    (folder / "gone.yml").symlink_to("none.yml")
    (folder / "sub" / "up").symlink_to("..")
    (folder / "away").symlink_to("/")

    files, findings = list_files(folder, folder.parent, YAML)

    assert [file.name for file in files] == ["a.yml", "inside.yml", "b.yml"]
    assert {finding.code.value for finding in findings} == {"file.symlink"}
    assert [finding.path for finding in findings] == [
        "data/away",
        "data/gone.yml",
        "data/leaves.yml",
        "data/loop.yml",
        "data/sub/up",
    ]


def test_what_is_no_file_is_told(folder: Path) -> None:
    """A pipe has a name like any record, but reading it would wait for ever."""
    os.mkfifo(folder / "a.yml")

    files, findings = list_files(folder, folder.parent, YAML)

    assert files == []
    assert [(finding.path, finding.code.value) for finding in findings] == [("data/a.yml", "file.not-a-record")]


def test_a_folder_that_cannot_be_opened_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the others are listed all the same."""
    write(folder, "a.yml", "sub/b.yml")
    inside = os.scandir

    def refuse(path: Path) -> Any:
        if path.name == "sub":
            raise PermissionError(errno.EACCES, "refused", str(path))
        return inside(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, findings = list_files(folder, folder.parent, YAML)

    assert [file.name for file in files] == ["a.yml"]
    assert [(one.path, one.message) for one in findings] == [("data/sub", "Không mở được thư mục này.")]


def test_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    """A missing folder is a finding, not an error."""
    files, findings = list_files(folder / "none", folder.parent, YAML)

    assert files == []
    assert [finding.code.value for finding in findings] == ["file.missing"]
