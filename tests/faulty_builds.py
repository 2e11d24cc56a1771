"""Runs commands, each in a process of its own in which the system fails in one way, and tells how they ended.

A program, run by test_faults.py: what is done here to a process cannot be undone. Called with trials as JSON; prints
their outcomes as JSON. Knows nothing of what a command should do about a fault.
"""

import ctypes
import errno
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest.mock import patch

import mkdocs.commands.build  # noqa: F401 - so that not every process has to

import environment
from building import ROOT
from commands import building
from commands.caching import STORE

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in ("hooks", "scripts", "tests"))}
MADE = frozenset({"os.mkdir", "os.link", "os.symlink"})
"""Calls into the system for which there must be room, besides opening a file to write."""
CAPABILITIES = 0x20080522
OVERRIDE = 0b110
"""The bits of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: who has them reads and writes what nobody may."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A command, and what happens to it."""

    command: str
    arguments: list[str]
    full_after: int = -1
    """From which attempt on to make something in `folder` there is no room for it."""
    largest: int = -1
    """How many bytes a file may have."""
    folder: str = ""
    obeys: bool = False
    """Whether permissions count, as they do for everybody but root."""
    edited: str = ""
    """A file that somebody else writes a word to, when the command has opened as many files as `edited_after` says."""
    edited_after: int = -1
    store: str = ""
    """Where files to take away are kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its code, all that it said, and how often it opened a file, and made something."""

    code: int
    told: str
    opened: int
    made: int


class _Counter:
    """Hears each call into the system, and does to the process what its trial says."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self.opened = 0
        self.made = 0

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        trial = self._trial
        if event == "open" and isinstance(arguments[0], str):
            self.opened += 1
            if self.opened == trial.edited_after:
                with Path(trial.edited).open("a", encoding="utf-8") as file:
                    file.write("\nMột đoạn khác.\n")
        if trial.folder and _is_made_in(trial.folder, event, arguments):
            self.made += 1
            if 0 <= trial.full_after < self.made:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))


def _is_made_in(folder: str, event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        writes = isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return writes and str(arguments[0]).startswith(folder)
    return event in MADE and str(arguments[1 if event == "os.link" else 0]).startswith(folder)


def _obey() -> None:
    """Give up the right to pass over permissions, where this process has it."""
    system = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(CAPABILITIES, 0)
    sets = (ctypes.c_uint32 * 6)()
    if system.capget(head, sets):
        raise OSError(ctypes.get_errno(), "capget")
    for at in range(3):  # effective, permitted, inheritable
        sets[at] &= ~OVERRIDE
    if system.capset(head, sets):
        raise OSError(ctypes.get_errno(), "capset")


def _run(trial: Trial, end: int) -> None:
    """Be the process of a command, and end."""
    os.dup2(end, 1)
    os.dup2(end, 2)
    counter = _Counter(trial)
    if trial.largest >= 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (trial.largest, trial.largest))
    if trial.obeys:
        _obey()
    sys.argv = [f"{trial.command}.py", *trial.arguments]
    with (
        patch.object(building, "STORE", Path(trial.store) if trial.store else STORE),
        patch.object(environment, "prepare", lambda _root, _requirements: None),  # a test installs nothing
    ):
        sys.addaudithook(counter.hear)
        code = _code_of(lambda: environment.run(trial.command, "build"))
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(end, f"\0{counter.opened} {counter.made}".encode())
    os._exit(code)


def _code_of(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as ended:
        return int(ended.code or 0)


def outcome_of(trial: Trial) -> Outcome:
    """Run a command; wait until it ends."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _run(trial, there)
        finally:
            os._exit(70)  # what went wrong in here is no outcome of the command
    os.close(there)
    with os.fdopen(here, "rb") as end:
        told, _, counts = end.read().decode("utf-8", "replace").partition("\0")
    _, status = os.waitpid(child, 0)
    opened, made = (int(count) for count in counts.split()) if counts else (0, 0)
    return Outcome(os.waitstatus_to_exitcode(status), told, opened, made)


def outcomes(*trials: Trial) -> list[Outcome]:
    """Run commands from a test, one after the other: in a program that does nothing else."""
    program = [sys.executable, "-X", "utf8", __file__, json.dumps([asdict(trial) for trial in trials])]
    ran = subprocess.run(program, stdout=subprocess.PIPE, cwd=ROOT, encoding="utf-8", env=ENVIRONMENT, check=True)
    return [Outcome(**one) for one in json.loads(ran.stdout)]


if __name__ == "__main__":
    trials = [Trial(**one) for one in json.loads(sys.argv[1])]
    sys.stdout.write(json.dumps([asdict(outcome_of(trial)) for trial in trials]))
