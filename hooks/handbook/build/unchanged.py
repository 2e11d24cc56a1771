"""Whether a site still is what a build would make of it: the same inputs, and no byte of the site changed since."""

import pickle
from dataclasses import dataclass
from pathlib import Path

from handbook.build.inputs import folder_digest
from handbook.build.memory import Kept, Memory
from handbook.diagnostics.finding import Finding

QUESTION = "site"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A site as it is asked for: where, how, and from what."""

    site: Path
    manner: str
    """The options that it depends on."""
    inputs: bytes

    @property
    def key(self) -> str:
        """Name the site."""
        return f"{self.manner} {self.site}"


def standing(memory: Memory, wanted: Wanted) -> list[Finding] | None:
    """Give what the build of a site told, if that site still stands; None where it has to be built."""
    kept = memory.kept(QUESTION).get(wanted.key)
    if kept is None or kept.inputs != wanted.inputs or kept.digest != folder_digest(wanted.site):
        return None
    told: list[Finding] = pickle.loads(kept.summary)  # noqa: S301 - sealed, and of our own making
    return told


def remember_standing(memory: Memory, wanted: Wanted, findings: list[Finding]) -> None:
    """Remember a site that has just been published, and what was told of it."""
    kept = Kept("", wanted.inputs, pickle.dumps(findings), folder_digest(wanted.site))
    memory.keep(QUESTION, wanted.key, kept, b"")
