"""Asks axe-core what is wrong with the page that is open, as it stands. Knows no page of any handbook."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from building import ROOT

SCRIPT = ROOT / ".cache" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
ALL = [*LEVELS, "best-practice"]
"""WCAG 2.2, levels A and AA, and what axe-core advises besides."""

_RUN = "levels => axe.run(document, {runOnly: levels, resultTypes: ['violations']})"


def script() -> str:
    """Give the text of axe-core's script."""
    assert Path(SCRIPT).exists(), "scripts/test.py installs axe-core"
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, axe: str, levels: list[str] = ALL) -> list[tuple[str, list[str]]]:
    """Give each broken rule with the beginning of the elements that break it."""
    page.evaluate("scrollTo(0, 0)")  # what is scrolled half under the bar at the top would be judged as cut off
    page.evaluate(axe)
    told: dict[str, Any] = page.evaluate(_RUN, levels)
    return [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in told["violations"]]
