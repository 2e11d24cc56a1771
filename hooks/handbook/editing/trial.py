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
        _write({copy / path.relative_to(base): text for path, text in texts.items()})
        return check(config_file)


def worse(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Give the findings of those codes that are found more often than before."""
    found = list(after)
    more = Counter(finding.code for finding in found) - Counter(finding.code for finding in before)
    return [finding for finding in found if finding.code in more]


def write(texts: Mapping[Path, str | None]) -> None:
    """Write all files; what was there comes back if one of them cannot be written."""
    before = {path: path.read_text(encoding="utf-8") if path.exists() else None for path in texts}
    try:
        _write(texts)
    except OSError:
        _write(before)
        raise


def _write(texts: Mapping[Path, str | None]) -> None:
    for path, text in sorted(texts.items()):
        if text is None:
            path.unlink(missing_ok=True)
            continue
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)
