"""The browser that the tests drive: found on the machine, or installed where the system's packages allow it."""

import os
import shutil
import subprocess
from collections.abc import Callable


class NoBrowserError(Exception):
    """There is no Chromium and none can be installed; the text says in Vietnamese what to do."""


def provide_chromium(say: Callable[[str], None]) -> str:
    """Return the path of Chromium, installing it first if need be (Debian, Ubuntu; root or sudo without a password).

    Raises:
        NoBrowserError: It is not there and cannot be installed.
    """
    found = shutil.which("chromium")
    if found:
        return found
    apt = shutil.which("apt-get")
    rights = _rights()
    if apt is None or rights is None:
        raise NoBrowserError(
            "Không thấy Chromium, trình duyệt mà các bài thử cần.\n"
            "    Cách sửa: cài Chromium sao cho lệnh “chromium” chạy được"
            " (Debian, Ubuntu: sudo apt install chromium), rồi chạy lại."
        )
    say("Cài Chromium cho các bài thử (chỉ lần đầu)…")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "chromium"]):
        done = subprocess.run(
            [*rights, apt, *step],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            last = "\n".join(done.stdout.splitlines()[-10:])
            raise NoBrowserError(
                f"{last}\nKhông cài được Chromium (apt-get báo như trên).\n"
                "    Cách sửa: kiểm tra mạng, hoặc tự cài Chromium, rồi chạy lại."
            )
    return shutil.which("chromium") or "chromium"


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
