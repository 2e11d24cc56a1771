"""What is pinned under requirements/, and how two states of it differ. Knows nothing of how pins are raised."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMPILED = ("build.txt", "test.txt", "update.txt")
LOCK, PACKAGE = "package-lock.json", "package.json"
_PIN = re.compile(r"(?m)^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<rest>.*\n(?:[ ].*\n?)*)")
_BY_HAND = re.compile(r"(?m)^(?P<name>[\w.-]+)==(?P<version>[^\s;#]+)")


@dataclass(frozen=True, slots=True)
class Pin:
    """Which versions of a package are installed (more than one where platforms differ), and whether we name it."""

    versions: tuple[str, ...]
    direct: bool


Pins = Mapping[str, Mapping[str, Pin]]
"""The pins of each file, by the names of file and package."""


@dataclass(frozen=True, slots=True)
class Change:
    """A package whose version is not as it was; "" where there was or is none."""

    name: str
    before: str
    after: str
    direct: bool
    files: tuple[str, ...]

    def line(self) -> str:
        """Tell it in Vietnamese, on one line."""
        kind = "trực tiếp" if self.direct else "gián tiếp"
        return f"{self.name}: {self.before or 'chưa có'} → {self.after or 'bỏ'} ({kind}; {', '.join(self.files)})"


def read_pins(folder: Path) -> Pins:
    """Read all pins of a folder like requirements/."""
    python = {name: _python(folder / name) for name in COMPILED if (folder / name).is_file()}
    return python | {one.name: _npm(one / LOCK) for one in npm_folders(folder)}


def npm_folders(folder: Path) -> list[Path]:
    """Give the folders that pin packages of npm."""
    return sorted(file.parent for file in folder.glob(f"*/{PACKAGE}"))


def npm_direct(folder: Path) -> dict[str, str]:
    """Give the packages that a folder names itself, and their versions."""
    return dict(json.loads((folder / PACKAGE).read_text(encoding="utf-8")).get("dependencies", {}))


def pinned_by_hand(text: str) -> dict[str, str]:
    """Give the packages for which a file of requirements itself names one version."""
    return {normal(found["name"]): found["version"] for found in _BY_HAND.finditer(text)}


def normal(name: str) -> str:
    """Give the one spelling of a Python package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def changes(before: Pins, after: Pins) -> list[Change]:
    """Compare two states; a package that changes alike in several files is told once, what we name ourselves first."""
    found: dict[tuple[bool, str, str, str], list[str]] = {}
    for file in sorted({*before, *after}):
        old, new = before.get(file, {}), after.get(file, {})
        for name in sorted({*old, *new}):
            pins = old.get(name), new.get(name)
            was, now = (", ".join(pin.versions) if pin else "" for pin in pins)
            if was != now:
                found.setdefault((not any(pin and pin.direct for pin in pins), name, was, now), []).append(file)
    return [
        Change(name, was, now, not indirect, tuple(files))
        for (indirect, name, was, now), files in sorted(found.items())
    ]


def _python(file: Path) -> dict[str, Pin]:
    found: dict[str, Pin] = {}
    for one in _PIN.finditer(file.read_text(encoding="utf-8")):
        name = normal(one["name"])
        versions = (*(found[name].versions if name in found else ()), one["version"])
        found[name] = Pin(tuple(dict.fromkeys(versions)), direct="-r requirements/" in one["rest"])
    return found


def _npm(file: Path) -> dict[str, Pin]:
    packages = json.loads(file.read_text(encoding="utf-8"))["packages"]
    named = packages.get("", {}).get("dependencies", {})
    found: dict[str, Pin] = {}
    for place, package in packages.items():
        if place:
            name = place.rpartition("node_modules/")[2]
            versions = {*(found[name].versions if name in found else ()), package["version"]}
            found[name] = Pin(tuple(sorted(versions)), name in named)
    return found
