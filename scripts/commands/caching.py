"""Where commands keep what they remember of earlier runs; all of it may be deleted at any time."""

import hashlib
from pathlib import Path

from commands.options import ROOT

CACHE = ROOT / ".cache" / "build"
STORE = ROOT / ".cache" / "files"
LENGTH_OF_NAME = 16


def cache_of(folder: Path, config_file: Path) -> Path:
    """Name the folder for one handbook."""
    return folder / hashlib.sha256(str(config_file).encode()).hexdigest()[:LENGTH_OF_NAME]
