"""The project's own Python environment: made when absent, mended when broken, then the command runs inside it.

What is installed stands pinned in requirements/; a stamp inside the environment remembers it, so that the next run
needs neither network nor time. Imports nothing that would have to be installed first.
"""

import hashlib
import json
import os
import platform
import subprocess
import sys
import traceback
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from handbook.diagnostics.system import told
from handbook.publish.lock import held

FOLDER = ".venv"
STAMP = "handbook.json"
LOCK = Path(".cache", "environment.lock")
# What each set installs first and what it covers besides: whoever has the tests' packages can also build.
SETS = {"build": ("build.txt",), "test": ("test.txt", "build.txt")}
LINES_OF_A_FAILURE = 15


class CannotPrepareError(Exception):
    """The environment cannot be made; the text says why and what to do, in Vietnamese."""


def run(command: str, requirements: str) -> int:
    """Prepare the environment, go on inside it, and run `commands.<command>.main` there.

    Returns:
        The command's exit code: 0 or 1 are its own, 2 says that it could not run, 130 that it was stopped by Ctrl-C.
    """
    root = Path(__file__).resolve().parent.parent
    try:
        prepare(root, requirements)
        if not _is_inside(root):
            return _go_inside(root)
        return int(import_module(f"commands.{command}").main(sys.argv[1:]))
    except KeyboardInterrupt:
        _say("Đã dừng.")
        return 130
    except Exception as error:  # noqa: BLE001 - whatever fails, people get one plain line; --debug shows the rest
        if "--debug" in sys.argv:
            traceback.print_exc()
        if isinstance(error, CannotPrepareError):
            _say(str(error))
        elif isinstance(error, OSError):
            _say(told(error))
        else:
            _say(f"Không chạy được: {type(error).__name__}: {error} (thêm --debug để xem chi tiết).")
        return 2


def prepare(root: Path, requirements: str) -> None:
    """Make or mend the environment under `root`, unless its stamp says that everything is in place.

    Raises:
        CannotPrepareError: pip failed, the folder cannot be written, or this Python cannot make environments.
    """
    if is_ready(root, requirements):
        return
    try:
        with held(root / LOCK, lambda: _say("Một lệnh khác đang cài đặt; chờ lệnh đó xong…")):
            if not is_ready(root, requirements):
                _install(root, requirements)
    except OSError as error:
        raise CannotPrepareError(
            f"Không ghi được vào thư mục {root}: {error.strerror or error}.\n"
            "    Cách sửa: chép thư mục này đến nơi có quyền ghi rồi chạy lại."
        ) from error


def is_ready(root: Path, requirements: str) -> bool:
    """Say whether the environment holds exactly what the requirement files ask for, judged by its stamp."""
    wanted = _stamp(root, SETS[requirements])
    return python_of(root).exists() and wanted.items() <= _read_stamp(root).items()


def python_of(root: Path) -> Path:
    """Return where the environment's interpreter stands."""
    return root / FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(root: Path, names: tuple[str, ...]) -> dict[str, str]:
    version = ".".join(platform.python_version_tuple()[:2])
    digests = {name: hashlib.sha256((root / "requirements" / name).read_bytes()).hexdigest() for name in names}
    return {"python": f"{platform.python_implementation()} {version}", **digests}


def _read_stamp(root: Path) -> dict[str, object]:
    """Return what the stamp says; nothing if there is none or it is spoilt."""
    try:
        stamp = json.loads((root / FOLDER / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _install(root: Path, requirements: str) -> None:
    names = SETS[requirements]
    stamp = root / FOLDER / STAMP
    wanted = _stamp(root, names)
    _say(f"Chuẩn bị môi trường Python trong {FOLDER} (lần đầu hoặc khi thư viện đổi; cần mạng, khoảng một phút)…")
    if _read_stamp(root).get("python") != wanted["python"] or not python_of(root).exists():
        _make(root)  # absent, half-made, or of another Python: only a fresh one can be trusted
    stamp.unlink(missing_ok=True)
    pip = [str(python_of(root)), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    listed = Path("requirements", names[0])
    done = _capture([*pip, "install", "--quiet", "--require-hashes", "-r", str(listed)], root)
    if done.returncode:
        raise CannotPrepareError(
            f"{_tail(done)}\nKhông cài được các thư viện trong {listed.as_posix()} (pip báo như trên).\n"
            "    Cách sửa: kiểm tra kết nối mạng rồi chạy lại lệnh này."
        )
    fresh = stamp.with_suffix(".new")
    fresh.write_text(json.dumps(wanted, indent=2) + "\n", encoding="utf-8")
    fresh.replace(stamp)
    _say("Môi trường đã sẵn sàng.")


def _make(root: Path) -> None:
    version = ".".join(platform.python_version_tuple()[:2])
    remedy = (
        f"    Cách sửa: trên Debian, Ubuntu chạy sudo apt install python{version}-venv;"
        " trên máy khác cài lại bản Python đầy đủ."
    )
    if find_spec("ensurepip") is None or find_spec("venv") is None:
        raise CannotPrepareError(f"Python trên máy thiếu phần tạo môi trường (venv, ensurepip).\n{remedy}")
    done = _capture([sys.executable, "-I", "-m", "venv", "--clear", FOLDER], root)
    if done.returncode:
        raise CannotPrepareError(f"{_tail(done)}\nKhông tạo được {FOLDER} (Python báo như trên).\n{remedy}")


def _capture(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _tail(done: subprocess.CompletedProcess[str]) -> str:
    return "\n".join(done.stdout.strip().splitlines()[-LINES_OF_A_FAILURE:])


def _is_inside(root: Path) -> bool:
    return Path(sys.prefix).resolve() == (root / FOLDER).resolve() and bool(sys.flags.utf8_mode)


def _go_inside(root: Path) -> int:
    command = [str(python_of(root)), "-X", "utf8", *sys.argv]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":  # execv there would return to the shell before the command has ended
        os.execv(command[0], command)  # noqa: S606 - the project's own interpreter
    return subprocess.run(command, check=False).returncode


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
