"""The rows of the table: what is compared with what, what is hoped for, and how measured figures are told.

Knows nothing of how they were measured.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from commands.timing import Cost, middle_ratio
from handbook.text.formats import number

PREVIEW = "preview-edited-5000"
KILOBYTE = 1024
EQUAL = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and its goal."""

    words: str
    figure: str
    """ratio: of CPU to that of the other; cpu, wall: seconds; memory: megabytes."""
    ours: str
    goal: float
    theirs: str = ""


ROWS: Mapping[str, Row] = {
    "cold-hugo": Row("dựng mới, 5.000 bản ghi; so với Hugo", "ratio", "ours-cold-5000", 0.8, "hugo-cold-5000"),
    "cold-stock": Row(
        "dựng mới, 1.000 bản ghi; so với MkDocs + Material", "ratio", "ours-cold-1000", 0.15, "mkdocs-cold-1000"
    ),
    "edited": Row(
        "sửa một bản ghi trong 5.000; so với Hugo dựng lại", "ratio", "ours-edited-5000", 0.06, "hugo-edited-5000"
    ),
    "unchanged": Row(
        "không sửa gì, 1.000 bản ghi; so với Material một trang", "ratio", "ours-unchanged-1000", 1.5, "mkdocs-cold-0"
    ),
    "growth": Row("dựng mới, 5.000 so với 1.000 bản ghi", "ratio", "ours-cold-5000", 5.2, "ours-cold-1000"),
    "memory": Row("bộ nhớ nhiều nhất khi dựng mới 5.000 bản ghi", "memory", "ours-cold-5000", 300),
    "check": Row("kiểm tra 5.000 bản ghi", "cpu", "check-cold-5000", 3),
    "preview": Row("xem trước, 5.000 bản ghi: từ lúc lưu đến lúc trang hiện lại", "wall", PREVIEW, 2),
}
CURVE = (250, 1000, 2500, 5000)
CURVE_ENGINES = ("ours", "hugo", "eleventy", "mkdocs")
UNITS = {"ratio": "×", "cpu": " s CPU", "wall": " s", "memory": " MB"}
HTML_COUNTS = (1000, 5000)
HTML_GOALS = (40, 80)
"""Kilobytes of a record's page: the median, and what 95 of 100 stay below."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that a run has measured."""

    samples: dict[str, list[Cost]] = field(default_factory=dict)
    """Costs by the name of the subject, in the order of the rounds."""
    pages: dict[int, list[int]] = field(default_factory=dict)
    """Bytes of the records' pages, sorted, by the number of records."""

    def as_json(self) -> dict[str, Any]:
        """Give plain values."""
        samples = {
            name: [[round(cost.cpu, 3), round(cost.wall, 3), round(cost.memory, 1)] for cost in costs]
            for name, costs in self.samples.items()
        }
        return {"samples": samples, "pages": {str(count): sizes for count, sizes in self.pages.items()}}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Measured":
        """Read plain values."""
        samples = {name: [Cost(*cost) for cost in costs] for name, costs in told["samples"].items()}
        return cls(samples, {int(count): sizes for count, sizes in told["pages"].items()})


def subjects_of(rows: Sequence[str], *, curve: bool) -> list[str]:
    """Name what has to be run for some rows, pairs beside each other, each once."""
    names = [name for row in rows for name in (ROWS[row].ours, ROWS[row].theirs) if name and name != PREVIEW]
    if curve:
        names += [f"{engine}-cold-{count}" for count in CURVE for engine in CURVE_ENGINES]
    return list(dict.fromkeys(names))


def table(measured: Measured) -> str:
    """Tell all rows that were measured as a table in Markdown."""
    lines = ["| việc | ở đây | so với | kết quả | mục tiêu |", "| --- | --: | --: | --: | --: |"]
    for row in ROWS.values():
        ours, theirs = measured.samples.get(row.ours, []), measured.samples.get(row.theirs, [])
        rounds = min(len(ours), len(theirs)) if row.theirs else len(ours)
        if rounds:
            lines.append(_line(row, ours[:rounds], theirs[:rounds]))
    for count in HTML_COUNTS:
        if sizes := measured.pages.get(count):
            middle, most = (size / KILOBYTE for size in middle_and_most(sizes))
            words = f"HTML một trang bản ghi, {number(count)} bản ghi: trung vị; 95 trên 100"
            goal = "; ".join(f"≤ {kilobytes} KB" for kilobytes in HTML_GOALS)
            lines.append(f"| {words} | | | {_told(middle)} KB; {_told(most)} KB | {goal} |")
    if all(measured.pages.get(count) for count in HTML_COUNTS):
        few, many = (median(measured.pages[count]) for count in HTML_COUNTS)
        words = "HTML một trang bản ghi, 5.000 so với 1.000"
        lines.append(f"| {words} | | | {_told(many / few)}× | {_told(1 - EQUAL)}–{_told(1 + EQUAL)}× |")
    return "\n".join(lines)


def middle_and_most(sizes: Sequence[int]) -> tuple[float, float]:
    """Give the median, and the size that 95 of 100 do not pass."""
    return median(sizes), sorted(sizes)[max(0, -(-len(sizes) * 95 // 100) - 1)]


def _line(row: Row, ours: Sequence[Cost], theirs: Sequence[Cost]) -> str:
    here, there = "", ""
    if row.figure == "ratio":
        one, other = [cost.cpu for cost in ours], [cost.cpu for cost in theirs]
        figure = middle_ratio(one, other)
        here, there = (f"{_told(median(values))} s CPU" for values in (one, other))
    else:
        figure = median(getattr(cost, row.figure) for cost in ours)
    unit = UNITS[row.figure]
    return f"| {row.words} | {here} | {there} | {_told(figure)}{unit} | ≤ {number(row.goal)}{unit} |"


def _told(value: float) -> str:
    """Write three digits."""
    hundred, ten = 100, 10
    return number(round(value) if value >= hundred else round(value, 1 if value >= ten else 2 if value >= 1 else 3))
