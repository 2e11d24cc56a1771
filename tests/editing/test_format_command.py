"""The command that formats: all files of a handbook, some of them, or none but told."""

from pathlib import Path

import pytest

from building import DATE, ROOT
from commands import check
from commands import format as format_command
from second_handbooks import copy_of_second, texts_of


def _format(config: Path, *arguments: str | Path) -> int:
    return format_command.main([*map(str, arguments), "--config-file", str(config)])


def test_a_whole_handbook_is_formatted_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second run changes nothing, and the check says what it said before."""
    config = copy_of_second(tmp_path)

    assert _format(config) == 0
    assert "Đã viết lại: du-lieu/handbook.yml\n" in capsys.readouterr().out
    once = texts_of(config)
    assert _format(config) == 0
    assert _format(config, "--check") == 0
    assert capsys.readouterr().out == ""
    assert texts_of(config) == once
    assert check.main(["--config-file", str(config), "--date", DATE]) == 0


def test_the_handbook_that_is_published_is_in_its_one_form(capsys: pytest.CaptureFixture[str]) -> None:
    """Formatting all of its data changes nothing."""
    assert _format(ROOT / "mkdocs.yml", "--check") == 0
    assert capsys.readouterr().out == ""


def test_files_that_would_change_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` names them, ends with 1 and writes nothing."""
    config = copy_of_second(tmp_path)
    before = texts_of(config)

    assert _format(config, "--check", config.parent / "du-lieu/handbook.yml") == 1

    assert capsys.readouterr().out == "Chưa đúng dạng chuẩn: du-lieu/handbook.yml\n"
    assert texts_of(config) == before


def test_a_faulty_file_is_told_and_the_others_are_formatted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The fault is told with its place, and the file stays as it is."""
    config = copy_of_second(tmp_path)
    faulty = config.parent / "du-lieu/terms/ban-quan-tri.yml"
    faulty.write_text("title: a: b\n", encoding="utf-8")

    assert _format(config) == 1

    told = capsys.readouterr()
    assert "du-lieu/terms/ban-quan-tri.yml:1:" in told.out
    assert "Đã viết lại: du-lieu/handbook.yml\n" in told.out
    assert faulty.read_text(encoding="utf-8") == "title: a: b\n"


def test_a_path_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With 2, as every command does."""
    assert _format(copy_of_second(tmp_path), tmp_path / "x") == 2
    assert "Không có tệp hay thư mục" in capsys.readouterr().err
