"""Programs of the system that the tests need: found on the machine, or installed where Debian's packages allow it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping

from commands.running import run_quietly

LAST_LINES = 10
SERVERS = "/usr/sbin"
"""Where the programs of servers stand, which not everyone's PATH names."""


class NoProgramError(Exception):
    """A program is missing and cannot be installed; the text says in Vietnamese what to do."""


def provide(wanted: Mapping[str, tuple[str, ...]], say: Callable[[str], None]) -> None:
    """Make sure that programs are there, installing the packages of those that are not (root, or sudo unasked).

    Args:
        wanted: The packages that bring each program, by the program's name.
        say: Hears in Vietnamese what is being installed.

    Raises:
        NoProgramError: One is missing and cannot be installed.
    """
    missing = {program: packages for program, packages in wanted.items() if not is_there(program)}
    if not missing:
        return
    names = ", ".join(missing)
    packages = list(dict.fromkeys(package for group in missing.values() for package in group))
    apt, rights = shutil.which("apt-get"), _rights()
    if apt is None or rights is None:
        raise NoProgramError(
            f"Không thấy {names}: chương trình mà các bài thử cần.\n"
            f"    Cách sửa: cài sao cho chạy được các lệnh ấy"
            f" (Debian, Ubuntu: sudo apt install {' '.join(packages)}), rồi chạy lại."
        )
    say(f"Cài {names} cho các bài thử (chỉ lần đầu)…")
    for step in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        done = run_quietly([*rights, apt, *step], environment={"DEBIAN_FRONTEND": "noninteractive"})
        if done.code:
            raise NoProgramError(
                f"{done.last(LAST_LINES)}\nKhông cài được {names} (apt-get báo như trên).\n"
                "    Cách sửa: kiểm tra mạng, hoặc tự cài, rồi chạy lại."
            )


def is_there(program: str) -> bool:
    """Say whether a program is installed."""
    return shutil.which(program) is not None or shutil.which(program, path=SERVERS) is not None


def _rights() -> list[str] | None:
    """Return what stands before a command that needs root: nothing, sudo, or None where there is no way."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None
