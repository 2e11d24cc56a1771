"""The project's environment is made once, mended when broken, and otherwise left alone; no network is used here."""

import hashlib
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

import environment
from environment import CannotPrepareError, is_ready, prepare, python_of

METADATA = "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project whose only requirement is a tiny package lying in it."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr("tiny-1.0.dist-info/METADATA", METADATA)
        archive.writestr("tiny-1.0.dist-info/WHEEL", WHEEL)
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    (tmp_path / "requirements").mkdir()
    require(tmp_path, hashlib.sha256(wheel.read_bytes()).hexdigest())
    return tmp_path


def require(root: Path, digest: str) -> None:
    """Write both requirement files, asking for a wheel with this digest."""
    for name in ("build.txt", "test.txt"):
        text = f"./tiny-1.0-py3-none-any.whl --hash=sha256:{digest}\n"
        (root / "requirements" / name).write_text(text, encoding="utf-8")


def has_tiny(root: Path) -> bool:
    """Say whether the environment's Python can use the package."""
    return subprocess.run([python_of(root), "-I", "-c", "import tiny"], check=False).returncode == 0


def stand_in(root: Path, names: tuple[str, ...]) -> Path:
    """Make what a finished environment looks like from outside, and return its stamp."""
    python_of(root).parent.mkdir(parents=True)
    python_of(root).touch()
    stamp = root / environment.FOLDER / environment.STAMP
    stamp.write_text(json.dumps(environment._stamp(root, names)), encoding="utf-8")  # noqa: SLF001 - as it writes it
    return stamp


def test_an_environment_is_made_once_and_then_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first run installs; a second one starts no other program and writes nothing."""
    prepare(root, "build")
    assert has_tiny(root)
    assert is_ready(root, "build")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("nothing is left to do"))
    prepare(root, "build")


def test_a_half_made_environment_is_made_anew(root: Path) -> None:
    """What a killed installation has left, without a stamp, is thrown away."""
    rest = root / environment.FOLDER / "rest"
    rest.mkdir(parents=True)
    prepare(root, "build")
    assert has_tiny(root)
    assert not rest.exists()


def test_a_package_that_is_not_the_pinned_one_is_told(root: Path) -> None:
    """When pip refuses, people learn what pip said and what to do, and the next run tries again."""
    require(root, "0" * 64)
    with pytest.raises(CannotPrepareError, match=r"(?s)sha256.*Không cài được.*Cách sửa"):
        prepare(root, "build")
    assert not is_ready(root, "build")


def test_tests_can_also_build_but_not_the_other_way_round(root: Path) -> None:
    """The larger set covers the smaller one."""
    stamp = stand_in(root, environment.SETS["test"])
    assert is_ready(root, "build")
    assert is_ready(root, "test")
    stamp.write_text(json.dumps(environment._stamp(root, ("build.txt",))), encoding="utf-8")  # noqa: SLF001
    assert is_ready(root, "build")
    assert not is_ready(root, "test")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", "{}", '{"python": 3, "build.txt": {}}', '{"python": "Other 3.11"}']
)
def test_a_spoilt_stamp_is_no_stamp(root: Path, text: str) -> None:
    """Whatever stands in the stamp, it only counts when it says exactly what is wanted."""
    stamp = stand_in(root, ("build.txt",))
    assert is_ready(root, "build")
    stamp.write_text(text, encoding="utf-8")
    assert not is_ready(root, "build")


def test_changed_requirements_make_it_unready(root: Path) -> None:
    """A requirement file with other bytes asks for another installation."""
    stand_in(root, ("build.txt",))
    require(root, "1" * 64)
    assert not is_ready(root, "build")


def test_a_vanished_interpreter_makes_it_unready(root: Path) -> None:
    """An environment whose Python was uninstalled is not used."""
    stand_in(root, ("build.txt",))
    python_of(root).unlink()
    assert not is_ready(root, "build")


def test_a_folder_that_cannot_be_written_is_told(root: Path) -> None:
    """Where nothing can be written, people learn where and what to do."""
    (root / ".cache").write_text("a file where a folder has to be", encoding="utf-8")
    with pytest.raises(CannotPrepareError, match=r"(?s)Không ghi được.*Cách sửa"):
        prepare(root, "build")


def test_a_python_without_its_own_parts_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has split off what makes environments, the package to install is named."""
    monkeypatch.setattr(environment, "find_spec", lambda _: None)
    with pytest.raises(CannotPrepareError, match=r"(?s)ensurepip.*sudo apt install python3"):
        prepare(root, "build")
