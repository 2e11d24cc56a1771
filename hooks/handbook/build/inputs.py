"""The files that a build reads, as digests. Knows neither what they say nor what is made of them."""

import hashlib
import os
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from handbook.settings.settings import Settings
from handbook.text.digest import digest_of

BUILDERS = ("jinja2", "markdown", "mkdocs", "mkdocs-material", "pymdown-extensions")
"""What makes the pages written by hand and the frames of all others."""


def digest_of_file(file: Path) -> bytes:
    """Digest a file; empty where there is none."""
    try:
        return hashlib.blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""


def stamp_of(settings: Settings, generator: str) -> str:
    """Give what everything that a build remembers depends on: the generator, the settings, the day."""
    told = (settings.vocabulary, settings.deployment, settings.navigation, settings.date)
    folders = (settings.root, settings.docs_dir, settings.data_dir)
    return digest_of(repr((generator, platform.python_version(), told, folders)).encode()).hex()


def theme_digest(settings: Settings) -> bytes:
    """Digest all that the builder of pages written by hand reads, besides the library."""
    folders = [settings.docs_dir, *([settings.theme_dir] if settings.theme_dir else [])]
    files = [*settings.configuration_files, *(file for folder in folders for file in _files_in(folder))]
    told = [part for file in files for part in (os.fsencode(file), digest_of_file(file))]
    return digest_of(*(version(name).encode() for name in BUILDERS), *told)


def files_read(settings: Settings) -> tuple[Path, ...]:
    """Give the files and folders that a build or check reads."""
    own_theme = (settings.theme_dir,) if settings.theme_dir else ()
    return (settings.docs_dir, settings.data_dir, *own_theme, *settings.configuration_files)


def _files_in(folder: Path) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
