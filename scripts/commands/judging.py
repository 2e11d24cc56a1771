"""A plugin of pytest that asks the tests of one run about every fault, each in a process of its own.

The tests are collected once. A first process runs them all and notes which places of the code each has passed; then
every fault is judged by the tests that pass the statement it stands in, the quickest first, until one of them fails.
Each of these processes begins as the first did, before any test has run: nothing that was kept from sound code helps
a fault through. It must not know what is done with the verdicts.
"""

import functools
import gc
import importlib
import json
import os
import pickle
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, settings
from mutmut.mutation.trampoline import set_mutant_under_test

from commands.mutating import Importing, Mutant, Mutated, mutated

KILLED, SURVIVED, TIMEOUT, UNREACHED = "killed", "survived", "timeout", "unreached"
_PATIENCE = 10
"""How many times as long as with sound code the tests may take."""
_GRACE = 20
"""Seconds of work that each fault may take besides."""
_WAITING = 90
"""Seconds that may go by besides, while nothing is done."""
_EXAMPLES = 25
"""How many examples a test with open input tries; a quarter of the usual ones, since every fault waits for them."""

NOTICED = frozenset({KILLED, TIMEOUT})

Place = tuple[str, int]
Identity = tuple[str, str, str, int]
Value = TypeVar("Value")


@dataclass(slots=True)
class Passed:
    """What a test did with sound code."""

    seconds: float = 0.0
    places: set[Place] = field(default_factory=set)
    failed: bool = False


def read_verdicts(file: Path) -> dict[Identity, str]:
    """Give what was said of each fault; the last word counts."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {(one[0], one[1], one[2], one[3]): verdict for one, verdict in map(json.loads, lines)}


def _line(verdict: object) -> str:
    return json.dumps(verdict, ensure_ascii=False) + "\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what tells the plugin its work."""
    parser.addoption("--mutants-of", action="append", default=[], help="a file, and the module it is, joined by =")
    parser.addoption("--verdicts", help="the file to write, a line each; faults that it says are noticed are left out")
    parser.addoption("--mutants-each", type=int, default=1, help="judge one fault of so many")
    parser.addoption("--mutants-jobs", type=int, default=1)


def pytest_configure(config: pytest.Config) -> None:
    """Have the modules read with their faults."""
    modules: dict[str, tuple[Path, Mutated]] = {}
    for one in config.getoption("--mutants-of"):
        file, _, module = one.partition("=")
        modules[module] = Path(file), mutated(Path(file), module)
    judge = Judge(config, [mutant for _, made in modules.values() for mutant in made.mutants])
    sys.meta_path.insert(0, Importing(modules, lambda: _watched(judge.files, judge.read)))
    config.pluginmanager.register(judge)


class Judge:
    """Runs in place of pytest's own loop over the tests."""

    def __init__(self, config: pytest.Config, mutants: list[Mutant]) -> None:
        self._jobs: int = config.getoption("--mutants-jobs")
        self._file = Path(config.getoption("--verdicts"))
        before = read_verdicts(self._file)
        chosen = mutants[:: config.getoption("--mutants-each")]
        self._mutants = [mutant for mutant in chosen if before.get(mutant.identity) not in NOTICED]
        names = [mutant.identity for mutant in chosen]
        kept = [[identity, verdict] for identity, verdict in before.items() if identity in set(names)]
        self._file.write_text("".join(_line(one) for one in kept), encoding="utf-8")
        self.files = frozenset(file for mutant in mutants for file, _ in mutant.watched)
        self.read: set[Place] = set()
        """The places passed while modules are read, before any test."""
        self._failed = False

    def pytest_collection(self) -> None:
        """Try the same few examples each time, and none again to make it shorter: that a test fails is enough."""
        phases = [Phase.explicit, Phase.generate]
        settings.register_profile(
            "mutants", deadline=None, derandomize=True, database=None, max_examples=_EXAMPLES, phases=phases
        )
        settings.load_profile("mutants")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note that a test has failed."""
        self._failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge all faults and write what came out."""
        gc.collect()
        gc.freeze()  # what is there now is shared by all processes
        passed: list[Passed] = _in_a_process(lambda: [self._watch(item) for item in session.items])
        failing = [item.nodeid for item, one in zip(session.items, passed, strict=True) if one.failed]
        if failing:
            raise pytest.UsageError("tests fail without any fault: " + ", ".join(failing))
        tests: dict[Place, list[int]] = {}
        for index in sorted(range(len(passed)), key=lambda index: passed[index].seconds):
            for place in passed[index].places:
                tests.setdefault(place, []).append(index)
        work = {}
        for mutant in self._mutants:
            places = mutant.watched
            if places & self.read:  # what it makes may be used anywhere in its file
                file, _ = next(iter(places))
                places = frozenset(place for place in tests if place[0] == file)
            reaching = {index for place in places for index in tests.get(place, ())}
            work[mutant.key] = sorted(reaching, key=lambda index: passed[index].seconds)
        mutants = {mutant.key: mutant for mutant in self._mutants}
        with self._file.open("a", encoding="utf-8") as told:
            for key, verdict in _judged(
                work,
                lambda key: self._notices(mutants[key], [session.items[index] for index in work[key]]),
                lambda key: sum(passed[index].seconds for index in work[key]),
                self._jobs,
            ):
                told.write(_line([mutants[key].identity, verdict]))
                told.flush()  # what is known stays known when the run is stopped
        return True

    def _watch(self, item: pytest.Item) -> Passed:
        """Run a test as if it were the only one, and note the places it passes."""
        passed = Passed()
        _forget()
        began = time.process_time()
        with _watched(self.files, passed.places):
            passed.failed = self._fails(item)
        passed.seconds = time.process_time() - began
        return passed

    def _notices(self, mutant: Mutant, items: Iterable[pytest.Item]) -> bool:
        """Switch a fault on and say whether a test fails."""
        set_mutant_under_test(mutant.key)
        if mutant.watched & self.read:
            try:
                importlib.reload(sys.modules[mutant.key.rpartition(".")[0]])
            except Exception:  # noqa: BLE001 - a module that can no longer be read is noticed by whoever reads it
                return True
        return any(self._fails(item) for item in items)

    def _fails(self, item: pytest.Item) -> bool:
        self._failed = False
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        return self._failed


@contextmanager
def _watched(files: frozenset[str], places: set[Place]) -> Iterator[None]:
    """Note the places of these files that are passed meanwhile."""

    def enter(frame: FrameType, event: str, value: Any) -> Callable[..., Any] | None:
        return note(frame, event, value) if frame.f_code.co_filename in files else None

    def note(frame: FrameType, event: str, value: Any) -> Callable[..., Any]:
        del event, value
        places.add((frame.f_code.co_filename, frame.f_lineno))
        return note

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield
    finally:
        sys.settrace(before)


def _forget() -> None:
    """Empty what functions of the project have kept."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and "site-packages" not in getattr(  # noqa: SLF001
            getattr(one.__wrapped__, "__code__", None), "co_filename", "site-packages"
        ):
            one.cache_clear()


def _in_a_process(work: Callable[[], Value]) -> Value:
    """Do work in a process that is like this one, and give what came out."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer")
        child = _fork(lambda: answer.write_bytes(pickle.dumps(work())) == 0, Path(folder))
        _, status = os.waitpid(child, 0)
        if status:
            raise pytest.UsageError(f"the tests could not be run without faults: {status}")
        value: Value = pickle.loads(answer.read_bytes())  # noqa: S301 - written by the line above
        return value


def _judged(
    todo: dict[str, list[int]], notices: Callable[[str], bool], seconds: Callable[[str], float], jobs: int
) -> Iterator[tuple[str, str]]:
    """Judge so many faults at a time, the quickest first."""
    waiting = sorted(todo, key=seconds, reverse=True)
    running: dict[int, tuple[str, Path]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            key = waiting.pop()
            if not todo[key]:
                yield key, UNREACHED
                continue
            folder = Path(tempfile.mkdtemp())
            limit = round(seconds(key) * _PATIENCE) + _GRACE
            running[_fork(partial(notices, key), folder, limit)] = key, folder
        if running:
            child, status = os.wait()
            key, folder = running.pop(child)
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)  # what its tests have started and not ended
            shutil.rmtree(folder, ignore_errors=True)
            stopped = os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGALRM}
            yield key, TIMEOUT if stopped else KILLED if status else SURVIVED


def _fork(work: Callable[[], bool], folder: Path, limit: int | None = None) -> int:
    """Begin work in a process that is like this one, with a folder for what its tests write."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        os.setpgid(0, 0)
        if limit:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + _GRACE))
            signal.alarm(limit * 2 + _WAITING)
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        code = work()
    finally:
        os._exit(code)
