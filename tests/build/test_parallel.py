"""Work in several processes: every result comes once, failures come through, a lost process is told."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from building import ROOT
from handbook.build.parallel import FEWEST_TASKS, in_parallel

MANY = FEWEST_TASKS * 3
TWO = pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="with one processor there is no other process")

ALONE = f"""
import os, signal, sys
from handbook.build.parallel import WorkerLostError, in_parallel
MANY = {MANY}
"""
"""Begins a program with one thread: this one may have some that belong to other tests."""


def told(program: str) -> str:
    """Run a program in a process of its own and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE + program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        timeout=60,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("number", [0, 1, FEWEST_TASKS - 1, MANY])
def test_every_task_is_done_once(number: int) -> None:
    """Few tasks or many, spread or not: each gives its own result, once."""
    wanted = [(task, task * task) for task in range(number)]
    assert sorted(in_parallel(range(number), lambda task: task * task)) == wanted
    assert told(f"print(sorted(in_parallel(range({number}), lambda task: task * task)))") == str(wanted)


@TWO
def test_many_tasks_run_in_other_processes() -> None:
    """Where there are processors for it, the work is spread."""
    assert told("print(os.getpid() in {one for _, one in in_parallel(range(MANY), lambda _: os.getpid())})") == "False"


def test_a_process_with_threads_is_not_split() -> None:
    """Its halves would wait for threads that are not there: the work is done here, one by one."""
    stay = threading.Event()
    thread = threading.Thread(target=stay.wait)
    thread.start()
    try:
        assert {process for _, process in in_parallel(range(MANY), lambda _: os.getpid())} == {os.getpid()}
    finally:
        stay.set()
        thread.join()


@pytest.mark.parametrize("number", [2, MANY])
def test_a_failure_comes_through(number: int) -> None:
    """What goes wrong in another process is raised where the work was asked for."""
    program = f"""
def work(task):
    if task == 1:
        raise ValueError("task 1")
    return task

try:
    list(in_parallel(range({number}), work))
except ValueError as error:
    print(error)
"""
    assert told(program) == "task 1"


@TWO
def test_a_lost_process_is_told() -> None:
    """Processes that are killed end the work with an error, not with a wait for ever."""
    program = """
def work(task):
    os.kill(os.getpid(), signal.SIGKILL)

try:
    list(in_parallel(range(MANY), work))
except WorkerLostError as error:
    print(type(error).__name__)
"""
    assert told(program) == "WorkerLostError"


def test_printing_after_printing_does_not_hang(tmp_path: Path) -> None:
    """A process that has printed with typst, which starts threads, can go on to make many files."""
    source = tmp_path / "a.typ"
    source.write_text("= A", encoding="utf-8")
    program = f"""
import typst
def work(task):
    return len(typst.compile({str(source)!r}))
work(0)
print(len(list(in_parallel(range(MANY), work))))
"""
    assert told(program) == str(MANY)
