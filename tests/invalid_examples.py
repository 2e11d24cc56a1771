"""The bad examples under tests/invalid/: each is the second handbook with one fault laid over it (see its README)."""

import re
import shutil
from pathlib import Path

from building import SECOND

INVALID = Path(__file__).with_name("invalid")
EXPECTED = "expected.txt"
ARGUMENTS = "arguments.txt"
MENDED = "mended"
NAMES = tuple(sorted(folder.name for folder in INVALID.iterdir() if folder.is_dir()))

_ESCAPED_BYTE = re.compile(rb"\\x([0-9A-F]{2})")


def arguments_of(name: str) -> list[str]:
    """Give what a bad example adds to the command line of the check, if anything."""
    file = INVALID / name / ARGUMENTS
    return file.read_text(encoding="utf-8").split() if file.is_file() else []


def handbook_with_fault(name: str, folder: Path) -> Path:
    """Copy the second handbook to a folder and lay a bad example over it; gives its configuration file."""
    shutil.copytree(SECOND, folder)
    example = INVALID / name
    for file in sorted(example.rglob("*")):
        place = file.relative_to(example)
        if file.is_file() and file.name not in {EXPECTED, ARGUMENTS} and place.parts[0] != MENDED:
            _lay(file, folder / place)
    return folder / "mkdocs.yml"


def handbook_mended(name: str, folder: Path) -> Path:
    """Lay a bad example over the second handbook, then the mended files over both; gives its configuration file."""
    configuration = handbook_with_fault(name, folder)
    shutil.copytree(INVALID / name / MENDED, folder, dirs_exist_ok=True)
    return configuration


def _lay(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    content = file.read_bytes()
    match file.suffix:
        case ".escaped":
            place.with_suffix("").write_bytes(
                _ESCAPED_BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), content)
            )
        case ".repeated":
            times, _, text = content.partition(b"\n")
            place.with_suffix("").write_bytes(text * int(times))
        case ".link":
            place.with_suffix("").symlink_to(content.decode().strip())
        case ".absent":
            place.with_suffix("").unlink()
        case _:
            place.write_bytes(content)
