"""Searches in Chromium as readers do, through the field of the page, and counts what is sent and kept in memory."""

import functools
import gzip
import http.server
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from commands.bench_browser import open_browser

FIRST = "sinh hoat chi bo"
SLOW = "sinh hoat chuyen de qu"
MILLISECONDS_BETWEEN_LETTERS = 250
PARTS_OF_SEARCH = re.compile(r"/(search|workers|pagefind|lunr)/")
LONGEST_WAIT = 600_000

# Puts words into the field and waits until the list says what was found. Material fills it in one go.
_ASK_FIELD = """async (words) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const told = document.querySelector(".md-search-result__meta");
  const answered = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      setTimeout(resolve, 0);
    });
    observer.observe(told, { childList: true });
  });
  field.focus();
  field.value = words;
  field.dispatchEvent(new KeyboardEvent("keyup"));
  await answered;
  return Array.from(document.querySelectorAll(".md-search-result__list > li > a:first-child"), ({ href }) => href);
}"""
_ASK_PAGEFIND = """async (words) => {
  globalThis.engine ??= await import("/pagefind/pagefind.js");
  const { results } = await globalThis.engine.search(words);
  const read = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return read.map(({ url }) => new URL(url, location).href);
}"""


@dataclass(frozen=True, slots=True)
class Costs:
    """What a search costs its reader."""

    at_load: int
    """Bytes that search adds to a page before anybody searches, compressed."""
    first_query: int
    slow_typing: int
    """Bytes while a query is typed letter by letter and every beginning of it is searched for."""
    first_seconds: float
    memory: float
    """Megabytes of the page's process after the first answer."""


@dataclass(slots=True)
class _Served:
    """A folder on loopback, and the bytes of search that were asked for."""

    address: str
    sent: list[int] = field(default_factory=list)


def answers(folder: Path, queries: Sequence[str]) -> list[list[str]]:
    """Give the addresses that each query finds, from the root of the site, best first."""
    with _served(folder) as served, open_browser() as browser:
        page = _opened(browser, served)
        return [_ask(page, served, words) for words in queries]


def costs(folder: Path) -> Costs:
    """Measure what a first visit, a first query and slow typing cost."""
    with _served(folder) as served:
        with open_browser() as browser:
            page = _opened(browser, served)
            at_load, served.sent[:] = sum(served.sent), []
            started = time.perf_counter()
            _ask(page, served, FIRST)
            seconds = time.perf_counter() - started
            first, memory = sum(served.sent), _memory(browser)
        with open_browser() as browser:
            page = _opened(browser, served)
            served.sent.clear()
            for end in range(1, len(SLOW) + 1):
                _ask(page, served, SLOW[:end])
                page.wait_for_timeout(MILLISECONDS_BETWEEN_LETTERS)
            return Costs(at_load, first, sum(served.sent), seconds, memory)


def _ask(page: Page, served: _Served, words: str) -> list[str]:
    is_field = page.locator("[data-md-component=search-query]").count() > 0
    found: list[str] = page.evaluate(_ASK_FIELD if is_field else _ASK_PAGEFIND, words)
    return [urlsplit(address.removeprefix(served.address)).path for address in found]


def _opened(browser: Browser, served: _Served) -> Page:
    page = browser.new_page(viewport={"width": 1366, "height": 800})
    page.set_default_timeout(LONGEST_WAIT)
    page.goto(served.address)
    page.wait_for_load_state("networkidle")
    return page


def _memory(browser: Browser) -> float:
    """Give the memory of the largest process that shows a page, shared pages counted by their share."""
    told: dict[str, Any] = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    renderers = [process["id"] for process in told["processInfo"] if process["type"] == "renderer"]
    rollups = [Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii") for one in renderers]
    return max(int(found[1]) for text in rollups if (found := re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE))) / 1024


@contextmanager
def _served(folder: Path) -> Iterator[_Served]:
    served = _Served("")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                self.send_error(404)
                return
            content = gzip.compress(file.read_bytes(), 6)
            if PARTS_OF_SEARCH.search(urlsplit(self.path).path):
                served.sent.append(len(content))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served.address = f"http://127.0.0.1:{server.server_port}/"
    yield served
    server.shutdown()
    server.server_close()
