"""The ways in which a page comes before a reader: exchanged, come back to, kept on the device, as a file on a stick.

One handbook, the second one with a page for each tool, is built once; every way shows its pages.
"""

import socket
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from browser.opening import ZONE
from browser.serving import serving
from browser.tool_pages import PAGE, with_tool_pages
from building import DATE, build, run_command
from second_handbooks import copy_of_second

BASE = "cu-dan/"
OFFLINE = "cong-cu/offline/"
Show = Callable[[str], None]
"""Brings a page before the reader; takes its path."""

KEPT = """() => navigator.serviceWorker.ready.then(async () => {
  const names = await caches.keys();
  return Boolean(await (await caches.open(names[0])).match(new URL("offline/plan.json", __md_scope)));
})"""


@dataclass(frozen=True, slots=True)
class Editions:
    """What the ways need."""

    root: Path
    """Holds the site at `BASE`."""
    port: int
    """The one that the site believes to be served at."""
    folder: Path
    """What was unpacked from the ZIP."""


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def make_editions(folder: Path) -> Editions:
    """Build the handbook for a server and for a folder."""
    port = free_port()
    config = with_tool_pages(copy_of_second(folder))
    page = config.parent / "bai-viet" / OFFLINE.rstrip("/")
    page.with_suffix(".md").write_text(PAGE.format(title="Đọc khi không có mạng", tool="offline"), encoding="utf-8")
    case = config.parent / "du-lieu" / "cases" / "tang-12.md"  # lists are filtered where entries differ
    case.write_text(case.read_text(encoding="utf-8").replace("[high-floor]", "[shop-floor]"), encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    text = text.replace("https://vi-du.example/", f"http://127.0.0.1:{port}/")  # pages are exchanged only there
    text = text.replace("    - navigation.indexes", "    - navigation.indexes\n    - navigation.instant")
    config.write_text(f"{text}  - Đọc khi không có mạng: {OFFLINE.rstrip('/')}.md\n", encoding="utf-8")
    done = build(config, folder / "served" / BASE)
    assert done.returncode == 0, done.stdout + done.stderr
    packed = folder / "edition.zip"
    done = run_command("folder", "--config-file", config, "--date", DATE, "--no-files", "--output", packed)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder / "stick")
    return Editions(folder / "served", port, folder / "stick")


@contextmanager
def device(browser: Browser, *, keeps: bool = False, width: int = 1366) -> Iterator[Page]:
    """Give a tab on a device of its own; one that `keeps` may have a service worker."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        locale="vi-VN",
        timezone_id=ZONE,
        reduced_motion="reduce",
        service_workers="allow" if keeps else "block",
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    try:
        yield page
    finally:
        context.close()


@contextmanager
def exchanged(editions: Editions, browser: Browser) -> Iterator[tuple[Page, Show]]:
    """Pages come in the place of the start page, without a load."""
    with serving(editions.root, BASE, editions.port) as address, device(browser) as page:

        def show(path: str) -> None:
            page.goto(address)
            page.wait_for_load_state("networkidle")  # the theme has to know the site map
            page.evaluate("globalThis.isSameDocument = true")
            follow(page, address + path)
            page.wait_for_function("address => location.href === address", arg=address + path)
            page.wait_for_function("() => document.activeElement.id === 'noi_dung'")
            assert page.evaluate("globalThis.isSameDocument")

        yield page, show


@contextmanager
def come_back_to(editions: Editions, browser: Browser) -> Iterator[tuple[Page, Show]]:
    """The reader was on the page, went on, and comes back by the browser's own button."""
    with serving(editions.root, BASE, editions.port) as address, device(browser) as page:

        def show(path: str) -> None:
            page.goto(address + path)
            page.goto(f"{address}mang-ve/")
            page.go_back()
            page.wait_for_load_state("networkidle")  # a tab that is loaded anew has to be ready

        yield page, show


@contextmanager
def kept(editions: Editions, browser: Browser) -> Iterator[tuple[Page, Show]]:
    """The reader was here once; since then no server answers."""
    with device(browser, keeps=True) as page:
        with serving(editions.root, BASE, editions.port) as address:
            page.goto(address)
            page.wait_for_function(KEPT)
        yield page, lambda path: void(page.goto(address + path))


@contextmanager
def on_a_stick(editions: Editions, browser: Browser) -> Iterator[tuple[Page, Show]]:
    """The page is a file."""
    inside = editions.folder / "cam-nang"
    with device(browser) as page:
        yield page, lambda path: void(page.goto((inside / path / "index.html").as_uri()))


WAYS = {"exchanged": exchanged, "come back to": come_back_to, "kept": kept, "on a stick": on_a_stick}


def follow(page: Page, address: str) -> None:
    """Follow a link to an address, whether the page has one or not."""
    page.evaluate(
        """(href) => {
          const link = Object.assign(document.createElement("a"), { href, textContent: "Đi" });
          document.querySelector("article").append(link);
          link.click();
        }""",
        address,
    )


def void(_: object) -> None:
    """Leave a result aside."""
