"""Whatever a file holds, the check tells it plainly and soon: no traceback, no endless work, no flood of memory."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hostile_checker
from building import DATE, ROOT
from commands import check
from hostile_known import known_files
from second_handbooks import copy_of_second

KNOWN, SAMPLE, ALL = range(-16, 0), range(150), range(20_000)
BIG = b"# a\n" * 12_500_000
"""Fifty megabytes."""
PROGRAM = Path(hostile_checker.__file__)
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in ("hooks", "scripts", "tests")),
    "PYTHONUTF8": "1",
}


def _troubles(folder: Path, material: str, seeds: range) -> dict[int, str]:
    """Check the files of some seeds in a process of its own, in another one after each that kills it."""
    troubles: dict[int, str] = {}
    done = 0
    while done < len(seeds):
        left = seeds[done:]
        arguments = [str(folder), material, str(left.start), str(left.stop), str(left.step)]
        ran = subprocess.run(
            [sys.executable, str(PROGRAM), *arguments],
            capture_output=True,
            encoding="utf-8",
            env=ENVIRONMENT,
            check=False,
        )
        lines = [json.loads(line) for line in ran.stdout.splitlines()]
        told = [line for line in lines if "trouble" in line]
        troubles |= {line["seed"]: f"{line['what']}\n{line['trouble']}" for line in told if line["trouble"]}
        done += len(told)
        if lines and "trouble" not in lines[-1]:
            troubles[lines[-1]["seed"]] = f"{lines[-1]['what']}\nended with {ran.returncode}: {ran.stderr}"
            done += 1
        else:
            assert done == len(seeds), ran.stderr
    return troubles


def test_files_that_once_were_trouble_are_told_plainly(tmp_path: Path) -> None:
    """Each was found by the long form, or made it necessary."""
    assert _troubles(tmp_path / "known", "little", KNOWN) == {}
    assert len(KNOWN) == len(known_files(hostile_checker.material(everything=False)))


@pytest.mark.parametrize(
    "name",
    [
        *("du-lieu/terms/ban-quan-tri.yml", "du-lieu/cases/tang-12.md", "bai-viet/gioi-thieu.md", "du-lieu/asked.yml"),
        *("du-lieu/handbook.yml", "du-lieu/vocabulary/roles.yml", "mkdocs.yml"),
    ],
)
def test_a_file_of_fifty_megabytes_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its size is told, nothing else; nobody reads it for that."""
    config_file = copy_of_second(tmp_path)
    file = config_file.parent / name
    file.write_bytes((b"---\na: " if name.endswith(".md") else b"") + BIG)

    code = check.main(["--config-file", str(config_file), "--date", DATE, str(file)])

    told = capsys.readouterr().out
    assert code == 1
    assert re.fullmatch(rf"{re.escape(name)}:1:1: lỗi: Tệp [^\n]*lớn hơn 1 MB\. .*\n.*\n.*\n", told), told


def test_a_file_of_nothing_but_references_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each would be looked up by many rules."""
    config_file = copy_of_second(tmp_path)
    file = config_file.parent / "du-lieu" / "terms" / "ban-quan-tri.yml"
    with file.open("a", encoding="utf-8") as more:
        more.write(f"note: {'((a)) ' * 10_000}((a))\n")

    assert check.main(["--config-file", str(config_file), "--date", DATE, str(file)]) == 1

    assert "Tệp có hơn 10.000 dấu “((”. [file.too-big]\n" in capsys.readouterr().out


@pytest.mark.parametrize(("way", "code"), [("&a [*a, *a]", "yaml.alias"), ("[" * 50, "yaml.depth")])
def test_a_configuration_without_end_is_refused(
    way: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands for more than is written is told at its place."""
    config_file = copy_of_second(tmp_path)
    lines = config_file.read_text(encoding="utf-8").count("\n")
    with config_file.open("a", encoding="utf-8") as file:
        file.write(f"more: {way}\n")

    assert check.main(["--config-file", str(config_file), "--date", DATE]) == 1

    told = capsys.readouterr().out
    assert told.startswith(f"mkdocs.yml:{lines + 1}:")
    assert f" [{code}]\n" in told
    assert "Cách sửa: " in told


def test_hostile_files_are_told_plainly(tmp_path: Path) -> None:
    """A sample; the seeds are those of the long form."""
    assert _troubles(tmp_path / "sample", "little", SAMPLE) == {}


@pytest.mark.long
def test_all_hostile_files_are_told_plainly(tmp_path: Path) -> None:
    """Twenty thousand files, seeds 0 to 19999: five seconds of work and 500 MB at most."""
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        parts = pool.map(lambda at: _troubles(tmp_path / str(at), "everything", ALL[at::workers]), range(workers))
    assert {seed: trouble for part in parts for seed, trouble in part.items()} == {}
