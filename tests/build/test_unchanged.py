"""What was told is told again as long as nothing that it came from, and nothing that was made, has been touched."""

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from building import ROOT
from handbook.build.looking import look_at, look_at_program
from handbook.build.unchanged import Standing, Wanted, remember_standing, standing
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity

DAY = dt.date(2026, 11, 22)
WARNING = Finding("du-lieu/a.yml", 3, 5, Code.REVIEW_OVERDUE, "Quá hạn “kiểm lại”.", "Kiểm lại.", Severity.WARNING)
LATER = 60.0
"""Seconds after which what the tests have just written is no news."""


def _wanted(manner: str = "build", day: dt.date = DAY, program: str = "program") -> Wanted:
    return Wanted(manner, day, time.time() + LATER, program)


def _remembered(folder: Path) -> Standing:
    """Lay out what is read and what is made, and remember them."""
    for name, text in (("data/a.yml", "a: 1\n"), ("data/inner/b.yml", "b: 2\n"), ("site/index.html", "<p>một</p>")):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    told = Standing([WARNING], (folder / "data",), folder / "site", 1)
    remember_standing(folder / "cache", _wanted(), told, look_at(told.read))
    return told


def test_what_nobody_touched_still_holds(tmp_path: Path) -> None:
    """The findings, the site and its number of pages come back as they were."""
    told = _remembered(tmp_path)

    assert standing(tmp_path / "cache", _wanted()) == told


def _rewrite(folder: Path) -> None:
    (folder / "data/inner/b.yml").write_text("b: 3\n", "utf-8")


def _rewrite_with_its_old_time(folder: Path) -> None:
    file = folder / "data/inner/b.yml"
    before = file.stat()
    file.write_text("b: 3\n", "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _add(folder: Path) -> None:
    (folder / "data/inner/c.yml").write_text("c: 3\n", "utf-8")


def _delete(folder: Path) -> None:
    (folder / "data/a.yml").unlink()


def _rename(folder: Path) -> None:
    (folder / "data/a.yml").rename(folder / "data/z.yml")


def _link_to_nowhere(folder: Path) -> None:
    (folder / "data/.#a.yml").symlink_to(folder / "nowhere")


def _change_the_site(folder: Path) -> None:
    (folder / "site/index.html").write_text("<p>mốt</p>", "utf-8")


def _add_to_the_site(folder: Path) -> None:
    (folder / "site/la.html").write_text("lạ", "utf-8")


def _delete_the_site(folder: Path) -> None:
    (folder / "site").rename(folder / "elsewhere")


@pytest.mark.parametrize(
    "touch",
    [
        *(_rewrite, _rewrite_with_its_old_time, _add, _delete, _rename, _link_to_nowhere),
        *(_change_the_site, _add_to_the_site, _delete_the_site),
    ],
)
def test_what_was_touched_is_noticed(touch: Callable[[Path], None], tmp_path: Path) -> None:
    """A change of what was read or made, of any sort, even one that looks the same by size and time."""
    _remembered(tmp_path)
    touch(tmp_path)

    assert standing(tmp_path / "cache", _wanted()) is None


def test_another_question_has_another_answer(tmp_path: Path) -> None:
    """Another day, another command, another program or no memory: nothing holds."""
    _remembered(tmp_path)

    assert standing(tmp_path / "cache", _wanted(day=DAY + dt.timedelta(days=1))) is None
    assert standing(tmp_path / "cache", _wanted("check")) is None
    assert standing(tmp_path / "cache", _wanted(program="newer")) is None
    assert standing(None, _wanted()) is None


def test_what_changed_since_the_command_began_is_not_trusted(tmp_path: Path) -> None:
    """It may have been read half before and half after: a file, or which files a folder has."""
    told = _remembered(tmp_path)
    for touched in ("data/a.yml", "data"):
        begun = (tmp_path / touched).stat().st_ctime - 0.001
        look = look_at(told.read)

        assert look.has_changed_since(begun)
        remember_standing(tmp_path / "other", Wanted("build", DAY, begun, "program"), told, look)
        assert standing(tmp_path / "other", _wanted()) is None
        (tmp_path / "data/a.yml").unlink(missing_ok=True)


def test_a_change_of_the_program_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a command's own code, and of which packages there are."""
    command, packages = tmp_path / "commands" / "build.py", tmp_path / "site-packages"
    command.parent.mkdir()
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [str(packages)])
    command.write_text("one = 1\n", "utf-8")
    first = look_at_program(command.parent)

    assert look_at_program(command.parent) == first
    command.write_text("two = 2\n", "utf-8")
    second = look_at_program(command.parent)
    assert second != first
    (packages / "newer-1.0.dist-info").mkdir()
    assert look_at_program(command.parent) != second


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_a_damaged_memory_counts_as_absent(place: int, tmp_path: Path) -> None:
    """Whatever byte of it is another one."""
    _remembered(tmp_path)
    file = next((tmp_path / "cache").iterdir())
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)

    assert standing(tmp_path / "cache", _wanted()) is None


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_command_with_nothing_to_do_loads_no_generator(command: str) -> None:
    """What reads, renders and builds is loaded when there is something to do."""
    heavy = "{name for name in ('pydantic', 'jinja2', 'yaml', 'mkdocs', 'handbook.records') if name in sys.modules}"
    code = f"import sys; import commands.{command}; print({heavy})"
    paths = os.pathsep.join((str(ROOT / "hooks"), str(ROOT / "scripts")))
    environment = {**os.environ, "PYTHONPATH": paths}
    command_line = [sys.executable, "-c", code]
    done = subprocess.run(command_line, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)

    assert done.stdout.strip() == "set()"


def test_a_link_to_a_folder_is_not_gone_into(tmp_path: Path) -> None:
    """It may lead back to where it stands; a link that leads nowhere is told by its name."""
    (tmp_path / "a.yml").write_text("a: 1\n", encoding="utf-8")
    alone = look_at([tmp_path]).digest
    (tmp_path / "back").symlink_to(tmp_path)

    assert look_at([tmp_path]).digest == alone
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    assert look_at([tmp_path]).digest != alone
