"""Copies of the second handbook for tests that change files."""

import shutil
from pathlib import Path

from building import ROOT, SECOND


def copy_of_second(folder: Path) -> Path:
    """Copy the second handbook into a folder; gives its configuration file."""
    shutil.copytree(SECOND, folder / "handbook")
    return folder / "handbook" / "mkdocs.yml"


def texts_of(config_file: Path) -> dict[str, str]:
    """Give the texts of all files of a handbook that people write, by their names."""
    root = config_file.parent
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(root.rglob("*"))
        if file.suffix in {".md", ".yml"}
    }


def project_with_second(folder: Path) -> Path:
    """Copy the second handbook and the theme, so that both can be changed and built; gives the configuration file."""
    handbook = folder / "tests" / "handbook"
    shutil.copytree(SECOND, handbook)
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "hooks").symlink_to(ROOT / "hooks")
    return handbook / "mkdocs.yml"
