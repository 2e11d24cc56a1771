"""Work in several processes: every result comes once, failures come through, a lost process is told."""

import os
import signal
from collections.abc import Callable

import pytest

from handbook.build.parallel import FEWEST_TASKS, WorkerLostError, in_parallel

MANY = FEWEST_TASKS * 3


@pytest.mark.parametrize("number", [0, 1, FEWEST_TASKS - 1, MANY])
def test_every_task_is_done_once(number: int) -> None:
    """Few tasks or many: each gives its own result, once."""
    found = list(in_parallel(range(number), lambda task: task * task))
    assert sorted(found) == [(task, task * task) for task in range(number)]


def test_many_tasks_run_in_other_processes() -> None:
    """Where there are processors for it, the work is spread."""
    processes = {process for _, process in in_parallel(range(MANY), lambda _: os.getpid())}
    assert (os.getpid() in processes) == ((os.cpu_count() or 1) < 2)


def _failing_at(wrong: int) -> Callable[[int], int]:
    def work(task: int) -> int:
        if task == wrong:
            raise ValueError(f"task {task}")
        return task

    return work


@pytest.mark.parametrize("number", [2, MANY])
def test_a_failure_comes_through(number: int) -> None:
    """What goes wrong in another process is raised where the work was asked for."""
    with pytest.raises(ValueError, match="task 1"):
        list(in_parallel(range(number), _failing_at(1)))


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="with one processor there is no other process to lose")
def test_a_lost_process_is_told() -> None:
    """Processes that are killed end the work with an error, not with a wait for ever."""

    def work(task: int) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return task

    with pytest.raises(WorkerLostError):
        list(in_parallel(range(MANY), work))
