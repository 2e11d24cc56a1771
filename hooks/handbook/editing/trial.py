"""Changes are tried on a copy, judged, and only then written, all or none. It must not know what they change."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from handbook.diagnostics import Finding
from handbook.settings.settings import Settings

Check = Callable[[Path], list[Finding]]
"""Gives the findings of the handbook with this mkdocs.yml."""


def tried(settings: Settings, texts: Mapping[Path, str | None], check: Check) -> list[Finding]:
    """Give the findings of a copy of the handbook in which files have these texts (None: they are no more)."""
    base = Path(os.path.commonpath([settings.root, settings.docs_dir, settings.data_dir]))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve()
        for part in (settings.docs_dir, settings.data_dir):
            shutil.copytree(part, copy / part.relative_to(base), symlinks=True, dirs_exist_ok=True)
        config_file = copy / settings.config_file.relative_to(base)
        config_file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.config_file, config_file)
        for path, text in texts.items():
            place = copy / path.relative_to(base)
            if text is None:
                place.unlink(missing_ok=True)
            else:
                place.write_text(text, encoding="utf-8", newline="\n")
        return check(config_file)


def worse(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Give the findings of those codes that are found more often than before."""
    found = list(after)
    more = Counter(finding.code for finding in found) - Counter(finding.code for finding in before)
    return [finding for finding in found if finding.code in more]


def write(texts: Mapping[Path, str | None]) -> None:
    """Write all files (None: they are no more); nothing has changed if one of them cannot be written.

    Everything is made beside the files' places first, and what was there kept: then nothing but names has to change,
    for which there is room even on a full disk.

    Raises:
        OSError: A file cannot be written.
    """
    changed: list[Path] = []
    try:
        for path, text in texts.items():
            if text is not None:
                _fresh(path).write_text(text, encoding="utf-8", newline="\n")
            if path.exists():
                _keep(path, is_replaced=text is not None)
        for path, text in sorted(texts.items()):
            if text is None:
                path.unlink(missing_ok=True)
            else:
                _fresh(path).replace(path)
            changed.append(path)
    except OSError:
        for path in changed:
            if _old(path).exists():
                _old(path).replace(path)
            else:
                path.unlink()
        raise
    finally:
        for path in texts:
            _fresh(path).unlink(missing_ok=True)
            _old(path).unlink(missing_ok=True)


def _keep(path: Path, *, is_replaced: bool) -> None:
    """Keep what stands in a place under another name, and its permissions for what will stand there."""
    _old(path).unlink(missing_ok=True)
    try:
        os.link(path, _old(path))
    except OSError:  # a disk that knows no links
        shutil.copy2(path, _old(path))
    if is_replaced:
        shutil.copymode(path, _fresh(path))


def _fresh(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")
