"""What a change means for readers, told from the repository itself."""

import subprocess
from pathlib import Path

import pytest

from commands import review
from second_handbooks import copy_of_second


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    """A copy of the second handbook, one folder below the top of a repository, all of it committed."""
    found = copy_of_second(tmp_path)
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "--quiet", "--message", "x")
    return found


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@vi-du.example", "-C", folder, *arguments],
        check=True,
        capture_output=True,
    )


def _edit(configuration: Path, file: str, words: str, others: str) -> None:
    path = configuration.parent / file
    text = path.read_text(encoding="utf-8")
    assert words in text
    path.write_text(text.replace(words, others, 1), encoding="utf-8")


def _told(configuration: Path, capsys: pytest.CaptureFixture[str], against: str = "HEAD") -> str:
    assert review.main(["--config-file", str(configuration), "--against", against]) == 0
    return capsys.readouterr().out


def test_nothing_is_told_where_readers_see_nothing_else(
    configuration: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A comment and another order of lines change no page."""
    _edit(configuration, "du-lieu/documents/noi-quy-2025.yml", "# Văn bản ví dụ", "# Một ghi chú khác: văn bản ví dụ")

    assert _told(configuration, capsys) == "Người đọc không thấy gì khác trước.\n"


def test_a_number_is_told_with_all_pages_that_print_it(configuration: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From what to what, in its unit; the pages that show it are among those that say something else."""
    _edit(configuration, "du-lieu/documents/noi-quy-2025.yml", "{amount: 7, unit: day}", "{amount: 9, unit: day}")

    told = _told(configuration, capsys)

    assert "## Con số đổi (1)" in told
    assert "- Nội quy nhà Hoa Sen năm 2025, “notice-lead”, con số: từ 07 ngày thành 09 ngày\n" in told
    assert "- Việc cần làm cho một cuộc họp cư dân\n" in told


def test_lost_and_gained_evidence_is_told(configuration: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A duty that names another statement than before has lost the one and gained the other."""
    _edit(configuration, "du-lieu/checklists/hop-cu-dan.yml", "[noi-quy-2025#notice-lead]", "[noi-quy-2025#quorum]")

    told = _told(configuration, capsys)

    assert "## Việc bắt buộc mất căn cứ (1)" in told
    assert "“notice”: mất noi-quy-2025#notice-lead\n" in told
    assert "“notice”: thêm noi-quy-2025#quorum\n" in told


def test_new_and_lost_pages_are_told(configuration: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new record is a new page, one that is taken away is no more; a draft is neither."""
    terms = configuration.parent / "du-lieu" / "terms"
    (terms / "moi.yml").write_text("schema_version: 1\ntitle: Từ mới\nmeaning: Nghĩa.\n", encoding="utf-8")
    (terms / "nhap.yml").write_text("schema_version: 1\ndraft: true\ntitle: Nháp\nmeaning: Nghĩa.\n", encoding="utf-8")
    _edit(configuration, "du-lieu/terms/ban-quan-tri.yml", "title:", "draft: true\ntitle:")

    told = _told(configuration, capsys)

    assert "## Trang mới (1)\n\n- Từ mới\n" in told
    assert "## Trang không còn (1)\n" in told
    assert "Nháp" not in told


def test_what_cannot_be_compared_is_said(configuration: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A state that is not there, and files that cannot be read, end with a word on what to do."""
    assert review.main(["--config-file", str(configuration), "--against", "nowhere"]) == 2
    assert "Không đọc được mốc “nowhere”" in capsys.readouterr().err
    _edit(configuration, "du-lieu/documents/noi-quy-2025.yml", "title:", "titel:")
    assert review.main(["--config-file", str(configuration)]) == 1
    assert "[value.unknown-key]" in capsys.readouterr().err
