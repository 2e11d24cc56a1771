"""Tells every finding in data and prose without building anything."""

import argparse
import datetime as dt
import sys
import time
from importlib import import_module
from pathlib import Path

from commands.caching import CACHE, cache_of
from commands.options import REPORTS, Parser
from handbook.build.looking import look_at_program
from handbook.build.unchanged import Wanted, standing
from handbook.diagnostics.finding import Finding, is_sound
from handbook.settings.day import commit_date


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
    config_file: Path = options.config_file.resolve()
    asks_more = options.coverage or options.overdue or options.keep_addresses or options.today is not None
    cache = cache_of(CACHE, config_file)
    wanted = Wanted(
        "check", options.date or commit_date(config_file.parent), time.time(), look_at_program(Path(__file__).parent)
    )
    told = None if asks_more else standing(cache, wanted)
    report = REPORTS[options.format]
    if told is None:
        # The generator takes a second to load, and a check that follows no change needs none of it.
        checking = import_module("commands.checking")
        told, report = checking.checked(options, wanted, cache)
    paths = [path.resolve() for path in options.paths]
    findings = [one for one in told.findings if not paths or _is_within(config_file.parent, one, paths)]
    words = report(findings)
    if words:
        print(words)
    return int(not is_sound(findings))


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
