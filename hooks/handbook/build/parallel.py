"""Work on many things in several processes at once, where this process may be split in two; else one by one.

The processes inherit everything there is in memory, so that nothing has to be sent to them. Threads are not inherited:
a process that has some (typst's printing starts them, and so does a browser under test) must not be split, for its
halves would wait for threads that are not there.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

THREADS = Path("/proc/self/task")
FEWEST_TASKS = 8  # for fewer, starting processes costs more than they save


class WorkerLostError(Exception):
    """A process ended before its work was done: it was killed, or there was no memory left."""


def in_parallel(tasks: Sequence[Task], work: Callable[[Task], Result]) -> Iterator[tuple[Task, Result]]:
    """Do `work` on every task and give each result as soon as it is there, in no promised order.

    Raises:
        WorkerLostError: A process ended before its time.
        Exception: Whatever `work` raised, in the process that asked.
    """
    workers = min(os.cpu_count() or 1, len(tasks))
    if workers < 2 or len(tasks) < FEWEST_TASKS or not _may_be_split():  # noqa: PLR2004 - two make it parallel
        for task in tasks:
            yield task, work(task)
        return
    context = multiprocessing.get_context("fork")
    next_task = context.Value("i", 0)
    ends: list[Connection] = []
    processes = []
    try:
        for _ in range(workers):
            here, there = context.Pipe(duplex=False)
            process = context.Process(target=_work_on, args=(tasks, work, next_task, there), daemon=True)
            process.start()
            there.close()
            ends.append(here)
            processes.append(process)
        yield from _results(tasks, ends)
        for process in processes:
            process.join()  # nothing is left to do for them: they end by themselves
    finally:
        for process in processes:
            process.terminate()
            process.join()
        for end in ends:
            end.close()


def _may_be_split() -> bool:
    """Tell whether this process has one thread, its own; only Linux says so, counting those of libraries as well."""
    return THREADS.is_dir() and len(list(THREADS.iterdir())) == 1


def _results(tasks: Sequence[Task], ends: list[Connection]) -> Iterator[tuple[Task, Result]]:
    open_ends = list(ends)
    left = len(tasks)
    while left:
        if not open_ends:
            raise WorkerLostError(f"{left} of {len(tasks)} tasks were not done")
        for end in wait(open_ends):
            assert isinstance(end, Connection)  # noqa: S101 - wait() gives back what it was given
            try:
                index, result, error = end.recv()
            except EOFError:
                open_ends.remove(end)
                continue
            if error is not None:
                raise error
            left -= 1
            yield tasks[index], result


def _work_on(
    tasks: Sequence[Task], work: Callable[[Task], Result], next_task: "Synchronized[int]", end: Connection
) -> None:
    while True:
        with next_task.get_lock():
            index = next_task.value
            next_task.value += 1
        if index >= len(tasks):
            end.close()
            return
        try:
            result = work(tasks[index])
        except Exception as error:  # noqa: BLE001 - it is raised again where the work was asked for
            end.send((index, None, error))
            return
        end.send((index, result, None))
