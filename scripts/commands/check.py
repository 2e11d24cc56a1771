"""Tells every finding in data and prose without building anything."""

import argparse
import dataclasses
import datetime as dt
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from commands.caching import CACHE, cache_of
from commands.coverage import COVERAGE_REPORTS
from commands.options import REPORTS, Parser
from commands.schemas import refresh_ids
from handbook.build.inputs import inputs_digest
from handbook.build.preparation import Prepared, prepare
from handbook.build.recollection import recollection_of
from handbook.build.unchanged import Wanted, remember_standing, standing
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, is_sound
from handbook.library.coverage import coverage_of
from handbook.rules.freshness import check_freshness
from handbook.rules.pairings import check_pairings
from handbook.rules.published import addresses_now, list_file, read_list, with_new
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings

Report = Callable[[Iterable[Finding]], str]


def main(arguments: list[str]) -> int:
    """Check the handbook; 0 when nothing is wrong (but warnings), 1 with errors, 2 for a path that is absent."""
    parser = Parser("check", "Kiểm tra dữ liệu và bài viết, báo mọi lỗi; không dựng trang.")
    parser.given.add_argument(
        "paths", nargs="*", type=Path, metavar="ĐƯỜNG-DẪN", help="chỉ báo lỗi trong tệp, thư mục này"
    )
    parser.named.add_argument(
        "--coverage",
        action="store_true",
        help="kể thêm: bài gốc đã dùng đến đâu; tiêu chí, khó khăn, bước họp nào có gì giúp; thiếu cặp bắt buộc là lỗi",
    )
    parser.named.add_argument(
        "--today", type=day, metavar="NGÀY", help="ngày để xét hạn kiểm lại: now là hôm nay, hoặc dạng 2026-11-22"
    )
    parser.named.add_argument(
        "--overdue", action="store_true", help="coi là lỗi: trang quá hạn kiểm lại, trang còn dẫn văn bản đã bị thay"
    )
    parser.named.add_argument(
        "--keep-addresses", action="store_true", help="ghi thêm các địa chỉ mới vào danh sách địa chỉ đã đăng"
    )
    parser.add_format()
    parser.add_config_file()
    parser.add_date()
    options = parser.read(arguments)
    absent = next((path for path in options.paths if not path.exists()), None)
    if absent is not None:
        print(f"Không có tệp hay thư mục “{absent}”.", file=sys.stderr)
        return 2
    settings, findings = load_settings(options.config_file, site_dir=None, date=options.date)
    report = REPORTS[options.format]
    if settings is not None:
        if options.coverage or options.overdue or options.keep_addresses or options.today is not None:
            more, report = _asked(_prepared(settings, options.today), options)
        else:
            more = _plain(settings)
        wanted = [path.resolve() for path in options.paths]
        findings = [*findings, *more]
        findings = [one for one in findings if not wanted or _is_within(settings.root, one, wanted)]
    told = report(findings)
    if told:
        print(told)
    return int(not is_sound(findings))


def _plain(settings: Settings) -> list[Finding]:
    """Check, or say again what was told where nothing has changed since."""
    with recollection_of(settings, cache_of(CACHE, settings.config_file)) as memory:
        commands = sorted(Path(__file__).parent.glob("*.py"))
        wanted = Wanted("check", inputs_digest(settings, commands))
        findings = standing(memory, wanted)
        if findings is None:
            prepared = prepare(settings, memory)
            refresh_ids(settings, prepared.whole)
            findings = prepared.findings
            if inputs_digest(settings, commands) == wanted.inputs:
                remember_standing(memory, wanted, findings)
    return findings


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
    with recollection_of(judged, folder) as memory:
        return prepare(judged, memory)


def _with_overdue(prepared: Prepared, findings: list[Finding]) -> list[Finding]:
    """Give the findings with what is overdue as errors in the place of warnings."""
    return [*(one for one in findings if one.code is not Code.REVIEW_OVERDUE), *check_freshness(prepared.library)]


def _keep_addresses(prepared: Prepared) -> None:
    file = list_file(prepared.settings)
    kept = read_list(file.read_text(encoding="utf-8")) if file.is_file() else {}
    text = with_new(kept, addresses_now(prepared.library, prepared.addresses))
    file.write_text(text, encoding="utf-8", newline="\n")


def day(text: str) -> dt.date:
    """Read the day against which reviews are judged."""
    if text == "now":
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày; viết now, hoặc dạng 2026-11-22") from None


def _is_within(root: Path, finding: Finding, wanted: list[Path]) -> bool:
    file = (root / finding.path).resolve()
    return any(file.is_relative_to(path) for path in wanted)
