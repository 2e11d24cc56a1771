"""The page of a saved record in a preview, shown before the whole site is built anew.

It works with the generator as it was when the preview began: once that has changed it stands back, and whole builds
alone show what there is.
"""

import contextlib
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from handbook.build.ahead import Desk, lay_out, look_ahead
from handbook.build.keys import generator_digest
from handbook.build.recollection import recollection_of
from handbook.diagnostics.finding import Finding, is_sound
from handbook.diagnostics.report import as_json
from handbook.library.record_files import ChangedSinceError
from handbook.preview.outcome import Outcome, read_remarks
from handbook.settings.loading import load_settings


class PreviewAhead:
    """What is known of the site on show, so that pages of it can be changed one by one."""

    def __init__(self, config_file: Path, date: dt.date | None, site: Path, cache: Path) -> None:
        """Prepare for a preview.

        Args:
            config_file: Of the handbook.
            date: Of the builds; None for that of the last commit.
            site: The folder on show.
            cache: Where its builds remember what they made.
        """
        self._config_file = config_file.resolve()
        self._date = date
        self._site = site
        self._cache = cache
        self._generator = generator_digest()
        self._desk: Desk | None = None

    def follow(self, *, is_good: bool) -> None:
        """Get ready for changes once a whole build has ended; what was understood before it is known already."""
        if generator_digest() != self._generator:
            self._desk = None
        elif self._desk is None and is_good:
            settings, _ = load_settings(self._config_file, site_dir=self._site, date=self._date)
            if settings is not None:
                with contextlib.suppress(ChangedSinceError), recollection_of(settings, self._cache) as memory:
                    self._desk = lay_out(settings, memory)

    def show(self, files: Iterable[Path]) -> Outcome | None:
        """Put the pages of changed records into the site on show.

        Args:
            files: All that have changed since the last build.

        Returns:
            What can be told at once; None where only a whole build can tell.
        """
        before, self._desk = self._desk, None
        desk = before
        findings: list[Finding] = []
        pages: list[tuple[str, str]] = []
        for file in sorted(files):
            looked = look_ahead(desk, file.resolve()) if desk else None
            if looked is None:
                return None
            desk = looked.desk
            findings += looked.findings
            pages += [looked.page] if looked.page else []
        remarks = read_remarks(as_json(findings))
        if not is_sound(findings):
            self._desk = before
            return Outcome(is_good=False, remarks=remarks)
        with contextlib.suppress(OSError):  # the whole build that follows tells what is wrong with the folder
            for place, html in pages:
                _exchange(self._site / place, html)
            self._desk = desk
        return Outcome(is_good=True, remarks=remarks) if self._desk else None


def _exchange(page: Path, html: str) -> None:
    """Exchange a page in one step: its file may be kept elsewhere as well, and somebody may be reading it."""
    fresh = page.with_name(f".{uuid4().hex}")
    try:
        fresh.write_text(html, encoding="utf-8", newline="\n")
        fresh.replace(page)
    finally:
        fresh.unlink(missing_ok=True)
