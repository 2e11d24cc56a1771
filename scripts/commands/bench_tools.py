"""Ticks a checklist of 300 items in Chromium, four times slower than this machine, and tells what keeps one waiting.

A task of more than 50 ms is one that a reader feels. Beside it stands what all scripts of a site weigh.
"""

import functools
import gzip
import http.server
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from commands.bench_browser import open_browser

ROOT = Path(__file__).resolve().parents[2]
ITEMS = 300
SLOWER = 4
TICKS = 40
MEETINGS = (1, 12)
"""How many meetings of the checklist are kept on the device."""
PAUSE = 100
"""Milliseconds."""
FELT = 50
"""Milliseconds: what a longer task keeps waiting is felt."""
BUDGET = 30_720
"""Bytes, compressed, of all scripts but the search engine's."""
SEARCH = "search"
CHECKLIST = "viec/hop-cu-dan/"
EXTRA = """\
      - id: extra-{number}
        text: Việc thêm số {number}, viết dài bằng một câu thường gặp trong bảng kiểm của chi bộ.
        duty: should
        roles: [floor-head]
"""
TICK = """(id) => {
  performance.mark("tick-begins");
  document.getElementById(id).click();
  requestAnimationFrame(() => setTimeout(() => performance.mark("tick-ends"), 0));
}"""
SHOW = "(id) => document.getElementById(id).scrollIntoView({ block: 'center' })"
SETTLED = "() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))"
"""What came into view is drawn, which belongs to no tick: nothing is left to do for a moment."""
MAIN_THREAD = "CrRendererMain"
CATEGORIES = ["toplevel", "blink.user_timing", "devtools.timeline"]


def measure_tools(rounds: int) -> str:
    """Measure and give the table, as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        site = _built(Path(folder))
        with _served(site) as address, open_browser() as browser:
            found = {
                runs: [task for _ in range(rounds) for task in _ticked(browser, address + CHECKLIST, runs)]
                for runs in MEETINGS
            }
        rows = {
            f"Tích ô, {ITEMS} việc, {runs} buổi đang giữ, máy chậm đi {SLOWER} lần: tác vụ dài nhất": _told(tasks)
            for runs, tasks in found.items()
        }
        lines = [f"| {name} | {value} |" for name, value in (rows | _weights(site)).items()]
    return "\n".join(["| Đo | Kết quả |", "| --- | --- |", *lines])


def _told(tasks: list[float]) -> str:
    felt = sum(task > FELT for task in tasks)
    return f"{max(tasks):.0f} ms ({felt} tác vụ quá {FELT} ms trong {len(tasks)})"


def _built(folder: Path) -> Path:
    """Build the second handbook with a checklist that is very long."""
    shutil.copytree(ROOT / "tests" / "second_handbook", folder / "handbook")
    file = folder / "handbook" / "du-lieu" / "checklists" / "hop-cu-dan.yml"
    text = file.read_text(encoding="utf-8")
    items = "".join(EXTRA.format(number=number) for number in range(ITEMS - text.count("  - id: ")))
    before, place, after = text.partition("      - id: shop-list\n")
    file.write_text(before + items + place + after, encoding="utf-8")
    configuration = folder / "handbook" / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text(encoding="utf-8").replace("../..", ROOT.as_posix()), encoding="utf-8"
    )
    site = folder / "site"
    command: list[str | Path] = [
        sys.executable,
        ROOT / "scripts" / "build.py",
        "--config-file",
        configuration,
        "--site-dir",
        site,
    ]
    subprocess.run([*command, "--files", "none"], check=True, capture_output=True)
    return site


def _ticked(browser: Browser, address: str, runs: int) -> list[float]:
    """Tick boxes all over the list, with so many meetings kept; gives the milliseconds of each task."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".sh-progress")
    for month in range(1, runs):
        _fill_meeting(page, f"3/{month}/2026")
    page.reload()
    page.wait_for_selector(".sh-progress")
    boxes: list[str] = page.evaluate("() => [...document.querySelectorAll('.sh-item__box')].map((box) => box.id)")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.start_tracing(page=page, categories=CATEGORIES)
    for box in boxes[:: ITEMS // TICKS]:
        page.evaluate(SHOW, box)
        page.wait_for_timeout(PAUSE)
        page.evaluate(SETTLED)
        page.evaluate(TICK, box)
        page.wait_for_timeout(PAUSE)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return list(_tasks(events))


def _tasks(events: list[dict[str, Any]]) -> Iterator[float]:
    """Give how long each task of a tick kept the page's own thread; time that other programs took is not in it."""
    marks = sorted((event["ts"], event["name"]) for event in events if event["name"] in {"tick-begins", "tick-ends"})
    ticks = [(begin, end) for (begin, _), (end, name) in itertools.pairwise(marks) if name == "tick-ends"]
    threads = {(event["pid"], event["tid"]) for event in events if event.get("args", {}).get("name") == MAIN_THREAD}
    for event in events:
        if event["name"].endswith("RunTask") and "tdur" in event and (event["pid"], event["tid"]) in threads:
            end = event["ts"] + event["dur"]
            if any(event["ts"] <= last and end >= first for first, last in ticks):
                yield event["tdur"] / 1000


def _fill_meeting(page: Page, day: str) -> None:
    """Keep a meeting in which everything is ticked."""
    page.evaluate("() => { document.querySelector('.sh-more').open = true; }")
    page.get_by_label("Ngày họp", exact=True).fill(day)
    page.keyboard.press("Enter")
    page.evaluate("() => document.querySelectorAll('.sh-item__box:not(:checked)').forEach((box) => box.click())")


def _weights(site: Path) -> dict[str, str]:
    def weight(*, search: bool) -> int:
        scripts = (site / "assets" / "javascripts").glob("handbook*/**/*.js")
        wanted = (file for file in scripts if (SEARCH in file.parent.name) == search)
        return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in wanted)

    return {
        f"Mọi mã, nén, trừ máy tìm (ngân sách {BUDGET / 1024:.0f} KB)": f"{weight(search=False) / 1024:.1f} KB",
        "Mã của máy tìm, nén": f"{weight(search=True) / 1024:.1f} KB",
    }


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
