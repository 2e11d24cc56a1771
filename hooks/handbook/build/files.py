"""The files to take away: those still good from an earlier build are found, the others made, several at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId, Format, file_address
from handbook.build.keys import file_keys, generator_digest
from handbook.build.parallel import in_parallel
from handbook.build.store import Store
from handbook.library.library import Library
from handbook.library.target import REPORT
from handbook.views.offers import Made

Progress = Callable[[int, int], None]
"""Hears how many files are done, of how many that have to be made."""

COSTLY = (Format.PACK, Format.BUNDLE)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that lies ready in the store."""

    key: str
    made: Made


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one build."""

    store: Store
    addresses: Addresses
    found: Mapping[FileId, MadeFile]

    def made(self) -> dict[str, Made]:
        """Give what pages say of the files, by their addresses."""
        return {file_address(self.addresses, file): one.made for file, one in self.found.items()}

    def place(self, folder: Path) -> None:
        """Write every file to its place in a finished site.

        Raises:
            OSError: A file cannot be written, or has gone from the store since it was made.
        """
        for file in self.found:
            place = folder / file_address(self.addresses, file)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self.content(file))

    def content(self, file: FileId) -> bytes:
        """Give the bytes of one file.

        Raises:
            OSError: It has gone from the store since it was made.
        """
        written = self.store.find(self.found[file].key)
        if written is None:
            raise FileNotFoundError(str(self.store.folder))
        return written.content


def make_files(
    library: Library, addresses: Addresses, wanted: Iterable[FileId], store: Store, progress: Progress
) -> Files:
    """Find or make files.

    Args:
        library: All records.
        addresses: Where everything stands.
        wanted: The files.
        store: Where they are kept.
        progress: Hears of each file that had to be made.
    """
    generator = generator_digest()
    keys = file_keys(library, addresses, wanted, generator)
    found: dict[FileId, MadeFile] = {}
    for file, key in keys.items():
        written = store.find(key)
        if written is not None:
            found[file] = MadeFile(key, Made(len(written.content), written.pages))
    missing = sorted(keys.keys() - found.keys(), key=_begun_first)
    if missing:
        # The writers of all formats take a fifth of a second to load, and most builds have nothing for them.
        from handbook.downloads.writing import Desk  # noqa: PLC0415

        # Other processes must not open records: what they are kept in cannot be shared with them.
        desk = Desk(library.opened(), addresses)

        def make(file: FileId) -> Made:
            written = desk.write(file)
            store.keep(keys[file], written)
            return Made(len(written.content), written.pages)

        for number, (file, made) in enumerate(in_parallel(missing, make), start=1):
            found[file] = MadeFile(keys[file], made)
            progress(number, len(missing))
    store.clear_unused()
    return Files(store, addresses, {file: found[file] for file in keys})


def _begun_first(file: FileId) -> tuple[bool, bool, FileId]:
    """Order files so that those which take longest are begun first, and no process is left with them at the end."""
    return (file.target.kind != REPORT, file.format not in COSTLY, file)
