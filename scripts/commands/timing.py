"""Time in CPU seconds: what a program and all it starts have used, which a busy machine hardly changes."""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from commands.options import ROOT

LAST_LINES = 12


class FailedRunError(Exception):
    """What was to be measured has failed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run has used: seconds of CPU, seconds on the clock, and megabytes of memory at its peak.

    Memory is that of the largest process, or of all together at the worst moment seen where that is more.
    """

    cpu: float
    wall: float
    memory: float


def cost_of(command: list[str], folder: Path = ROOT) -> Cost:
    """Run a program to its end and tell what it and its children have used.

    Raises:
        FailedRunError: It failed; the text holds its command line and the last of what it said.
    """
    # Elsewhere Python keeps what it has compiled, and so do the others' programs when they are installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    watcher = [sys.executable, str(Path(__file__).with_name("timing_watch.py")), *command]
    started = time.perf_counter()
    done = subprocess.run(
        watcher, capture_output=True, encoding="utf-8", errors="replace", cwd=folder, env=environment, check=False
    )
    wall = time.perf_counter() - started
    if done.returncode:
        said = f"{done.stdout}{done.stderr}".splitlines()[-LAST_LINES:]
        raise FailedRunError("\n".join((" ".join(command), *said)))
    used = json.loads(done.stderr.splitlines()[-1])
    return Cost(used["cpu"], wall, used["memory"])


def own_cpu() -> float:
    """Tell how many CPU seconds this process and its ended children have used."""
    mine, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + children.ru_utime + children.ru_stime


def middle_ratio(ours: list[float], theirs: list[float]) -> float:
    """Give the median of the ratios of pairs measured right after each other."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))
