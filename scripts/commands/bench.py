"""Measures speed: each subject beside its peers, in turns in one run, CPU seconds of whole process trees, medians."""

from collections.abc import Callable, Mapping
from functools import partial

from commands import bench_build, bench_generate, bench_peers
from commands.bench_downloads import measure_downloads
from commands.bench_options import subject_parser
from commands.bench_search import measure_search
from commands.bench_tools import measure_tools
from commands.options import Parser

LEAST_ROUNDS = 1


def main(arguments: list[str]) -> int:
    """Do what one subject names, with the rest of the command line."""
    parser = Parser("bench", "Đo tốc độ, so với công cụ khác trong cùng một lần chạy.")
    parser.given.add_argument("subject", metavar="VIỆC", help=f"một trong: {', '.join(SUBJECTS)}; mỗi việc có --help")
    if arguments and arguments[0] in SUBJECTS:
        return SUBJECTS[arguments[0]](arguments[1:])
    options, _ = parser.read_known(arguments)
    return parser.error(f"Không có “{options.subject}”; chọn {', '.join(SUBJECTS)}.")


def _table(subject: str, measure: Callable[[int], str], arguments: list[str]) -> int:
    """Print a subject's table, ready for the README."""
    parser = subject_parser(subject, "Đo và in bảng cho README.")
    parser.named.add_argument("--rounds", type=int, default=5, metavar="SỐ", help="số lượt đo xen kẽ (mặc định: 5)")
    print(measure(max(LEAST_ROUNDS, parser.read(arguments).rounds)))
    return 0


SUBJECTS: Mapping[str, Callable[[list[str]], int]] = {
    "generate": bench_generate.main,
    **{subject: partial(bench_build.main, subject=subject) for subject in bench_build.SUBJECTS},
    "peers": bench_peers.main,
    "downloads": partial(_table, "downloads", measure_downloads),
    "search": partial(_table, "search", measure_search),
    "tools": partial(_table, "tools", measure_tools),
}
