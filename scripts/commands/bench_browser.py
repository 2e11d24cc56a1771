"""The browser in which things are measured: Debian's, installed where it is missing. Chrome's own habits are off."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from commands.debian import provide

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_PROGRAM = "chromium"


def provide_browser() -> None:
    """Make sure that there is a browser, before anything is measured that nobody wants to measure twice.

    Raises:
        NoProgramError: There is none, and it cannot be installed.
    """
    provide({_PROGRAM: (_PROGRAM,)}, lambda text: print(text, file=sys.stderr, flush=True))


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Run a browser."""
    provide_browser()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which(_PROGRAM), args=FLAGS)
        yield running
        running.close()
