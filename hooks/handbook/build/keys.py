"""The keys of files to take away: one digest for all that a file depends on. Equal keys mean equal bytes.

A file depends on what the views of its pages say, on their stories, on the records and statements that its writers read
themselves, on the generator's code and templates, and on the versions of the libraries that write it.
"""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import FileId
from handbook.downloads.packs import printed
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.mentions import referrings_of_entry
from handbook.library.target import PAGE, REPORT, Target
from handbook.views.blocks import Block, Section, Story
from handbook.views.typography import typography
from handbook.views.viewing import own_view

RENDERERS = ("jinja2", "markdown", "markupsafe")
WRITERS = ("icalendar", "lxml", "python-docx", "segno", "typst", "xlsxwriter")


def generator_digest() -> str:
    """Digest the generator itself: its code, its templates, and the versions of what renders pages."""
    digest = hashlib.sha256()
    package = Path(__file__).parents[1]
    for file in sorted(package.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            _add(digest, file.relative_to(package).as_posix(), file.read_bytes())
    for name in (*RENDERERS, *WRITERS):
        _add(digest, name, version(name).encode())
    return digest.hexdigest()


def file_keys(library: Library, addresses: Addresses, files: Iterable[FileId], generator: str) -> dict[FileId, str]:
    """Give the keys of files to take away; `generator` is what `generator_digest` gave.

    A file depends on the pages it is made from: their views, and the records and statements that writers read
    themselves. Each page is digested once, however many files are made from it.
    """
    settings = library.settings
    common = repr((settings.vocabulary, settings.deployment, settings.date, typography(library))).encode()
    pages: dict[Target, bytes] = {}
    keys = {}
    for file in files:
        digest = hashlib.sha256()
        _add(digest, "generator", generator.encode())
        _add(digest, "file", repr(file).encode())
        _add(digest, "settings", common)
        for target in printed(library, file):
            if target not in pages:
                pages[target] = _page_digest(library, addresses, target)
            _add(digest, "page", pages[target])
        keys[file] = digest.hexdigest()
    return keys


def _page_digest(library: Library, addresses: Addresses, target: Target) -> bytes:
    digest = hashlib.sha256()
    view = own_view(library, addresses, target)
    _add(digest, "view", repr(view).encode())
    for markdown in _stories(view.blocks):
        _add(digest, "story", markdown.encode())
    if target.kind not in {REPORT, PAGE} and target.id:
        _add(digest, "inputs", repr(_inputs(library, library.entry(target))).encode())
    return digest.digest()


def _inputs(library: Library, entry: Entry) -> tuple[object, ...]:
    """Give a record with everything that its references lead to, and how sure it is."""
    found: list[object] = [entry.record]
    for referring in referrings_of_entry(entry):
        target = library.target(referring.reference)
        found += [library.statement(target) or library.entry(target).record.title, library.judge(target)]
    return tuple(found)


def _stories(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Story):
            found.append(block.markdown)
        elif isinstance(block, Section):
            found += _stories(block.blocks)
    return found


def _add(digest: "hashlib._Hash", name: str, content: bytes) -> None:
    digest.update(f"{name}\0{len(content)}\0".encode())
    digest.update(content)
