"""Checks handbooks with one hostile file each, seed after seed, and tells of each what went wrong, if anything did.

A program of its own, run by test_hostile_files.py: a file on which the check takes too long kills it. Called with a
folder of its own, "little" or "everything", and the range of seeds; prints a line of JSON before and after each seed.
"""

import contextlib
import faulthandler
import io
import json
import os
import resource
import shutil
import signal
import sys
import traceback
from pathlib import Path
from unittest.mock import patch

from building import DATE, ROOT, SECOND
from commands import check
from handbook.build import recollection
from hostile_files import HostileFile, hostile_file
from hostile_known import known_files
from second_handbooks import copy_of_second

MOST_SECONDS = 5
"""Of the processor's time, so that a busy machine makes no difference."""
STUCK_SECONDS = 120
"""Of any time: for a check that waits for something."""
MOST_MEGABYTES = 500
MOST_ADDRESSES = 4 << 30
"""Bytes: what takes more memory than this fails by itself and leaves the machine alone."""


def material(*, everything: bool) -> dict[str, bytes]:
    """Give the files of the second handbook by their paths; with everything, this project's too, as if they were there.

    A short run is to be the same whatever editors write meanwhile, so it does with the second handbook.
    """
    found = {
        file.relative_to(SECOND).as_posix(): file.read_bytes()
        for file in SECOND.rglob("*")
        if file.suffix in {".yml", ".md"}
    }
    for source, target in (("data", "du-lieu"), ("docs", "bai-viet")) if everything else ():
        for file in (ROOT / source).rglob("*"):
            if file.suffix in {".yml", ".md"}:
                found.setdefault(f"{target}/{file.relative_to(ROOT / source).as_posix()}", file.read_bytes())
    return found


def trouble_with(config_file: Path, file: HostileFile) -> str:
    """Lay a file into a handbook, check it, and take it out again; give what went wrong, or nothing."""
    place = os.path.join(os.fsencode(config_file.parent), file.path)  # noqa: PTH118 - names that are no texts
    before = Path(os.fsdecode(place)).read_bytes() if os.path.isfile(place) else None  # noqa: PTH113
    made = _folders_for(place)
    try:
        Path(os.fsdecode(place)).write_bytes(file.content)
    except (OSError, ValueError):
        _take_out(made)
        return ""  # no such name can be
    try:
        return _checked(config_file)
    finally:
        if before is None:
            Path(os.fsdecode(place)).unlink()
            _take_out(made)
        else:
            Path(os.fsdecode(place)).write_bytes(before)


def _folders_for(place: bytes) -> list[Path]:
    """Make the folders that a file needs; gives those that were not there."""
    missing = [folder for folder in Path(os.fsdecode(place)).parents if not folder.exists()]
    made = []
    with contextlib.suppress(OSError):
        for folder in reversed(missing):
            folder.mkdir()
            made.append(folder)
    return made


def _take_out(folders: list[Path]) -> None:
    for folder in reversed(folders):
        folder.rmdir()


def _checked(config_file: Path) -> str:
    told = io.StringIO()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, STUCK_SECONDS)
    try:
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = check.main(["--config-file", str(config_file), "--date", DATE])
        told.getvalue().encode("utf-8", "surrogateescape")  # as a terminal gets it
    except Exception:  # noqa: BLE001 - a traceback of any kind is what must not be
        return traceback.format_exc(limit=-4)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    peak = _peak_megabytes()
    if peak > MOST_MEGABYTES:
        return f"{peak} MB"
    return "" if code == 0 or (code == 1 and told.getvalue()) else f"code {code}, told {told.getvalue()!r}"


def _peak_megabytes() -> int:
    """Give the most memory that this program has had; `ru_maxrss` would count that of the process which started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) // 1024


def main(folder: Path, seeds: range, *, everything: bool) -> None:
    """Check seed after seed, and tell."""
    faulthandler.register(signal.SIGPROF, chain=True)  # says where the time goes, before it ends the process
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    good = material(everything=everything)
    known = known_files(good)
    config_file = copy_of_second(folder)
    # What the generator is made of does not change meanwhile, and is not to be digested twenty thousand times.
    with (
        patch.object(check, "CACHE", folder / "cache"),
        patch.object(recollection, "generator_digest", lambda: ""),
    ):
        for seed in seeds:
            file = known[seed] if seed < 0 else hostile_file(seed, good)
            _tell(seed=seed, what=file.what)
            _tell(seed=seed, what=file.what, trouble=trouble_with(config_file, file))


def _tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    main(Path(sys.argv[1]), range(*map(int, sys.argv[3:])), everything=sys.argv[2] == "everything")
