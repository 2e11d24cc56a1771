"""The judge of accessibility that tests put into pages: axe-core, installed by npm as requirements/browser pins it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from commands.options import ROOT

PINS = ROOT / "requirements" / "browser"
FOLDER = ROOT / ".cache" / "browser"
SCRIPT = Path("node_modules", "axe-core", "axe.min.js")
LOCK = "package-lock.json"
STAMP = "installed.json"


class NoAxeError(Exception):
    """It cannot be installed; the text says in Vietnamese what to do."""


def provide_axe(say: Callable[[str], None]) -> Path:
    """Return the path of axe's script, installing what is pinned first if need be.

    Raises:
        NoAxeError: npm is missing or fails.
    """
    if _is_ready():
        return FOLDER / SCRIPT
    npm = shutil.which("npm")
    if npm is None:
        raise NoAxeError(
            "Không thấy npm, chương trình cài axe-core mà các bài thử cần.\n"
            "    Cách sửa: cài Node.js kèm npm (Debian, Ubuntu: sudo apt install npm), rồi chạy lại."
        )
    say("Cài axe-core cho các bài thử (lần đầu hoặc khi bản ghim đổi)…")
    FOLDER.mkdir(parents=True, exist_ok=True)
    stamp = FOLDER / STAMP
    stamp.unlink(missing_ok=True)
    for name in ("package.json", LOCK):
        shutil.copy(PINS / name, FOLDER)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=FOLDER,
        env={**os.environ, "NO_UPDATE_NOTIFIER": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-10:])
        raise NoAxeError(
            f"{last}\nKhông cài được axe-core (npm báo như trên).\n    Cách sửa: kiểm tra mạng rồi chạy lại."
        )
    shutil.copy(PINS / LOCK, stamp)
    return FOLDER / SCRIPT


def _is_ready() -> bool:
    """Say whether what is pinned is installed: the stamp, a copy of the lock, is written last."""
    stamp = FOLDER / STAMP
    return (FOLDER / SCRIPT).exists() and stamp.exists() and stamp.read_bytes() == (PINS / LOCK).read_bytes()
