"""Builds handbooks in tests as people do: the real command, in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECOND = ROOT / "tests" / "second_handbook"
DATE = "2026-11-22"
PARTS = ("docs", "data", "theme", "hooks", "mkdocs.yml")


def run_command(name: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the scripts and give its result; it must not fail to start."""
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / f"{name}.py", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def build(
    config_file: Path, site: Path, *, files: str = "none", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build a handbook into a folder, on a fixed date; without files to take away, which have tests of their own."""
    named: tuple[str | Path, ...] = ("--config-file", config_file, "--site-dir", site, "--date", DATE, "--files", files)
    return run_command("build", *named, **environment)


def copy_of_the_handbook(folder: Path) -> Path:
    """Copy this project's handbook to a folder, to be changed there; gives its configuration file."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / part)
    return folder / "mkdocs.yml"
