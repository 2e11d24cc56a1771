"""Runs one program and prints, as the last line of its errors, the CPU seconds and the memory of all its processes.

A process of its own for each run: the children it has waited for are then exactly this run's. It knows nothing of the
handbook and imports nothing of it, so that it costs next to nothing itself.
"""

import json
import resource
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

SECONDS_BETWEEN = 0.05
"""Between two looks at the memory; a peak shorter than this may be missed, but not that of the largest process."""


def main() -> int:
    """Run the command line and tell what it has used."""
    ended = threading.Event()
    peaks = [0.0]
    with subprocess.Popen(sys.argv[1:]) as running:
        watching = threading.Thread(target=_watch, args=(running.pid, peaks, ended), daemon=True)
        watching.start()
        code = running.wait()
        ended.set()
        watching.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = max(used.ru_maxrss / 1024, *peaks)
    print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "memory": memory}), file=sys.stderr)
    return code


def _watch(root: int, peaks: list[float], ended: threading.Event) -> None:
    """Note the memory of all processes together, as long as there is more than one of them."""
    while not ended.wait(SECONDS_BETWEEN):
        processes = _tree(root)
        if len(processes) > 1:
            peaks.append(sum(_share(process) for process in processes))


def _tree(root: int) -> list[int]:
    """Give a process and all below it."""
    found = [root]
    for process in found:  # grows while it is read
        with suppress(OSError):
            for thread in Path(f"/proc/{process}/task").iterdir():
                found += [int(child) for child in (thread / "children").read_text(encoding="ascii").split()]
    return found


def _share(process: int) -> float:
    """Give the megabytes of a process, pages shared with others counted by their share; 0 once it has ended."""
    with suppress(OSError, ValueError, StopIteration):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
