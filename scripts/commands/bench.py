"""Measures speed: each subject beside its peers, in turns in one run, CPU seconds of whole process trees, medians."""

from collections.abc import Callable, Mapping

from commands.bench_downloads import measure_downloads
from commands.bench_search import measure_search
from commands.options import Parser

SUBJECTS: Mapping[str, Callable[[int], str]] = {"downloads": measure_downloads, "search": measure_search}
LEAST_ROUNDS = 1


def main(arguments: list[str]) -> int:
    """Measure one subject and print its table, ready for the README."""
    parser = Parser("bench", "Đo tốc độ, so với công cụ khác trong cùng một lần chạy.")
    parser.given.add_argument("subject", metavar="VIỆC", help=f"một trong: {', '.join(SUBJECTS)}")
    parser.named.add_argument("--rounds", type=int, default=5, metavar="SỐ", help="số lượt đo xen kẽ (mặc định: 5)")
    options = parser.read(arguments)
    if options.subject not in SUBJECTS:
        parser.error(f"Không có “{options.subject}”; chọn {', '.join(SUBJECTS)}.")
    print(SUBJECTS[options.subject](max(LEAST_ROUNDS, options.rounds)))
    return 0
