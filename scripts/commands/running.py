"""Runs a program whose words matter only if it fails. Knows no program, and not what its failure means."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended, and all that it said."""

    code: int
    words: str

    def last(self, lines: int) -> str:
        """Give the last lines that it said."""
        return "\n".join(self.words.strip().splitlines()[-lines:])


def run_quietly(
    command: Sequence[str], folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> Done:
    """Run a program to its end, whatever that is.

    Args:
        command: The program and what it is given.
        folder: Where it runs; where this one does, if there is none.
        environment: What it finds in its environment besides what this one does.

    Raises:
        OSError: There is no such program.
    """
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Done(done.returncode, done.stdout)
