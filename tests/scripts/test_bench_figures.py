"""How `bench build` counts and tells: whole process trees, medians of ratios, a table and a plot from the figures."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import bench, bench_build
from commands.bench_plot import plot
from commands.bench_rows import ROWS, Measured, middle_and_most, subjects_of, table
from commands.timing import Cost, FailedRunError, cost_of

BUSY_CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**7))'])"
TWO_PROCESSES = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; kept = b'x' * 80_000_000; time.sleep(1)"])
kept = b"x" * 80_000_000
child.wait()
"""


def _costs(*seconds: float) -> list[Cost]:
    return [Cost(one, one, 0.0) for one in seconds]


def test_the_work_of_children_counts() -> None:
    """A program that lets another work has used what the other has used."""
    idle = cost_of([sys.executable, "-c", ""])
    busy = cost_of([sys.executable, "-c", BUSY_CHILD])

    assert busy.cpu > idle.cpu + 0.05


def test_memory_is_that_of_all_processes_together() -> None:
    """Two processes of eighty megabytes at the same time need more than one of them."""
    assert cost_of([sys.executable, "-c", TWO_PROCESSES]).memory > 150


def test_what_fails_is_not_measured() -> None:
    """A run that fails says what it said."""
    with pytest.raises(FailedRunError, match="hỏng rồi"):
        cost_of([sys.executable, "-X", "utf8", "-c", "import sys; sys.exit('hỏng rồi')"])


def test_a_row_tells_the_median_of_the_ratios_of_pairs() -> None:
    """Not the ratio of medians: each pair was measured under the same load."""
    measured = Measured({"ours-cold-5000": _costs(1, 10, 4), "hugo-cold-5000": _costs(2, 40, 5)})

    [row] = [line for line in table(measured).splitlines() if "Hugo" in line]
    assert "| 4 s CPU | 5 s CPU | 0,5× | ≤ 0,8× |" in row


def test_only_what_was_measured_is_told() -> None:
    """Without figures there is a head and nothing below it."""
    assert table(Measured()).count("\n") == 1


@given(st.lists(st.integers(1, 10**7), min_size=1))
def test_most_pages_are_as_small_as_told(sizes: list[int]) -> None:
    """At least half are below the median, at least 95 of 100 below the other figure, which one of them has."""
    middle, most = middle_and_most(sizes)

    assert sum(size <= middle for size in sizes) * 2 >= len(sizes)
    assert sum(size <= most for size in sizes) * 100 >= len(sizes) * 95
    assert most in sizes


def test_each_subject_runs_once_a_round_beside_its_peer() -> None:
    """Rows share what they have in common."""
    names = subjects_of(list(ROWS), curve=False)

    assert len(names) == len(set(names))
    assert names[names.index("hugo-cold-5000") - 1] == "ours-cold-5000"


def test_kept_figures_give_the_same_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was measured can be told and drawn again without measuring."""
    measured = Measured(
        {"ours-cold-1000": _costs(1.5), "ours-cold-5000": _costs(7.25), "hugo-cold-5000": _costs(12)},
        {1000: [10_000, 20_000], 5000: [10_000, 20_000]},
    )
    (tmp_path / "figures.json").write_text(json.dumps(measured.as_json()), encoding="utf-8")

    kept = ["--read", str(tmp_path / "figures.json"), "--plot", str(tmp_path / "plot.svg")]
    assert bench.main(["build", *kept]) == 0

    assert capsys.readouterr().out == f"{table(measured)}\n"
    assert (tmp_path / "plot.svg").read_text(encoding="utf-8") == plot(measured.samples)


@pytest.mark.parametrize(("subject", "rows"), [("check", ["check"]), ("serve", ["preview"]), ("build", list(ROWS))])
def test_each_subject_measures_its_own_rows(monkeypatch: pytest.MonkeyPatch, subject: str, rows: list[str]) -> None:
    """Unless the command line says otherwise."""
    asked: list[list[str]] = []

    def measure(_place: object, wanted: list[str], *_: object) -> Measured:
        asked.append(wanted)
        return Measured()

    monkeypatch.setattr(bench_build, "measure", measure)

    assert bench.main([subject]) == bench.main([subject, "--only", "growth"]) == 0
    assert asked == [rows, ["growth"]]


def test_the_plot_has_a_line_for_each_generator() -> None:
    """Cold builds of several sizes are drawn; the rest is not."""
    samples = {
        "ours-cold-1000": _costs(1, 2, 3),
        "ours-cold-5000": _costs(9),
        "hugo-cold-1000": _costs(3),
        "hugo-cold-5000": _costs(12),
        "ours-edited-5000": _costs(0.5),
        "mkdocs-cold-0": _costs(0.7),
    }
    root = ET.fromstring(plot(samples))  # noqa: S314 - our own text

    lines = root.findall("{*}polyline")
    assert len(lines) == 2
    assert all(len(line.attrib["points"].split()) == 2 for line in lines)
    words = [text.text for text in root.findall("{*}text")]
    assert {"cẩm nang", "Hugo", "1.000", "5.000"} <= set(words)


def test_one_size_is_no_growth() -> None:
    """A plot of points is refused."""
    with pytest.raises(ValueError, match="two numbers"):
        plot({"ours-cold-1000": _costs(1)})


@pytest.mark.parametrize("arguments", [["nothing"], ["build", "--only", "nothing"], []])
def test_what_cannot_be_measured_is_refused(arguments: list[str]) -> None:
    """An unknown subject, an unknown row, and no subject end with 2."""
    with pytest.raises(SystemExit) as ended:
        bench.main(arguments)

    assert ended.value.code == 2
