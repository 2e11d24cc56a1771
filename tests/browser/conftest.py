"""A real browser over the real site: built once, served on loopback, opened in Chromium."""

import functools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from browser import axe as axe_core
from browser.editions import Editions, make_editions
from browser.every_kind import every_kind
from browser.publishing import Site, publish
from browser.serving import serving
from browser.tool_pages import with_tool_pages
from building import ROOT, SECOND, build
from second_handbooks import copy_of_second

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LARGE = "--blink-settings=defaultFontSize=32"
"""Letters of twice the size, as a reader sets them in the browser."""
PATIENCE = 30_000
"""Milliseconds to wait for what is expected of a page: nothing is asked of a busy machine's speed."""


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the project's own handbook, built."""
    folder = tmp_path_factory.mktemp("browser") / "served"
    done = build(ROOT / "mkdocs.yml", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def address(whole_site: Path) -> Iterator[str]:
    """The address at which it is served."""
    with serving(whole_site) as found:
        yield found


@pytest.fixture(scope="session")
def second_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the second handbook is served: small, with one page of each kind, and stable."""
    with served(SECOND / "mkdocs.yml", tmp_path_factory.mktemp("second"), "cu-dan/") as found:
        yield found


@pytest.fixture(scope="session")
def tools_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a second handbook that has a page for each tool and a meeting held every month."""
    folder = tmp_path_factory.mktemp("tools")
    with served(with_tool_pages(copy_of_second(folder)), folder, "cu-dan/") as found:
        yield found


@pytest.fixture(scope="session")
def every_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a handbook that has a page of every kind."""
    folder = tmp_path_factory.mktemp("every")
    with served(every_kind(folder), folder, "cu-dan/") as found:
        yield found


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """One handbook for all the ways in which its pages come before a reader."""
    return make_editions(tmp_path_factory.mktemp("editions"))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A handbook as it stands on a host, with all that can be published."""
    return publish(tmp_path_factory.mktemp("published"))


@contextmanager
def served(configuration: Path, folder: Path, base: str = "", port: int = 0) -> Iterator[str]:
    """Build a handbook and serve it on loopback, below the path that its address has; any free port for 0."""
    root = folder / "served"
    done = build(configuration, root / base)
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(root, base, port) as address:
        yield address


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core's script."""
    return axe_core.script()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system's packages have it."""
    chromium = shutil.which("chromium")
    assert chromium, "scripts/test.py installs Chromium"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield from _quiet(playwright.chromium.launch(executable_path=chromium, args=FLAGS))


@pytest.fixture(scope="session")
def browser_with_large_letters(browser: Browser) -> Iterator[Browser]:
    """Chromium as a reader has it who needs letters of twice the size."""
    yield from _quiet(browser.browser_type.launch(executable_path=shutil.which("chromium"), args=[*FLAGS, LARGE]))


def _quiet(running: Browser) -> Iterator[Browser]:
    """Every page would fetch the whole handbook to keep it; the tests of that say service_workers="allow"."""
    quiet = functools.partial(running.new_context, service_workers="block")
    running.new_context = quiet  # type: ignore[method-assign]
    yield running
    running.close()
