"""Prints so many checklists as PDF, for the clock of bench_downloads: `bench_sheets.py COUNT`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(count: int) -> None:
    """Load the handbook, then print."""
    from commands.bench_downloads import checklists, prepared_handbook  # noqa: PLC0415 - found once the path is set
    from handbook.addresses.addresses import Addresses  # noqa: PLC0415
    from handbook.addresses.files import FileId, Format  # noqa: PLC0415
    from handbook.downloads.writing import Desk  # noqa: PLC0415

    prepared = prepared_handbook()
    library = checklists(prepared.library, count)
    desk = Desk(library, Addresses(library.settings))
    own = {entry.target for entry in prepared.library.of_kind("checklist")}
    for entry in library.of_kind("checklist"):
        if entry.target not in own:
            desk.write(FileId(entry.target, Format.PDF))


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts")]
    main(int(sys.argv[1]))
