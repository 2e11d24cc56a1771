"""A copy of the second handbook whose site is on show, as a preview has it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from building import ROOT
from commands import build
from commands.caching import cache_of
from commands.preview_ahead import PreviewAhead
from second_handbooks import copy_of_second

DAY = dt.date(2026, 11, 22)
CASE = "du-lieu/cases/toa-b.md"
PAGE = "chuyen/toa-b/index.html"


class Preview:
    """A handbook with its site on show."""

    def __init__(self, folder: Path) -> None:
        self.config = copy_of_second(folder)
        text = self.config.read_text("utf-8")
        for name in ("theme", "hooks"):
            text = text.replace(f"../../{name}", str(ROOT / name))
        self.config.write_text(text, "utf-8")
        self.site = folder / "site"
        self.cache = folder / "cache"
        self.ahead = PreviewAhead(self.config, DAY, self.site, cache_of(self.cache, self.config))

    def build(self) -> bool:
        """Build the whole site."""
        named = ["--config-file", str(self.config), "--site-dir", str(self.site), "--date", DAY.isoformat()]
        is_good = build.main([*named, "--files", "later", "--cache", str(self.cache)]) == 0
        self.ahead.follow(is_good=is_good)
        return is_good

    def change(self, name: str, change: Callable[[str], str]) -> Path:
        """Change a file of the handbook."""
        file = self.config.parent / name
        file.write_text(change(file.read_text("utf-8")), "utf-8")
        return file

    def page(self) -> str:
        """Give the page of a case, as it is on show."""
        return (self.site / PAGE).read_text("utf-8")
