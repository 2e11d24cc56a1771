"""HTML as the standard has it: the validator of the standard's own checkers finds no error on any page."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from browser.publishing import OLD, Site
from building import ROOT

VALIDATOR = ROOT / ".cache" / "browser" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(pages: Iterable[Path]) -> list[str]:
    """Judge pages, and say what is wrong with each; advice is left aside, some of it does not know the page's host."""
    java = shutil.which("java")
    assert java, "scripts/test.py installs Java"
    assert VALIDATOR.exists(), "scripts/test.py installs the validator"
    command = [
        java,
        "-Xss4m",
        "-jar",
        str(VALIDATOR),
        "--errors-only",
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
    ]
    done = subprocess.run([*command, *pages], capture_output=True, check=True, encoding="utf-8")
    told = json.loads(done.stdout)["messages"]
    return [f"{one['url']}:{one.get('lastLine')} {one['message']} {one.get('extract', '').strip()}" for one in told]


def test_every_page_of_the_second_handbook_is_valid(published: Site) -> None:
    """All kinds, all tools, the page at an old address and the one for what is not found."""
    pages = sorted(published.folder.rglob("*.html"))

    assert {published.folder / OLD / "index.html", published.folder / "404.html"} < set(pages)
    assert errors(pages) == []


def test_the_richest_page_of_each_section_is_valid(whole_site: Path) -> None:
    """The longest one of the project's own handbook, since it has most to do wrong."""
    longest = [max(pages, key=lambda page: page.stat().st_size) for pages in _sections(whole_site)]

    assert len(longest) > 15
    assert errors(longest) == []


@pytest.mark.long
def test_every_page_is_valid(whole_site: Path) -> None:
    """All of the project's own handbook."""
    assert errors(sorted(whole_site.rglob("*.html"))) == []


def test_a_fault_is_seen(tmp_path: Path) -> None:
    """The validator is there and says what is wrong."""
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang=vi><title>A</title><p><div id=a></div></p><i id=a></i>", encoding="utf-8"
    )

    assert len(errors([page])) == 2


def _sections(site: Path) -> Iterable[list[Path]]:
    for folder in site.iterdir():
        if pages := sorted(folder.rglob("*.html")) if folder.is_dir() else []:
            yield pages
