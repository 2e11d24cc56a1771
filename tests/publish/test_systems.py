"""A site is put in its place as each system does it best, and is on the disk before it stands there."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from handbook.publish.manifest import files_of
from handbook.publish.switch import switch
from publish.small_site import write

Calls = list[tuple[object, ...]]
SWAP = 2
"""What both systems call the exchange of two folders."""


def offer(monkeypatch: pytest.MonkeyPatch, **functions: Callable[..., int]) -> None:
    """Have the system offer these functions alone, to whoever asks for the numbers of its errors as well."""

    def load(name: None, *, use_errno: bool) -> SimpleNamespace:
        assert name is None
        assert use_errno
        return SimpleNamespace(**functions)

    monkeypatch.setattr(ctypes, "CDLL", load)


def exchange(one: bytes, other: bytes) -> int:
    """Let two folders change places."""
    spare = one + b"-spare"
    for source, target in ((one, spare), (other, one), (spare, other)):
        os.rename(source, target)  # noqa: PTH104 - systems take bytes
    return 0


def refuse(*_: object) -> int:
    """Fail as a disk does."""
    ctypes.set_errno(errno.EIO)
    return -1


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """An old site, and a work folder in which the new one is finished."""
    site, work = write(tmp_path / "site", {"old": ""}), tmp_path / "work"
    write(work / "fresh", {"new": ""})
    return site, work


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What is written through to the disk: folders by their number, or everything."""
    calls: Calls = []
    monkeypatch.setattr(os, "fsync", lambda handle: calls.append(("names", os.fstat(handle).st_ino)))
    monkeypatch.setattr(os, "sync", lambda: calls.append(("everything",)))
    return calls


def names_in(folder: Path) -> list[str]:
    """Give what stands in a folder."""
    return [file.name for file in folder.iterdir()]


def numbers(*folders: Path) -> Calls:
    """Give what is written of folders whose names are written through."""
    return [("names", folder.stat().st_ino) for folder in folders]


def test_linux_exchanges_folders_in_one_call(
    places: tuple[Path, Path], written: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After it has written that disk alone; then the names are written too."""
    site, work = places
    fresh = (work / "fresh").stat().st_ino
    calls: Calls = []

    def renameat2(*given: object) -> int:
        calls.append(given)
        _, one, _, other, _ = given
        assert isinstance(one, bytes)
        assert isinstance(other, bytes)
        return exchange(one, other)

    def syncfs(handle: int) -> int:
        written.append(("disk", os.fstat(handle).st_ino))
        return 0

    offer(monkeypatch, renameat2=renameat2, syncfs=syncfs)
    switch(site, work)

    assert names_in(site) == ["new"]
    assert files_of(work) == []
    assert calls == [(-100, os.fsencode(work / "ready"), -100, os.fsencode(site), SWAP)]
    assert written == [("disk", fresh), *numbers(site.parent, work)]


@pytest.mark.parametrize("functions", [{}, {"syncfs": refuse}])
def test_where_one_disk_cannot_be_written_all_are(
    places: tuple[Path, Path],
    written: Calls,
    monkeypatch: pytest.MonkeyPatch,
    functions: dict[str, Callable[..., int]],
) -> None:
    """Old systems know no better; the two renames come after."""
    site, work = places
    offer(monkeypatch, **functions)
    switch(site, work)

    assert names_in(site) == ["new"]
    assert written == [("everything",), *numbers(site.parent, work)]


def test_macs_exchange_folders_by_a_call_of_their_own(
    places: tuple[Path, Path], written: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And write all disks, since they cannot write one."""
    site, work = places
    calls: Calls = []

    def renamex_np(one: bytes, other: bytes, how: int) -> int:
        calls.append((one, other, how))
        return exchange(one, other)

    offer(monkeypatch, renamex_np=renamex_np, renameat2=refuse, syncfs=refuse)
    monkeypatch.setattr(sys, "platform", "darwin")
    switch(site, work)

    assert names_in(site) == ["new"]
    assert files_of(work) == []
    assert calls == [(os.fsencode(work / "ready"), os.fsencode(site), SWAP)]
    assert written == [("everything",), *numbers(site.parent, work)]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_systems_without_such_a_call_rename_twice(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    """Each looks for its own call and for no other."""
    site, work = places
    offer(monkeypatch, **{{"linux": "renamex_np", "darwin": "renameat2"}[platform]: refuse})
    monkeypatch.setattr(sys, "platform", platform)
    switch(site, work)

    assert names_in(site) == ["new"]
    assert files_of(work) == []


def test_windows_is_asked_for_nothing_that_it_has_not(
    places: tuple[Path, Path], written: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither for an exchange nor for a folder to be written."""
    site, work = places
    monkeypatch.delattr(ctypes, "CDLL")
    monkeypatch.setattr(sys, "platform", "win32")
    switch(site, work)

    assert names_in(site) == ["new"]
    assert written == []


def test_an_exchange_that_fails_names_both_folders(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's own number and words."""
    site, work = places
    offer(monkeypatch, renameat2=refuse)
    with pytest.raises(OSError, match="error") as failed:
        switch(site, work)

    told = failed.value
    assert (told.errno, told.strerror) == (errno.EIO, os.strerror(errno.EIO))
    assert (told.filename, told.filename2) == (str(work / "ready"), str(site))
