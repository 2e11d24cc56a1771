"""A site is whole at any time, whatever happens to the process that publishes the next one."""

import ctypes
import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.publish import switch as switching
from handbook.publish.manifest import files_of
from handbook.publish.publishing import work_folder
from handbook.publish.switch import recover, switch
from publish import killed_publisher
from publish.small_site import write

PROGRAM = Path(killed_publisher.__file__)
ROOT = PROGRAM.parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "hooks"), str(ROOT / "tests")))}


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Switch in one step, and as on systems that cannot."""
    way = str(request.param)
    if way == "renames":
        monkeypatch.setattr(switching, "_exchange", lambda *_: False)
    return way


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path, way: str) -> None:
    """After a switch only the new files stand, and of the old ones nothing is left but their folders."""
    assert way
    site, work = tmp_path / "site", tmp_path / "work"
    for version in ("1", "2", "3"):
        write(work / "fresh", {f"{version}/{version}": version})
        switch(site, work)
        assert files_of(site) == [f"{version}/{version}"]
        assert files_of(work) == []
    assert {place.name for place in work.rglob("*")} == {"bare", "1"}


def test_the_old_site_stays_when_the_new_one_cannot_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rename that the system refuses is told, and the old site stands where it stood."""
    site, work = write(tmp_path / "site", {"old": ""}), tmp_path / "work"
    write(work / "fresh", {"new": ""})
    rename = Path.rename

    def refuse_the_site(self: Path, target: Path) -> Path:
        if self.name == "ready":
            raise PermissionError(13, "refused")
        return rename(self, target)

    monkeypatch.setattr(switching, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse_the_site)
    with pytest.raises(PermissionError):
        switch(site, work)
    assert [file.name for file in site.iterdir()] == ["old"]


class _System:
    """The system's own functions, of which some are missing or refuse."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **functions: Callable[..., int]) -> None:
        self.__dict__.update(functions)
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: self)


def _refuse(number: int) -> Callable[..., int]:
    def refuse(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    return refuse


@pytest.mark.parametrize(
    "functions", [{}, {"renameat2": _refuse(errno.ENOSYS)}, {"renameat2": _refuse(errno.EINVAL), "syncfs": _refuse(9)}]
)
def test_an_old_system_publishes_with_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, functions: dict[str, Callable[..., int]]
) -> None:
    """Where folders cannot be exchanged, or one disk alone cannot be written out, the new site stands all the same."""
    _System(monkeypatch, **functions)
    site, work = write(tmp_path / "site", {"old": ""}), tmp_path / "work"
    write(work / "fresh", {"new": ""})

    switch(site, work)

    assert [file.name for file in site.iterdir()] == ["new"]
    assert files_of(work) == []


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exchange that goes wrong is no reason to try another way: the old site stays."""
    _System(monkeypatch, renameat2=_refuse(errno.EIO))
    site, work = write(tmp_path / "site", {"old": ""}), tmp_path / "work"
    write(work / "fresh", {"new": ""})

    with pytest.raises(OSError, match="Input/output error"):
        switch(site, work)

    assert [file.name for file in site.iterdir()] == ["old"]


def test_a_site_taken_away_by_a_kill_is_given_back(tmp_path: Path) -> None:
    """The new site, whole and ready, is put in its place, and everything half done goes."""
    site, work = tmp_path / "site", tmp_path / "work"
    for name in ("ready", "old", "fresh", "trash"):
        write(work / name, {name: ""})
    recover(site, work)
    assert [file.name for file in site.iterdir()] == ["ready"]
    assert list(work.iterdir()) == []


def test_half_a_site_is_never_taken_for_a_whole_one(tmp_path: Path) -> None:
    """A site that was being made or deleted is not put in the place of a missing one."""
    site, work = tmp_path / "site", tmp_path / "work"
    for name in ("fresh", "trash"):
        write(work / name, {name: ""})
    recover(site, work)
    assert not site.exists()
    assert list(work.iterdir()) == []


def test_recovering_leaves_a_standing_site_alone(tmp_path: Path) -> None:
    """What a kill has left beside a whole site never takes its place."""
    site, work = write(tmp_path / "site", {"now": ""}), tmp_path / "work"
    for name in ("ready", "old", "fresh", "trash"):
        write(work / name, {name: ""})
    recover(site, work)
    assert [file.name for file in site.iterdir()] == ["now"]
    assert list(work.iterdir()) == []


def test_a_publisher_killed_at_every_single_step_leaves_a_whole_site(tmp_path: Path, way: str) -> None:
    """Each call into the system, one after the other, is the last one of a publisher; the site is whole after each."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path), way],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.isdecimal(), done.stdout
    assert int(done.stdout) > 50


def test_a_publisher_killed_at_random_moments_leaves_a_whole_site(tmp_path: Path) -> None:
    """A process that publishes in a loop is killed from outside; every file of the site is of one version."""
    site = tmp_path / "site"
    loop = (
        "import sys; from itertools import count; from pathlib import Path;"
        "from publish.killed_publisher import publish_version\n"
        "for version in count(): publish_version(Path(sys.argv[1]), version)"
    )
    for _ in range(8):
        publisher = subprocess.Popen([sys.executable, "-c", loop, str(site)], env=ENVIRONMENT)
        while not site.exists():
            assert publisher.poll() is None
            time.sleep(0.01)
        time.sleep(random.uniform(0.1, 0.4))  # noqa: S311 - any moment will do
        publisher.send_signal(signal.SIGKILL)
        publisher.wait()
        assert len(killed_publisher.versions_in(site) - {"missing"}) == 1
        assert "missing" not in killed_publisher.versions_in(site)
        recover(site, work_folder(site))
