"""Tells how far a run has come, or what it waits for: counts on one line, nothing where nobody watches."""

import sys
import time

SILENT_SECONDS = 2.0
SECONDS_BETWEEN = 0.2


class Counting:
    """Prints "words: 12/300" over itself, once the run has lasted two seconds."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._started = time.monotonic()
        self._told = 0.0

    def __call__(self, done: int, of: int) -> None:
        """Take note that `done` of `of` are done."""
        now = time.monotonic()
        is_last = done == of
        if not sys.stderr.isatty() or now - self._started < SILENT_SECONDS:
            return
        if is_last or now - self._told >= SECONDS_BETWEEN:
            self._told = now
            print(f"\r{self._words}: {done}/{of}", end="\n" if is_last else "", file=sys.stderr, flush=True)


def waiting() -> None:
    """Tell people that another command has to end first."""
    print("Một lệnh khác đang dựng trang này; chờ lệnh đó xong…", file=sys.stderr)


def step(text: str) -> None:
    """Tell people who watch what is done now."""
    if sys.stderr.isatty():
        print(text, file=sys.stderr)
