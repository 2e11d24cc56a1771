"""`check --coverage`: what is used where and what serves what, for people and for machines; gaps end with 1."""

import json
import shutil
from pathlib import Path

import pytest

from building import DATE, ROOT, SECOND
from commands import check
from second_handbooks import copy_of_second

WIDTH = 100


def _told(capsys: pytest.CaptureFixture[str], configuration: Path, *arguments: str) -> tuple[int, str]:
    code = check.main(["--config-file", str(configuration), "--date", DATE, "--coverage", *arguments])
    return code, capsys.readouterr().out


def test_the_content_has_every_required_pairing(capsys: pytest.CaptureFixture[str]) -> None:
    """No criterion with points is without an item, no problem without a way out, no meeting without its papers."""
    code, told = _told(capsys, ROOT / "mkdocs.yml")

    assert "[coverage." not in told
    assert code == 0


def test_every_statement_of_a_seed_is_used_or_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """The counts of each article add up to its statements, and each that is left out says why."""
    _, told = _told(capsys, ROOT / "mkdocs.yml", "--format", "json")
    seeds = json.loads(told)["seeds"]

    assert len(seeds) == 5
    for seed, statements in seeds.items():
        assert statements, seed
        for statement, use in statements.items():
            assert bool(use["users"]) != bool(use["left_out"]), f"{seed}#{statement}"


def test_the_text_agrees_with_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Both forms tell the same counts."""
    _, text = _told(capsys, ROOT / "mkdocs.yml")
    _, told = _told(capsys, ROOT / "mkdocs.yml", "--format", "json")
    read = json.loads(told)

    for seed, statements in read["seeds"].items():
        used = sum(bool(use["users"]) for use in statements.values())
        assert f"  {seed}: {len(statements)} điều, {used} đã dùng, {len(statements) - used} để riêng\n" in text
    lines = {line.strip().partition(":")[0].partition(" ")[0] for line in text.splitlines()}
    assert {problem["id"] for problem in read["problems"]} <= lines
    assert {step["id"] for meeting in read["meetings"].values() for step in meeting["steps"]} <= lines
    assert {criterion["id"] for table in read["criteria"].values() for criterion in table} <= lines


def test_it_fits_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """No line of the overview is longer than a hundred columns."""
    _, told = _told(capsys, ROOT / "mkdocs.yml")

    overview = told.partition("\n\nmkdocs.yml:")[0]
    assert [line for line in overview.splitlines() if len(line) > WIDTH and ": lỗi: " not in line] == []


def test_a_plain_check_says_nothing_of_pairings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A handbook in the making is sound; only who asks is told what is missing, and gets 1."""
    configuration = copy_of_second(tmp_path)
    (configuration.parent / "du-lieu/checklists/hop-cu-dan.yml").write_text(
        (SECOND / "du-lieu/checklists/hop-cu-dan.yml")
        .read_text(encoding="utf-8")
        .replace("        criteria: [thi-dua-tang#cleanliness]\n", ""),
        encoding="utf-8",
    )

    assert check.main(["--config-file", str(configuration), "--date", DATE]) == 0
    assert capsys.readouterr().out == ""
    code, told = _told(capsys, configuration)
    assert (code, told.count("[coverage.criterion]")) == (1, 2)
    code, told = _told(capsys, configuration, "--format", "github")
    assert (code, told.count("coverage.criterion")) == (1, 2)
    assert all(line.startswith("::error ") for line in told.splitlines())


def test_other_findings_are_told_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault that the plain check tells is not hidden, and nothing is called missing beside it."""
    configuration = copy_of_second(tmp_path)
    file = configuration.parent / "du-lieu/checklists/hop-cu-dan.yml"
    file.write_text("schema_version: 1\n", encoding="utf-8")

    code, told = _told(capsys, configuration)

    assert code == 1
    assert "du-lieu/checklists/hop-cu-dan.yml:1:17: lỗi:" in told
    assert "[coverage." not in told


def test_a_handbook_without_seeds_or_meetings_can_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of this project's own is expected to be there."""
    configuration = copy_of_second(tmp_path)
    shutil.rmtree(configuration.parent / "du-lieu/topics")
    source = configuration.parent / "du-lieu/sources/so-tay-ban-quan-tri.yml"
    source.write_text(source.read_text(encoding="utf-8").replace("seed: true\n", ""), encoding="utf-8")

    _, told = _told(capsys, configuration)

    assert told.startswith("BÀI GỐC: 0 bài, 0 điều\n")


def test_uses_on_common_pages_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A step of the journey uses a statement as a record does, though no kind is its own."""
    configuration = copy_of_second(tmp_path)
    journey = configuration.parent / "du-lieu/journey.yml"
    journey.write_text(
        journey.read_text(encoding="utf-8").replace(
            "text: Bàn và chốt việc.", 'text: "Bàn và chốt việc của ((so-tay-ban-quan-tri#floor-households))."'
        ),
        encoding="utf-8",
    )

    code, told = _told(capsys, configuration)

    assert code == 0, told
    assert "Số điều có mặt ở từng loại: Chuyện hay 2, Trang chung 1\n" in told
