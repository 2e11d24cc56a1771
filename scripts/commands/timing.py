"""Time in CPU seconds: what a program and all it starts have used, which a busy machine hardly changes."""

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from commands.options import ROOT


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run has used: seconds of CPU, seconds on the clock, and the most memory of one process in megabytes."""

    cpu: float
    wall: float
    memory: float


def cost_of(command: list[str], folder: Path = ROOT) -> Cost:
    """Run a program to its end and tell what it and its children have used.

    Raises:
        subprocess.CalledProcessError: It failed; what it said is in `stderr`.
    """
    watcher = [sys.executable, "-c", _WATCH, *command]
    started = time.perf_counter()
    done = subprocess.run(watcher, capture_output=True, encoding="utf-8", check=True, cwd=folder)
    wall = time.perf_counter() - started
    used = json.loads(done.stderr.splitlines()[-1])
    return Cost(used["cpu"], wall, used["memory"])


def own_cpu() -> float:
    """Tell how many CPU seconds this process and its ended children have used."""
    mine, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + children.ru_utime + children.ru_stime


def middle_ratio(ours: list[float], theirs: list[float]) -> float:
    """Give the median of the ratios of pairs measured right after each other."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


# A process of its own for each run: the children it has waited for are then exactly this run's.
_WATCH = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], check=False)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}), file=sys.stderr)
sys.exit(done.returncode)
"""
