"""What scripts weigh: little enough for a phone on a slow network, and nothing on pages that do not use it."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.marking import reader
from browser.opening import KINDS
from building import ROOT
from handbook.publish.scripts import joined
from handbook.publish.slimming import slimmed

BUDGET = 30 * 1024
"""Bytes, compressed one by one, of all scripts of ours but the search engine's, which has a budget of its own."""
FOR_EDITORS = 1024
"""Bytes more for those who mend: left out where no repository is set."""
MENDING = "mending.js"
OWN = """() => [...document.scripts]
  .map((one) => one.src)
  .filter((src) => src.includes('/handbook') && !src.includes('/search/'))"""


def scripts(page: Page) -> dict[str, int]:
    """Give what each script of ours on the page weighs, by its name."""
    found = {}
    for source in page.evaluate(OWN):
        body = page.request.get(source).body()
        found[urlsplit(source).path.rpartition("/")[2]] = len(gzip.compress(body, 9, mtime=0))
    return found


def test_all_scripts_together_keep_to_their_budget(browser: Browser, tools_address: str) -> None:
    """The page of a tool loads all that there is: what comes before painting, what every page has, what tools have."""
    with reader(browser) as device:
        page = device.new_page()
        page.goto(tools_address + KINDS["checklist"])
        weights = scripts(page)

    assert set(weights) == {"first.js", "page.js", "tools.js"}
    assert sum(weights.values()) <= BUDGET + FOR_EDITORS, weights


def test_what_readers_load_keeps_to_its_budget() -> None:
    """A handbook without a repository carries no links for editors."""
    folder = ROOT / "theme" / "assets" / "javascripts" / "handbook"
    sources = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.js")}
    first = {"first.js": sources.pop("first.js")}
    read = {path: text for path, text in sources.items() if path != MENDING and not path.startswith("search/")}
    weights = {
        name: len(gzip.compress(text.encode(), 9, mtime=0)) for name, text in slimmed(joined(read) | first).items()
    }

    assert sum(weights.values()) <= BUDGET, weights


@pytest.mark.parametrize(
    ("kind", "tools"), [("prose", False), ("document", False), ("criteria", True), ("meeting", True)]
)
def test_tools_come_to_pages_that_offer_one(browser: Browser, tools_address: str, kind: str, *, tools: bool) -> None:
    """What only reads loads no tool."""
    path = KINDS[kind] if kind != "meeting" else "cuoc-hop/hop-thang/"
    with reader(browser) as device:
        page = device.new_page()
        page.goto(tools_address + path)

        assert ("tools.js" in scripts(page)) == tools
