"""What scripts weigh: little enough for a phone on a slow network, and nothing on pages that do not use it."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.marking import reader
from browser.opening import KINDS

BUDGET = 31 * 1024
"""Bytes, compressed one by one, of all scripts of ours but the search engine's, which has a budget of its own: 30 for
readers, and one for those who mend, which is left out where no repository is set."""
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
