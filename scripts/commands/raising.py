"""Newer pins, made in a copy of requirements/. Knows nothing of what is installed, nor of what the pins are for."""

import json
import re
import shutil
from collections.abc import Collection
from pathlib import Path

from commands.pins import LOCK, normal, npm_direct, npm_folders, pinned_by_hand, read_pins
from commands.running import run_quietly

FOLDER = "requirements"
SETS: dict[str, tuple[str, ...]] = {"build": (), "test": ("-c", f"{FOLDER}/build.txt"), "update": ()}
"""What is compiled, in this order, and what binds it besides."""
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header"),
)
LOCKING = ("install", "--package-lock-only", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund")
LAST_LINES = 15


class RefusedPinsError(Exception):
    """No newer pins can be made; the text says why and what to do, in Vietnamese."""


def raised(root: Path, scratch: Path, uv: Path, only: Collection[str], *, lift: bool = False) -> Path:
    """Copy a project's requirements into an empty folder and raise the pins there.

    Args:
        root: The project.
        scratch: Where the copy goes.
        uv: The program that compiles.
        only: The packages to raise; all if there are none.
        lift: Whether pins made by hand are raised too; those of packages in `only` always are.

    Returns:
        The copy.

    Raises:
        RefusedPinsError: A package is not there, or no versions go together.
    """
    folder = scratch / FOLDER
    shutil.copytree(root / FOLDER, folder)
    python, npm = _shared_out(folder, only)
    for name, bound in SETS.items():
        file = folder / f"{name}.in"
        if not file.is_file():
            continue
        text = file.read_text(encoding="utf-8")
        lifted = {one for one in pinned_by_hand(text) if lift or one in python}
        file.write_text(_without_versions(text, lifted), encoding="utf-8", newline="\n")
        target = folder / f"{name}.txt"
        if not only or python & read_pins(folder).get(target.name, {}).keys():
            ways = [part for one in sorted(python) for part in ("--upgrade-package", one)] if only else ["--upgrade"]
            places = [*bound, "-o", f"{FOLDER}/{name}.txt", f"{FOLDER}/{name}.in"]
            _run([str(uv), *COMPILE, *ways, *places], scratch, root)
        file.write_text(_with_versions(text, lifted, target), encoding="utf-8", newline="\n")
    for place in npm_folders(folder):
        _raise_npm(place, root, sorted(set(npm_direct(place)) & npm if only else npm_direct(place)), fresh=not only)
    return folder


def _shared_out(folder: Path, only: Collection[str]) -> tuple[set[str], set[str]]:
    """Say which of the names are packages of Python and which of npm."""
    pins = read_pins(folder)
    places = {one.name for one in npm_folders(folder)}
    python = {name for file, named in pins.items() if file not in places for name in named}
    npm = {name for place in npm_folders(folder) for name in npm_direct(place)}
    unknown = [name for name in only if normal(name) not in python and name not in npm]
    if unknown:
        raise RefusedPinsError(
            f"Không có gói nào tên {', '.join(f'“{name}”' for name in unknown)} trong {FOLDER}.\n"
            "    Cách sửa: xem tên gói trong các tệp .in, .txt và package.json của thư mục ấy."
        )
    return {normal(name) for name in only} & python, set(only) & npm


def _without_versions(text: str, lifted: Collection[str]) -> str:
    for name in lifted:
        text = re.sub(rf"(?m)^({_spelled(name)})==[^\s;#]+", r"\1", text)
    return text


def _with_versions(text: str, lifted: Collection[str], compiled: Path) -> str:
    for name in lifted:
        version = read_pins(compiled.parent)[compiled.name][name].versions[0]
        text = re.sub(rf"(?m)^({_spelled(name)})==[^\s;#]+", rf"\g<1>=={version}", text)
    return text


def _spelled(name: str) -> str:
    return re.escape(name).replace(r"\-", "[-_.]+")


def _raise_npm(folder: Path, root: Path, names: list[str], *, fresh: bool) -> None:
    if not names:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise RefusedPinsError(
            "Không thấy npm, chương trình ghim các gói của npm.\n"
            "    Cách sửa: cài Node.js kèm npm (Debian, Ubuntu: sudo apt install npm), rồi chạy lại."
        )
    lock = folder / LOCK
    if fresh:
        lock.unlink()  # else packages that others need would stay as they are
    _run([npm, *LOCKING, *(f"{name}@latest" for name in names)], folder, root)
    values = json.loads(lock.read_text(encoding="utf-8"))
    for package in values["packages"].values():
        package.pop("resolved", None)  # names the host that it came from
    lock.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def _run(command: list[str], folder: Path, root: Path) -> None:
    cache = root / ".cache" / "update" / "downloaded"
    done = run_quietly(command, folder, {"UV_CACHE_DIR": str(cache), "NO_UPDATE_NOTIFIER": "1", "NO_COLOR": "1"})
    if done.code:
        raise RefusedPinsError(
            f"{done.last(LAST_LINES)}\nKhông tìm được các bản mới hợp nhau (báo như trên); requirements vẫn như cũ.\n"
            "    Cách sửa: kiểm tra mạng; nâng từng gói bằng --only TÊN; hoặc sửa phiên bản trong tệp .in."
        )
