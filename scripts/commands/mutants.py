"""Asks the tests of a room about small faults in its code, and tells which of them no test notices.

How faults are made and judged stands in `mutating` and `judging`; what remains unnoticed for a reason, in the list.
"""

import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from commands.judging import NOTICED, Identity, read_verdicts
from commands.options import ROOT, Parser
from handbook.text.formats import number

LIST = ROOT / "tests" / "mutants" / "survivors.toml"
"""Faults that no test can notice or that none has to, each with its reason."""
KEPT = ROOT / ".cache" / "mutants"
LEAST = 95
"""How many faults in a hundred the tests of a room must notice."""
ROOMS: dict[str, tuple[str, ...]] = {
    "text": ("tests/text",),
    "scoring": ("tests/scoring",),
    "rules": (
        "tests/rules",
        "tests/test_invalid.py::test_a_fault_is_told",
        "--deselect=tests/rules/test_focus.py::test_bad_examples_are_told_the_same",  # told above, five times quicker
    ),
    "publish": (
        "tests/publish",
        "--ignore=tests/publish/test_theme_frame.py",  # builds a site
        "-k=not publisher_killed",  # other processes, in which no fault is switched on
    ),
}
"""Which tests judge the code of a room: those that need no browser and build no site."""


class UnfinishedError(Exception):
    """Not all faults were judged; the text says so in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tests said of a fault."""

    identity: Identity
    verdict: str

    @property
    def noticed(self) -> bool:
        """Whether a test failed, or did not come to an end."""
        return self.verdict in NOTICED


def main(arguments: list[str]) -> int:
    """Judge; 0 when enough faults are noticed and the list holds all others, 1 when not, 2 when not all were judged."""
    parser = Parser("mutants", "Gài từng lỗi nhỏ vào mã rồi xem các bài thử có nhận ra không (mutation testing).")
    parser.given.add_argument(
        "place",
        metavar="PHÒNG",
        nargs="*",
        default=list(ROOMS),
        help=f"phòng trong hooks/handbook hay một tệp của phòng, ví dụ text/slug (mặc định: {', '.join(ROOMS)})",
    )
    parser.named.add_argument(
        "--again", action="store_true", help="bỏ qua những lỗi mà lần trước đã có bài thử nhận ra"
    )
    parser.named.add_argument(
        "--each", type=int, default=1, metavar="SỐ", help="cứ chừng này lỗi chỉ thử một (mặc định: 1, thử mọi lỗi)"
    )
    parser.named.add_argument(
        "--jobs",
        type=int,
        default=os.cpu_count() or 1,
        metavar="SỐ",
        help="số lỗi thử cùng lúc (mặc định: số nhân)",
    )
    options = parser.read(arguments)
    wrong = [place for place in options.place if place.partition("/")[0] not in ROOMS or not _files(place)]
    if wrong:
        parser.error(f"Không có phòng này: {', '.join(wrong)}. Chọn: {', '.join(ROOMS)}.")
    reasons = _reasons()
    codes = []
    for place in options.place:
        try:
            verdicts = _judge(place, again=options.again, each=options.each, jobs=options.jobs)
        except UnfinishedError as error:
            print(error, file=sys.stderr)
            return 2
        codes.append(_tell(place, verdicts, reasons))
    return max(codes)


def _files(place: str) -> list[Path]:
    folder = ROOT / "hooks" / "handbook" / place
    return sorted(folder.glob("*.py")) or sorted(folder.parent.glob(f"{folder.name}.py"))


def _judge(place: str, *, again: bool, each: int, jobs: int) -> list[Verdict]:
    """Give what the tests say of the faults of a room or file."""
    kept = KEPT / f"{place.replace('/', '.')}.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if not again:
        kept.unlink(missing_ok=True)
    room, _, _ = place.partition("/")
    modules = [f"--mutants-of={file}={_module(file)}" for file in _files(place)]
    options = ["--verdicts", str(kept), "--mutants-each", str(each), "--mutants-jobs", str(jobs)]
    quiet = ["-qq", "-s", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-m", "not long"]
    command = ["pytest", "-p", "commands.judging", *modules, *options, *quiet, *ROOMS[room]]
    environment = {
        **os.environ,
        "PYTHONUTF8": "1",
        "PYTHONWARNDEFAULTENCODING": "1",
        "PYTHONPATH": str(ROOT / "scripts"),
    }
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        raise UnfinishedError(f"{place}: chưa thử hết các lỗi (pytest báo như trên). Chạy lại với --again để đi tiếp.")
    return [Verdict(identity, verdict) for identity, verdict in read_verdicts(kept).items()]


def _module(file: Path) -> str:
    name = ".".join(file.relative_to(ROOT / "hooks").with_suffix("").parts)
    return name.removesuffix(".__init__")


def _reasons() -> dict[Identity, str]:
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutant"]
    return {(one["function"], one["was"], one["becomes"], one.get("again", 0)): one["reason"] for one in listed}


def _tell(place: str, verdicts: Iterable[Verdict], reasons: dict[Identity, str]) -> int:
    """Print the figures, then every fault that nobody noticed and that the list does not hold."""
    counted = Counter(one.verdict for one in verdicts)
    total = counted.total()
    unnoticed = [one for one in verdicts if not one.noticed]
    listed = [one for one in unnoticed if one.identity in reasons]
    share = 100 * (total - len(unnoticed)) / total if total else 100
    print(
        f"{place}: gài {total} lỗi; bài thử nhận ra {total - len(unnoticed)} ({number(round(share, 1))}%),"
        f" trong đó {counted['timeout']} vì chạy mãi không xong; không nhận ra {len(unnoticed)},"
        f" trong đó {len(listed)} có lý do ghi trong {LIST.relative_to(ROOT).as_posix()}."
    )
    for one in unnoticed:
        if one.identity not in reasons:
            function, was, becomes, again = one.identity
            nth = f" (lần thứ {again + 1})" if again else ""
            passed = "" if one.verdict == "survived" else " - không bài thử nào đi qua"
            print(f"\n{function}{nth}{passed}")
            for sign, lines in (("-", was), ("+", becomes)):
                print("\n".join(f"  {sign} {line}" for line in lines.split("\n")))
    return int(share < LEAST or len(listed) < len(unnoticed))
