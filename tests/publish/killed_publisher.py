"""Publishes version after version and is killed each time one step further, until a version goes through unharmed.

A program of its own, run by test_switch.py: only a process may be killed. Called with a folder and "exchange" or
"renames" (as on systems that cannot exchange two folders). Prints how many moments it has tried; ends with words
instead if ever a site was not whole.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path
from unittest.mock import patch

from handbook.publish import switch as switching
from handbook.publish.publishing import publish, work_folder
from publish.small_site import write

FILES = ("index.html", "sitemap.xml", "a/index.html", "b/c/index.html", "d/index.html", "e/f.css")


def publish_version(site: Path, version: int) -> None:
    """Publish a site in which every file holds the version."""
    publish(site, lambda folder: _fill(folder, version), lambda _: [], lambda: None)


def _fill(folder: Path, version: int) -> None:
    write(folder, dict.fromkeys(FILES, str(version)))


def versions_in(site: Path) -> set[str]:
    """Return the versions that a site's files hold; "missing" stands for a file that is not there."""
    files = [site / name for name in FILES]
    return {file.read_text(encoding="utf-8") if file.is_file() else "missing" for file in files}


def die_at(moment: int) -> None:
    """Kill this process at its n-th call into the system from now on."""
    calls = count(1)

    def watch(_event: str, _arguments: tuple[object, ...]) -> None:
        if next(calls) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def main(folder: Path, *, can_exchange: bool) -> str:
    """Try every moment; return their number, or what was wrong after one of them."""
    site = folder / "site"
    publish_version(site, 0)
    good = "0"
    for moment in count(1):
        child = os.fork()
        if child == 0:
            die_at(moment)
            publish_version(site, moment)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        stood = versions_in(site)
        switching.recover(site, work_folder(site))
        after = versions_in(site)
        allowed = [{good}, {str(moment)}]
        if after not in allowed or (can_exchange and stood not in allowed):
            return f"moment {moment}: {stood} stood, then {after}; allowed: {allowed}"
        good = after.pop()
        if os.WIFEXITED(status):
            return str(moment)
    raise AssertionError("counting never ends")


if __name__ == "__main__":
    if sys.argv[2] == "exchange":
        sys.stdout.write(main(Path(sys.argv[1]), can_exchange=True))
        sys.exit()
    with patch.object(switching, "_exchange", lambda *_: False):
        sys.stdout.write(main(Path(sys.argv[1]), can_exchange=False))
