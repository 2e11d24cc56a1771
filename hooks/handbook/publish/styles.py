"""From the readable sheets of the theme to the two that a site carries: one for the screen, one for paper.

A page asks for two files and not for thirty, each of which would come with headers as long as itself. Knows the order
in which sheets overrule each other, and nothing of what they say.
"""

import re
from collections.abc import Mapping

SCREEN, PAPER = "screen.css", "print.css"
"""What the sheets are joined into."""

SCREEN_SHEETS = (
    "fonts", "tokens", "type", "frame", "columns", "search", "marks", "page", "notes", "checklist", "meeting", "form",
    "chart", "table", "document", "criteria", "sample", "terms", "home", "files", "tools", "tools-finder",
    "tools-score", "tools-planner", "tools-calculators", "tools-agenda", "offline",
)  # fmt: skip
PAPER_SHEETS = ("print", "print-work", "print-form", "print-tools")
"""In the order in which the later ones overrule the earlier."""

_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


class StyleError(Exception):
    """The sheets are not those that are known; the text says which and what to do, in Vietnamese."""


def joined(sources: Mapping[str, str]) -> dict[str, str]:
    """Join sheets.

    Args:
        sources: The text of each sheet, by its name in the folder of styles.

    Returns:
        The text of each joined sheet, by its name in the same folder.

    Raises:
        StyleError: A sheet is missing, or is one whose place in the order is not known.
    """
    known = {f"{name}.css" for name in (*SCREEN_SHEETS, *PAPER_SHEETS)}
    if missing := known - sources.keys():
        raise StyleError(f"Thiếu tệp kiểu trình bày: {', '.join(sorted(missing))}.")
    if others := sources.keys() - known:
        names = ", ".join(sorted(others))
        raise StyleError(f"Tệp kiểu trình bày chưa có thứ tự: {names}. Thêm tên vào hooks/handbook/publish/styles.py.")
    return {
        name: "".join(_bare(sources[f"{sheet}.css"]) for sheet in sheets)
        for name, sheets in ((SCREEN, SCREEN_SHEETS), (PAPER, PAPER_SHEETS))
    }


def _bare(sheet: str) -> str:
    """Take comments and the space around lines away; what stands between quotation marks stays."""
    told = _COMMENT.sub(lambda found: found[1] or "", sheet)
    return _SPACE.sub("\n", told).strip() + "\n"
