"""What one run of a command remembers of earlier ones: the memory, and the digests of the files it is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.build.inputs import FileDigests, stamp_of
from handbook.build.keys import generator_digest
from handbook.build.memory import Memory, open_memory
from handbook.settings.settings import Settings

FILE = "memory.sqlite"


@dataclass(frozen=True, slots=True)
class Recollection:
    """What is remembered of a handbook."""

    memory: Memory
    files: FileDigests


@contextmanager
def recollection_of(settings: Settings, folder: Path | None) -> Iterator[Recollection]:
    """Open what is remembered, and write down at the end what was learned.

    Args:
        settings: Of the handbook.
        folder: Where it is kept; None to remember nothing.
    """
    memory = open_memory(folder / FILE if folder else None, stamp_of(settings, generator_digest()))
    try:
        yield Recollection(memory, FileDigests(settings))
    finally:
        memory.close()
