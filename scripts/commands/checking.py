"""The work of a check. It loads the whole generator, so a command imports it only when there is something to do."""

import argparse
import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from commands.caching import CACHE, cache_of
from commands.coverage import COVERAGE_REPORTS
from commands.options import REPORTS
from commands.schemas import refresh_ids
from handbook.build.inputs import files_read
from handbook.build.looking import look_at
from handbook.build.preparation import Prepared, opened, prepare
from handbook.build.recollection import recollection_of
from handbook.build.unchanged import Standing, Wanted, remember_standing
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.editing.trial import write
from handbook.library.coverage import coverage_of
from handbook.library.record_files import ChangedSinceError
from handbook.rules.freshness import check_freshness
from handbook.rules.pairings import check_pairings
from handbook.rules.published import addresses_now, list_file, read_list, with_new
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings

Report = Callable[[Iterable[Finding]], str]


def checked(options: argparse.Namespace, wanted: Wanted, cache: Path) -> tuple[Standing, Report]:
    """Check, and do what is asked besides; gives what is told, and how.

    Args:
        options: Of the command.
        wanted: What is asked for.
        cache: The folder in which commands for this handbook remember.
    """
    settings, findings = load_settings(options.config_file, site_dir=None, date=wanted.date)
    if settings is None:
        return Standing(findings, ()), REPORTS[options.format]
    if options.coverage or options.overdue or options.keep_addresses or options.today is not None:
        more, report = _asked(_prepared(settings, options.today), options)
        return Standing([*findings, *more], ()), report
    return _plain(settings, findings, wanted, cache), REPORTS[options.format]


def _plain(settings: Settings, found: list[Finding], wanted: Wanted, cache: Path) -> Standing:
    read = files_read(settings)
    before = look_at(read)
    try:
        with recollection_of(settings, cache) as memory:
            prepared = prepare(settings, memory)
            refresh_ids(settings, prepared.whole)
    except ChangedSinceError:  # what is remembered is damaged, and the file is another by now
        prepared = prepare(settings)
    told = Standing([*found, *prepared.findings], read)
    remember_standing(cache, wanted, told, before)
    return told


def _asked(prepared: Prepared, options: argparse.Namespace) -> tuple[list[Finding], Report]:
    """Check, and do what is asked besides; gives what is told, and how."""
    findings = prepared.findings
    if options.keep_addresses:
        _keep_addresses(prepared)
    if options.overdue:
        findings = _with_overdue(prepared, findings)
    refresh_ids(prepared.settings, prepared.whole)
    if not options.coverage:
        return findings, REPORTS[options.format]
    coverage = coverage_of(prepared.library)
    show = COVERAGE_REPORTS[options.format]
    findings = [*findings, *check_pairings(prepared.library, coverage)]
    return findings, lambda told: show(prepared.library, coverage, list(told))


def _prepared(settings: Settings, today: dt.date | None) -> Prepared:
    # Another day than the build's is asked for once; what is remembered is of the build's day.
    folder = cache_of(CACHE, settings.config_file) if today is None else None
    judged = settings if today is None else dataclasses.replace(settings, date=today)
    try:
        with recollection_of(judged, folder) as memory:
            return opened(prepare(judged, memory))
    except ChangedSinceError:
        return prepare(judged)


def _with_overdue(prepared: Prepared, findings: list[Finding]) -> list[Finding]:
    """Give the findings with what is overdue as errors in the place of warnings."""
    return [*(one for one in findings if one.code is not Code.REVIEW_OVERDUE), *check_freshness(prepared.library)]


def _keep_addresses(prepared: Prepared) -> None:
    file = list_file(prepared.settings)
    kept = read_list(file.read_text(encoding="utf-8")) if file.is_file() else {}
    text = with_new(kept, addresses_now(prepared.library, prepared.addresses))
    write({file: text})
