"""Whether what was told and made still holds: the same inputs, and no byte of the finished site changed since."""

import pickle
from dataclasses import dataclass
from pathlib import Path

from handbook.build.inputs import folder_digest
from handbook.build.memory import Kept, Memory
from handbook.diagnostics.finding import Finding

QUESTION = "site"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command is asked for: how, from what, and the site if it makes one."""

    manner: str
    """The command, and the options that count."""
    inputs: bytes
    site: Path | None = None

    @property
    def key(self) -> str:
        """Name it."""
        return f"{self.manner} {self.site}"

    def made(self) -> bytes:
        """Digest what stands there now."""
        return folder_digest(self.site) if self.site else b""


def standing(memory: Memory, wanted: Wanted) -> list[Finding] | None:
    """Give what was told, if it still holds; None where the command has to do its work."""
    kept = memory.kept(QUESTION).get(wanted.key)
    if kept is None or kept.inputs != wanted.inputs or kept.digest != wanted.made():
        return None
    told: list[Finding] = pickle.loads(kept.summary)  # noqa: S301 - sealed, and of our own making
    return told


def remember_standing(memory: Memory, wanted: Wanted, findings: list[Finding]) -> None:
    """Remember what was told, and the site as it stands now."""
    kept = Kept("", wanted.inputs, pickle.dumps(findings), wanted.made())
    memory.keep(QUESTION, wanted.key, kept, b"")
