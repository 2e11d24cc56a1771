"""A build killed at any moment leaves a whole site: the old one or the new one, never a mixture."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from building import DATE, ROOT, build, copy_of_the_handbook
from handbook.publish.manifest import manifest

SHORT, LONG = 6, 50


def test_killed_builds_leave_a_whole_site(tmp_path: Path) -> None:
    """A few kills at moments spread over the whole build."""
    _kill(tmp_path, SHORT)


@pytest.mark.long
def test_fifty_killed_builds_leave_a_whole_site(tmp_path: Path) -> None:
    """Fifty kills at moments spread over the whole build."""
    _kill(tmp_path, LONG)


def _kill(folder: Path, times: int) -> None:
    config = copy_of_the_handbook(folder / "handbook")
    site = folder / "site"
    page = folder / "handbook/docs/gioi-thieu.md"
    original = page.read_text(encoding="utf-8")
    whole = []
    for words in ("Bản thứ nhất.", "Bản thứ hai."):
        page.write_text(f"{original}\n{words}\n", encoding="utf-8")
        started = time.monotonic()
        assert build(config, site).returncode == 0
        duration = time.monotonic() - started
        whole.append(manifest(site))
    moments = random.Random(20261122)  # noqa: S311 - moments, not secrets
    for number in range(times):
        page.write_text(f"{original}\nBản thứ {('nhất', 'hai')[number % 2]}.\n", encoding="utf-8")
        _build_and_kill(config, site, (number + moments.random()) / times * duration * 1.05)
        assert manifest(site) in whole
    assert build(config, site).returncode == 0
    assert manifest(site) in whole
    assert [entry.name for entry in (folder / ".site-work").iterdir()] == ["lock"]


def _build_and_kill(config: Path, site: Path, after: float) -> None:
    script = ROOT / "scripts/build.py"
    command: list[str | Path] = [sys.executable, script, "--config-file", config, "--site-dir", site, "--date", DATE]
    command += ["--files", "none"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
