"""What a page costs on a slow line: bytes as a real server sends them, and text that stays in its place meanwhile."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from browser.editions import free_port
from browser.nginx import running
from browser.opening import KINDS
from browser.publishing import Site

FIRST, NEXT = 200 * 1024, 40 * 1024
"""Bytes over the line for a page that is opened first, fonts included, and for one opened after another."""
LONG_LISTS = {"bien-tap/doi-chieu/": 80 * 1024}
"""What only editors read and what lists every fact there is; its own limit, for the page opened after another."""
SAMPLE = ("start", "checklist", "case", "document", "missing")
"""Pages with a tool, with files, with neither; the long run takes every kind."""
MOST_SHIFT = 0.02
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
"""A telephone where the network is poor: milliseconds, bytes a second."""

# The browser's own measure is of windows of time; all of them together are never less.
_SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 50));
})"""


@pytest.fixture(scope="module")
def own(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own handbook, served."""
    site = Site(whole_site, free_port())
    with running(site.folder, tmp_path_factory.mktemp("nginx"), site.port):
        yield site


@pytest.fixture(scope="module")
def second(published: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The second handbook, served."""
    with running(published.folder, tmp_path_factory.mktemp("nginx"), published.port):
        yield published


@contextmanager
def device(browser: Browser, *, width: int = 360) -> Iterator[BrowserContext]:
    """Give a device that has never been here."""
    context = browser.new_context(viewport={"width": width, "height": 740}, locale="vi-VN")
    yield context
    context.close()


class Line:
    """What comes over the line into a tab."""

    def __init__(self, page: Page) -> None:
        """Listen to a tab."""
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.sent = 0
        self.session.on("Network.loadingFinished", self._count)
        self.session.send("Network.enable")

    def _count(self, event: dict[str, Any]) -> None:
        self.sent += int(event["encodedDataLength"])

    def bytes_of(self, page: Page, address: str) -> int:
        """Open an address and give what it cost."""
        before = self.sent
        page.goto(address, wait_until="networkidle")
        return self.sent - before


def heaviest(site: Path) -> list[str]:
    """Give the addresses of the start page and of the longest page in each section."""
    sections = [sorted(folder.rglob("*.html")) for folder in site.iterdir() if folder.is_dir()]
    longest = [max(pages, key=lambda page: page.stat().st_size) for pages in sections if pages]
    return ["", *sorted(page.parent.relative_to(site).as_posix() + "/" for page in longest)]


@pytest.mark.parametrize("kinds", [SAMPLE, pytest.param(KINDS, marks=pytest.mark.long)])
def test_a_first_visit_costs_little(browser: Browser, second: Site, kinds: Iterable[str]) -> None:
    """Each kind of page is somebody's first."""
    costs = {}
    for path in map(KINDS.__getitem__, kinds):
        with device(browser) as reader:
            page = reader.new_page()
            costs[path] = Line(page).bytes_of(page, second.address + path)

    assert min(costs.values()) > 20_000, "something was not counted"
    assert {path: cost for path, cost in costs.items() if cost > FIRST} == {}


def test_the_heaviest_pages_cost_little(browser: Browser, own: Site) -> None:
    """The longest page of each section, after the start page was read."""
    with device(browser) as reader:
        page = reader.new_page()
        line = Line(page)
        first = line.bytes_of(page, own.address)
        costs = {path: line.bytes_of(page, own.address + path) for path in heaviest(own.folder) if path}

    assert first <= FIRST
    assert len(costs) > 15
    assert {path: cost for path, cost in costs.items() if cost > LONG_LISTS.get(path, NEXT)} == {}


def test_all_a_heavy_page_needs_fits_a_first_visit(browser: Browser, own: Site) -> None:
    """Whoever comes by a link to the heaviest page that readers have waits no longer than for another."""
    paths = [path for path in heaviest(own.folder) if path not in LONG_LISTS]
    path = max(paths, key=lambda one: (own.folder / one / "index.html").stat().st_size)
    with device(browser) as reader:
        page = reader.new_page()
        cost = Line(page).bytes_of(page, own.address + path)

    assert cost <= FIRST, path


@pytest.mark.parametrize(
    ("width", "kinds"),
    [
        (360, SAMPLE),
        pytest.param(360, KINDS, marks=pytest.mark.long),
        pytest.param(1366, KINDS, marks=pytest.mark.long),
    ],
)
def test_nothing_moves_while_a_page_arrives(browser: Browser, second: Site, width: int, kinds: Iterable[str]) -> None:
    """On a slow line fonts, styles and scripts come one after another, and text stays where it was."""
    moved = {}
    for path in map(KINDS.__getitem__, kinds):
        with device(browser, width=width) as reader:
            page = reader.new_page()
            Line(page).session.send("Network.emulateNetworkConditions", SLOW)
            page.goto(second.address + path, wait_until="networkidle")
            page.evaluate("document.fonts.ready.then(() => true)")
            moved[path] = page.evaluate(_SHIFT)

    assert {path: shift for path, shift in moved.items() if shift > MOST_SHIFT} == {}


def test_every_picture_has_its_size(browser: Browser, second: Site) -> None:
    """So that its place is kept before it comes, and it is shown in its own proportions."""
    with device(browser) as reader:
        page = reader.new_page()
        page.goto(f"{second.address}gioi-thieu/")
        picture = page.locator("article img")
        told = [int(str(picture.get_attribute(side))) for side in ("width", "height")]
        picture.scroll_into_view_if_needed()
        page.wait_for_function("() => document.querySelector('article img').complete")
        real = picture.evaluate("picture => [picture.naturalWidth, picture.naturalHeight]")
        box = picture.bounding_box()

    assert told == real
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(real[0] / real[1], rel=0.02)
