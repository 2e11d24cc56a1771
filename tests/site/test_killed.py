"""A build killed at any moment leaves a whole site, the old one or the new one, and the next build is right."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

import faulty_builds
from building import DATE, ROOT
from faulty_builds import ENVIRONMENT, Trial, outcomes
from handbook.publish.manifest import files_of, manifest
from handbook.publish.publishing import work_folder
from second_handbooks import project_with_second

SHORT, LONG, WITH_FILES = 6, 200, 20
SEED = 20261122


class Bench:
    """A small handbook of two versions, and what a build from nothing makes of each."""

    def __init__(self, folder: Path, files: str) -> None:
        """Build both."""
        self._config_file = project_with_second(folder / "project")
        self._page = self._config_file.parent / "bai-viet" / "gioi-thieu.md"
        self._original = self._page.read_text(encoding="utf-8")
        self._files = files
        self.folder = folder
        self.site = folder / "out" / "site"
        self.whole: list[dict[str, str]] = []
        for version in range(2):
            self.turn_to(version)
            self.finish(folder / "aside" / str(version), folder / "clean" / "site")
            self.whole.append(manifest(folder / "clean" / "site"))
        assert self.whole[0] != self.whole[1]

    def turn_to(self, version: int) -> None:
        """Write one of the versions."""
        self._page.write_text(f"{self._original}\nBản thứ {('nhất', 'hai')[version]}.\n", encoding="utf-8")

    def trial(self, kept: Path, site: Path) -> Trial:
        """Give a build that remembers in a folder."""
        named = ["--config-file", str(self._config_file), "--site-dir", str(site), "--date", DATE]
        arguments = [*named, "--files", self._files, "--cache", str(kept / "build")]
        return Trial("build", arguments, store=str(kept / "files"))

    def finish(self, kept: Path, site: Path) -> None:
        """Build to the end."""
        (outcome,) = outcomes(self.trial(kept, site))
        assert outcome.code == 0, outcome.told

    def kill(self, kept: Path, after: float) -> None:
        """Begin to build, and kill everything that works on it after some seconds."""
        trial = json.dumps([asdict(self.trial(kept, self.site))])
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", faulty_builds.__file__, trial],
            cwd=ROOT,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _kill(folder: Path, times: int, files: str = "none") -> None:
    """Kill builds at moments spread over the whole of them; by turns they remember, and have nothing to remember."""
    bench = Bench(folder, files)
    moments = random.Random(SEED)  # noqa: S311 - moments, not secrets
    durations = []
    for number in range(2):  # how long it takes from nothing, and with what is remembered
        bench.turn_to(number)
        started = time.monotonic()
        bench.finish(folder / "warm", bench.site)
        durations.append(time.monotonic() - started)
    for number in range(times):
        is_cold = number // 2 % 2 == 0
        kept = folder / (str(number) if is_cold else "warm")
        bench.turn_to(number % 2)
        bench.kill(kept, (number + moments.random()) / times * durations[0 if is_cold else 1] * 1.05)
        assert manifest(bench.site) in bench.whole, number
        bench.finish(kept, bench.site)
        assert manifest(bench.site) == bench.whole[number % 2], number
        assert files_of(work_folder(bench.site)) == ["lock"], number
        assert sorted(entry.name for entry in bench.site.parent.iterdir()) == [".site-work", "site"], number
        if is_cold:
            shutil.rmtree(kept)


def test_killed_builds_leave_a_whole_site(tmp_path: Path) -> None:
    """A few kills at moments spread over the whole build."""
    _kill(tmp_path, SHORT)


@pytest.mark.long
def test_two_hundred_killed_builds_leave_a_whole_site(tmp_path: Path) -> None:
    """Two hundred kills; what was remembered when the kill came serves the next build."""
    _kill(tmp_path, LONG)


@pytest.mark.long
def test_builds_killed_while_they_make_files_leave_a_whole_site(tmp_path: Path) -> None:
    """Twenty kills of builds with all files to take away, made by several processes and kept in a store."""
    _kill(tmp_path, WITH_FILES, "now")
