"""Draws cost against the number of records as SVG: plain text, the same for the same figures."""

import math
import re
from collections.abc import Mapping, Sequence
from statistics import median

from commands.timing import Cost
from handbook.text.formats import number

NAME = re.compile(r"(\w+)-cold-([1-9]\d*)")
LABELS = {"ours": "cẩm nang", "hugo": "Hugo", "eleventy": "Eleventy", "mkdocs": "MkDocs + Material"}
COLOURS = {"ours": "#b3261e", "hugo": "#00639b", "eleventy": "#5c6f00", "mkdocs": "#6b5778"}
WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 150, 40, 50
STEPS = (1, 2, 5)
LINE = 15
"""The height of a line of text."""


def plot(samples: Mapping[str, Sequence[Cost]]) -> str:
    """Draw the medians of CPU seconds of all cold builds, both axes by powers of ten: straight and steep as growth is.

    Raises:
        ValueError: Fewer than two numbers of records were measured.
    """
    lines: dict[str, dict[int, float]] = {}
    for name, costs in samples.items():
        if (found := NAME.fullmatch(name)) and found[1] in LABELS and costs:
            lines.setdefault(found[1], {})[int(found[2])] = median(cost.cpu for cost in costs)
    counts = sorted({count for line in lines.values() for count in line})
    if len(counts) < 2:  # noqa: PLR2004 - one is a point
        raise ValueError("a plot needs builds of two numbers of records")
    seconds = [value for line in lines.values() for value in line.values()]
    lowest, highest = _tick_below(min(seconds)), _tick_above(max(seconds))
    ticks = [value for value in _ticks() if lowest <= value <= highest]

    def across(count: float) -> float:
        return _along(count, counts[0], counts[-1], LEFT, WIDTH - RIGHT)

    def up(value: float) -> float:
        return _along(value, ticks[0], ticks[-1], HEIGHT - BOTTOM, TOP)

    frame = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>',
        "<title>Giây CPU để dựng mới, theo số bản ghi</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20">Giây CPU để dựng mới</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">số bản ghi</text>',
    ]
    for tick in ticks:
        parts.append(f'<path d="M{LEFT} {up(tick):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{up(tick) + 4:.1f}" text-anchor="end">{number(tick)}</text>')
    for count in counts:
        here = f"{across(count):.1f}"
        parts.append(f'<path d="M{here} {TOP}V{HEIGHT - BOTTOM}" stroke="#eee"/>')
        parts.append(f'<text x="{here}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{number(count)}</text>')
    ends: dict[str, tuple[float, float]] = {}
    for engine, line in sorted(lines.items()):
        points = [(across(count), up(value)) for count, value in sorted(line.items())]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        colour = COLOURS[engine]
        parts.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points]
        ends[engine] = points[-1]
    for engine, (end, height) in _apart(ends).items():
        place = f'x="{end + 8:.1f}" y="{height + 4:.1f}"'
        parts.append(f'<text {place} fill="{COLOURS[engine]}">{LABELS[engine]}</text>')
    return "\n".join((*parts, "</svg>", ""))


def _apart(ends: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Move labels down that would stand on the one above."""
    moved: dict[str, tuple[float, float]] = {}
    above = 0.0
    for engine, (end, height) in sorted(ends.items(), key=lambda one: one[1][1]):
        above = max(height, above + LINE)
        moved[engine] = (end, above)
    return moved


def _along(value: float, low: float, high: float, start: float, end: float) -> float:
    """Give the place of a value between two others on a line that counts in powers of ten."""
    return start + (end - start) * (math.log(value) - math.log(low)) / (math.log(high) - math.log(low))


def _ticks() -> list[float]:
    return [step * 10.0**power for power in range(-2, 5) for step in STEPS]


def _tick_below(value: float) -> float:
    return max((tick for tick in _ticks() if tick <= value), default=_ticks()[0])


def _tick_above(value: float) -> float:
    return min((tick for tick in _ticks() if tick >= value), default=_ticks()[-1])
