"""Whether what was told and made still holds: no file that was read for it, and none of the site, was touched since.

It must not import what reads or makes anything: a command that finds everything as it was ends before the generator is
loaded.
"""

import contextlib
import datetime as dt
import hashlib
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from handbook.build.looking import TICK_SECONDS, Look, look_at
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command is asked for."""

    manner: str
    """The command, and the options that count."""
    date: dt.date
    begun: float
    """When the command began, in seconds since 1970: what changed later may have been read half before, half after."""
    program: str
    """How the program stood then, as `looking.look_at_program` told."""

    def file(self, cache: Path) -> Path:
        """Give the place where what was told is kept."""
        return cache / f"standing-{_seal(self.manner)[:16]}.json"


@dataclass(frozen=True, slots=True)
class Standing:
    """What was told, and the site that was made, if one was."""

    findings: list[Finding]
    read: tuple[Path, ...]
    """The files and folders that it was made from."""
    site: Path | None = None
    pages: int = 0


def standing(cache: Path | None, wanted: Wanted) -> Standing | None:
    """Give what was told, if it still holds; None where the command has to do its work."""
    if cache is None:
        return None
    try:
        seal, _, text = wanted.file(cache).read_text(encoding="utf-8").partition("\n")
        kept = json.loads(text) if seal == _seal(text) else {}
        told = _from_json(kept["told"])
        holds = kept["looked"] == _looked(wanted, look_at(told.read), told.site)
    except (OSError, ValueError, KeyError, TypeError):  # absent, damaged, or written by other code
        return None
    return told if holds else None


def remember_standing(cache: Path | None, wanted: Wanted, told: Standing, before: Look) -> None:
    """Remember what was told, and the site as it stands now.

    Args:
        cache: Where to; None to remember nothing.
        wanted: What the command was asked for.
        told: What it told.
        before: How the files that it read stood before the work.
    """
    if cache is None or before.has_changed_since(wanted.begun - TICK_SECONDS):
        return
    time.sleep(TICK_SECONDS)
    text = json.dumps({"looked": _looked(wanted, before, told.site), "told": _as_json(told)})
    file = wanted.file(cache)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError):  # a command is good without it; the next one is only slower
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(f"{_seal(text)}\n{text}", encoding="utf-8", newline="\n")
        fresh.replace(file)


def _looked(wanted: Wanted, read: Look, site: Path | None) -> list[str]:
    made = look_at((site,)).digest if site else ""
    return [wanted.date.isoformat(), wanted.program, read.digest, made]


def _as_json(told: Standing) -> dict[str, Any]:
    return {
        "findings": [asdict(finding) for finding in told.findings],
        "read": [str(path) for path in told.read],
        "site": str(told.site) if told.site else "",
        "pages": told.pages,
    }


def _from_json(kept: dict[str, Any]) -> Standing:
    findings = [
        Finding(**{**one, "code": Code(one["code"]), "severity": Severity(one["severity"])}) for one in kept["findings"]
    ]
    site = Path(kept["site"]) if kept["site"] else None
    return Standing(findings, tuple(map(Path, kept["read"])), site, kept["pages"])


def _seal(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
