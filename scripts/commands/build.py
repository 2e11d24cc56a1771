"""Builds the site and publishes it as a whole: check, make, verify, switch; the old site stays if any of them fails."""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

from commands.caching import CACHE, cache_of
from commands.counting import waiting
from commands.options import REPORTS, Parser
from handbook.build.looking import look_at_program
from handbook.build.unchanged import Standing, Wanted, standing
from handbook.diagnostics.finding import is_sound
from handbook.publish.publishing import tidy
from handbook.settings.day import commit_date
from handbook.text.formats import number

FILES = ("now", "later", "none")


def main(arguments: list[str]) -> int:
    """Build and publish; 0 when done, 1 when something is wrong with the content, 2 when the site has no place."""
    parser = Parser("build", "Dựng trang: kiểm tra, dựng, xem lại, rồi thay trang cũ một lần.")
    parser.add_format()
    parser.add_config_file()
    parser.add_date()
    parser.named.add_argument(
        "--site-dir", type=Path, metavar="THƯ-MỤC", help="nơi đặt trang đã dựng (mặc định: như trong mkdocs.yml)"
    )
    parser.named.add_argument(
        "--files",
        type=_when,
        default="now",
        metavar="LÚC",
        help="tệp để tải: now: làm ngay; later: chỉ nêu tên, để làm khi có người mở; none: không kèm",
    )
    parser.named.add_argument(
        "--cache", type=Path, default=CACHE, metavar="THƯ-MỤC", help="nơi nhớ những gì đã làm (mặc định: .cache/build)"
    )
    parser.named.add_argument("--no-cache", action="store_true", help="làm lại từ đầu, không nhớ gì")
    options = parser.read(arguments)
    started = time.monotonic()
    config_file: Path = options.config_file.resolve()
    cache = None if options.no_cache else cache_of(options.cache, config_file)
    wanted = Wanted(
        f"build, files {options.files}, in {options.site_dir.resolve() if options.site_dir else 'its own place'}",
        options.date or commit_date(config_file.parent),
        time.time(),
        look_at_program(Path(__file__).parent),
    )
    told: Standing | int | None = standing(cache, wanted)
    if isinstance(told, Standing) and told.site is not None:
        tidy(told.site, waiting)
    else:
        # The generator takes a second to load, and a build that follows no change needs none of it.
        told = import_module("commands.building").built(options, wanted, cache)
    return _tell(told, options.format, config_file.parent, started) if isinstance(told, Standing) else told


def _tell(told: Standing, form: str, root: Path, started: float) -> int:
    report = REPORTS[form](told.findings)
    if report:
        print(report)
    if told.site is None or not is_sound(told.findings):
        return 1
    name = told.site.relative_to(root) if told.site.is_relative_to(root) else told.site
    seconds = number(round(time.monotonic() - started, 1))
    print(f"Xong: {name.as_posix()} có {told.pages} trang, dựng trong {seconds} giây.", file=sys.stderr)
    return 0


def _when(text: str) -> str:
    if text not in FILES:
        raise argparse.ArgumentTypeError(f"“{text}” không có; chọn {', '.join(FILES)}")
    return text
