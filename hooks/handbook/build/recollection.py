"""What one run of a command remembers of earlier ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handbook.build.inputs import stamp_of
from handbook.build.keys import generator_digest
from handbook.build.memory import Memory, open_memory
from handbook.settings.settings import Settings

FILE = "memory.sqlite"


@contextmanager
def recollection_of(settings: Settings, folder: Path | None) -> Iterator[Memory]:
    """Open what is remembered, and write down at the end what was learned.

    Args:
        settings: Of the handbook.
        folder: Where it is kept; None to remember nothing.
    """
    memory = open_memory(folder / FILE if folder else None, stamp_of(settings, generator_digest()))
    try:
        yield memory
    finally:
        memory.close()
