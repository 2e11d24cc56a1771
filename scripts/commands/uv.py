"""The program that compiles pins, in an environment of its own, pinned with hashes in requirements/update.txt."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(".cache", "update")
PINS = Path("requirements", "update.txt")
STAMP = "installed.txt"


class NoCompilerError(Exception):
    """It cannot be installed; the text says in Vietnamese what to do."""


def provide_uv(root: Path, say: Callable[[str], None]) -> Path:
    """Return the program, installing what is pinned first if need be.

    Raises:
        NoCompilerError: pip or the network fails.
    """
    folder = root / FOLDER
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    program = programs / ("uv.exe" if os.name == "nt" else "uv")
    stamp = folder / STAMP
    wanted = hashlib.sha256((root / PINS).read_bytes()).hexdigest()
    if program.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return program
    say("Cài chương trình ghim thư viện (lần đầu hoặc khi bản ghim đổi)…")
    stamp.unlink(missing_ok=True)
    pip = [str(programs / "python"), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    for command in (
        [sys.executable, "-I", "-m", "venv", "--clear", str(folder)],
        [*pip, "install", "--quiet", "--require-hashes", "-r", str(PINS)],
    ):
        done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if done.returncode:
            raise NoCompilerError(
                f"{done.stdout}{done.stderr}".strip()
                + f"\nKhông cài được chương trình ghim trong {PINS.as_posix()} (báo như trên).\n"
                "    Cách sửa: kiểm tra mạng rồi chạy lại."
            )
    stamp.write_text(wanted, encoding="utf-8")
    return program
