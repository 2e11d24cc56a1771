"""Commands that write to people's files leave all of them as they were when the system refuses, and say so plainly."""

from pathlib import Path

import pytest

from building import DATE
from faulty_builds import Outcome, Trial, outcomes
from handbook.editing.trial import write
from second_handbooks import copy_of_second

FORMAT, NEW, RENAME, KEEP = (
    ("format",),
    ("new", "term", "hop-thang"),
    ("rename", "document", "noi-quy-2025", "noi-quy-moi"),
    ("check", "--keep-addresses"),
)


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    """A handbook in which every command finds something to write."""
    config_file = copy_of_second(tmp_path)
    for file in (config_file.parent / "du-lieu").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    return config_file


def _all_files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _lay_out(root: Path, files: dict[str, bytes]) -> None:
    for path in root.rglob("*"):
        if path.is_file():
            path.unlink()
    for name, content in files.items():
        (root / name).write_bytes(content)


def _trial(config_file: Path, command: tuple[str, ...], **fault: int | bool) -> Trial:
    name, *arguments = command
    dated = [] if name == "format" else ["--date", DATE]
    given = [*arguments, "--config-file", str(config_file), *dated]
    return Trial(name, given, folder=str(config_file.parent), **fault)  # type: ignore[arg-type]


def _is_told(outcome: Outcome) -> bool:
    return outcome.code == 2 and "Cách sửa: " in outcome.told and "Traceback" not in outcome.told


@pytest.mark.parametrize("command", [FORMAT, NEW, RENAME, KEEP], ids=lambda command: command[0])
def test_a_full_disk_spoils_no_file(config_file: Path, command: tuple[str, ...]) -> None:
    """Whenever there is no more room, or only for small files, each file is what it was or what it should become."""
    root = config_file.parent
    before = _all_files(root)
    (whole,) = outcomes(_trial(config_file, command))
    assert whole.code == 0, whole.told
    after = _all_files(root)
    moments = [_trial(config_file, command, full_after=moment) for moment in _spread(whole.made)]
    for trial in (*moments, _trial(config_file, command, largest=10)):
        _lay_out(root, before)
        (outcome,) = outcomes(trial)
        found = _all_files(root)
        assert _is_told(outcome), outcome
        assert found.keys() <= before.keys() | after.keys()
        if command is FORMAT:  # file after file
            assert all(found[name] in (before[name], after[name]) for name in before)
        else:
            assert found == before


def _spread(made: int) -> list[int]:
    return sorted({0, made // 2, made - 1})


def test_what_may_not_be_written_stays(config_file: Path) -> None:
    """A folder without permission to write: the command says so, and everything is as it was."""
    root = config_file.parent
    before = _all_files(root)
    folders = [path for path in (root, *root.rglob("*")) if path.is_dir()]

    def with_modes(mode: int) -> None:
        for folder in folders:
            folder.chmod(mode)

    with_modes(0o555)
    ends = outcomes(*(_trial(config_file, command, obeys=True) for command in (FORMAT, NEW, RENAME, KEEP)))
    with_modes(0o755)

    assert all(_is_told(outcome) and "Không có quyền" in outcome.told for outcome in ends), ends
    assert _all_files(root) == before


def test_a_name_that_cannot_be_changed_brings_the_others_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file cannot take its place, those that did go back, new ones go away, and what was deleted is there."""
    old, new, gone, last = (tmp_path / name for name in ("a.yml", "b.yml", "c.yml", "d.yml"))
    for file in (old, gone, last):
        file.write_text("before", encoding="utf-8")
    replace = Path.replace

    def refuse_the_last(self: Path, target: Path) -> Path:
        if target == last:
            raise PermissionError(1, "refused", str(last))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_the_last)
    with pytest.raises(PermissionError):
        write({old: "after", new: "after", gone: None, last: "after"})

    assert _all_files(tmp_path) == dict.fromkeys(("a.yml", "c.yml", "d.yml"), b"before")
