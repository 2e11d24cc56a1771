"""Packages of npm, installed as a folder under requirements/ pins them. Knows none by name, nor what uses them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from commands.options import ROOT
from commands.running import run_quietly

LOCK = "package-lock.json"
STAMP = "installed.json"
LAST_LINES = 10


class NoPackageError(Exception):
    """It cannot be installed; the text says in Vietnamese what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package: its name, the folder with its pins, and the file that is used of it."""

    name: str
    pins: Path
    file: Path
    """Inside node_modules."""
    used_by: str = "các bài thử"
    """Who needs it, in Vietnamese."""

    @property
    def folder(self) -> Path:
        """Give the folder it is installed in."""
        return ROOT / ".cache" / self.pins.name

    @property
    def path(self) -> Path:
        """Give the file once it is installed."""
        return self.folder / "node_modules" / self.file

    def is_ready(self) -> bool:
        """Say whether what is pinned is installed: the stamp, a copy of the lock, is written last."""
        stamp = self.folder / STAMP
        return self.path.exists() and stamp.exists() and stamp.read_bytes() == (self.pins / LOCK).read_bytes()


def provide_package(package: Package, say: Callable[[str], None]) -> Path:
    """Return the path of a package's file, installing what is pinned first if need be.

    Raises:
        NoPackageError: npm is missing or fails.
    """
    if package.is_ready():
        return package.path
    npm = shutil.which("npm")
    if npm is None:
        raise NoPackageError(
            f"Không thấy npm, chương trình cài {package.name} mà {package.used_by} cần.\n"
            "    Cách sửa: cài Node.js kèm npm (Debian, Ubuntu: sudo apt install npm), rồi chạy lại."
        )
    say(f"Cài {package.name} cho {package.used_by} (lần đầu hoặc khi bản ghim đổi)…")
    package.folder.mkdir(parents=True, exist_ok=True)
    stamp = package.folder / STAMP
    stamp.unlink(missing_ok=True)
    for name in ("package.json", LOCK):
        shutil.copy(package.pins / name, package.folder)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = run_quietly(command, package.folder, {"NO_UPDATE_NOTIFIER": "1"})
    if done.code:
        raise NoPackageError(
            f"{done.last(LAST_LINES)}\nKhông cài được {package.name} (npm báo như trên).\n"
            "    Cách sửa: kiểm tra mạng rồi chạy lại."
        )
    shutil.copy(package.pins / LOCK, stamp)
    return package.path
