"""Measures builds, checks and the preview of generated handbooks beside other generators', in turns in one run."""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from commands.bench_browser import provide_browser
from commands.bench_options import subject_parser
from commands.bench_plot import plot
from commands.bench_preview import measure_preview
from commands.bench_rows import HTML_COUNTS, PREVIEW, ROWS, Measured, subjects_of, table
from commands.bench_subjects import COLD, Subject, Workplace
from handbook.settings.loading import load_settings

CURVE = "curve"
CHOICES = (*ROWS, CURVE)
SUBJECTS: Mapping[str, tuple[str, ...]] = {"build": tuple(ROWS), "check": ("check",), "serve": ("preview",)}
"""What each subject measures, unless the command line says otherwise."""


def main(arguments: list[str], subject: str = "build") -> int:
    """Measure what belongs to a subject, and print the table, ready for the README."""
    parser = subject_parser(subject, "Đo dựng trang, kiểm tra, xem trước; in bảng cho README.")
    parser.named.add_argument("--rounds", type=int, default=5, metavar="SỐ", help="số lượt đo xen kẽ (mặc định: 5)")
    parser.named.add_argument(
        "--only",
        default=",".join(SUBJECTS[subject]),
        metavar="DÒNG",
        help=f"chỉ đo những dòng này, nối bằng dấu phẩy: {', '.join(CHOICES)} (mặc định: %(default)s)",
    )
    parser.named.add_argument("--work", type=Path, metavar="THƯ-MỤC", help="nơi làm việc, giữ lại cho lần đo sau")
    parser.named.add_argument("--json", type=Path, metavar="TỆP", help="ghi mọi số đo vào tệp này")
    parser.named.add_argument("--read", type=Path, metavar="TỆP", help="không đo, đọc số đo từ tệp do --json ghi")
    parser.named.add_argument("--plot", type=Path, metavar="TỆP", help="vẽ số giây theo số bản ghi vào tệp SVG này")
    options = parser.read(arguments)
    wanted = options.only.split(",")
    if unknown := [name for name in wanted if name not in CHOICES]:
        parser.error(f"Không có dòng “{unknown[0]}”; chọn trong: {', '.join(CHOICES)}.")
    if options.read:
        measured = Measured.from_json(json.loads(options.read.read_text(encoding="utf-8")))
    else:
        with tempfile.TemporaryDirectory() as name:
            workplace = Workplace(options.work or Path(name))
            measured = measure(workplace, wanted, max(1, options.rounds), partial(_keep, options.json))
    if options.plot:
        options.plot.write_text(plot(measured.samples), encoding="utf-8", newline="\n")
    print(table(measured))
    return 0


def measure(workplace: Workplace, wanted: Sequence[str], rounds: int, keep: Callable[[Measured], None]) -> Measured:
    """Run all that the wanted rows need: every round runs each subject once, pairs right after each other.

    Args:
        workplace: Where to work.
        wanted: The rows, and `curve` for what the plot needs.
        rounds: How often each subject is run.
        keep: Is given all figures after each that comes in, so that none is lost when a later run fails.
    """
    measured = Measured()
    rows = [name for name in wanted if name != CURVE]
    shows_preview = any(ROWS[row].ours == PREVIEW for row in rows)
    if shows_preview:
        provide_browser()
    names = subjects_of(rows, curve=CURVE in wanted)
    for turn in range(1, rounds + 1):
        for name in names:
            subject = Subject.named(name)
            cost = workplace.measure(subject)
            measured.samples.setdefault(name, []).append(cost)
            _say(f"{turn}/{rounds} {name}: {cost.cpu:.2f} s CPU, {cost.wall:.1f} s, {cost.memory:.0f} MB")
            if (subject.engine, subject.state) == ("ours", COLD) and subject.count in HTML_COUNTS:
                measured.pages[subject.count] = record_pages(workplace, subject)
            keep(measured)
    if shows_preview:
        measured.samples[PREVIEW] = measure_preview(workplace, Subject.named(PREVIEW).count, rounds)
        keep(measured)
    return measured


def record_pages(workplace: Workplace, subject: Subject) -> list[int]:
    """Give the bytes of every record's page of a built site, sorted."""
    settings, _ = load_settings(workplace.handbook(subject.count))
    slugs = [kind.slug for kind in settings.vocabulary.kinds] if settings else []
    site = workplace.site(subject)
    return sorted(file.stat().st_size for slug in slugs for file in (site / slug).glob("*/index.html"))


def _keep(file: Path | None, measured: Measured) -> None:
    if file:
        file.write_text(json.dumps(measured.as_json()) + "\n", encoding="utf-8")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
