"""A real browser over the real site: built once, served on loopback, opened in Chromium."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from building import ROOT, SECOND, build


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: requests are not the tests' output."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the built site is served."""
    with served(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture(scope="session")
def second_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the second handbook is served: small, with one page of each kind, and stable."""
    with served(SECOND / "mkdocs.yml", tmp_path_factory.mktemp("second"), "cu-dan/") as found:
        yield found


@contextmanager
def served(configuration: Path, folder: Path, base: str = "site/") -> Iterator[str]:
    """Build a handbook under a folder and serve it on loopback, below the path that its address has."""
    done = build(configuration, folder / base)
    assert done.returncode == 0, done.stdout + done.stderr
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{base}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system's packages have it."""
    chromium = shutil.which("chromium")
    assert chromium, "scripts/test.py installs Chromium"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()
