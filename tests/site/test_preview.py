"""The preview as an editor has it: one command, then saved changes show, and so do faults."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from building import ROOT
from second_handbooks import copy_of_second

ADDRESS = re.compile(r"http://[\d.:]+/")
CASE = "du-lieu/cases/toa-b.md"
LONGEST_WAIT = 240
"""Seconds after which a preview is taken to be stuck, however slow the machine."""


class Preview:
    """A running preview of a handbook."""

    def __init__(self, config: Path, address: str) -> None:
        self.case = config.parent / CASE
        self.address = address

    def page(self) -> str:
        """Give the page of a case."""
        try:
            with urlopen(f"{self.address}chuyen/toa-b/", timeout=LONGEST_WAIT) as answer:  # noqa: S310 - our own address
                return str(answer.read().decode())
        except HTTPError as error:  # there is no site yet
            return str(error.read().decode())

    def state(self, wanted: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """Listen to what the preview tells until it tells what is wanted."""
        stop = time.monotonic() + LONGEST_WAIT
        with closing(urlopen(f"{self.address}_preview/events", timeout=LONGEST_WAIT)) as told:  # noqa: S310 - our own address
            for line in told:
                if line.startswith(b"data: ") and wanted(state := json.loads(line[6:])):
                    return dict(state)
                assert time.monotonic() < stop
        raise AssertionError("the preview ended")

    def write(self, text: str) -> None:
        """Save the case."""
        self.case.write_text(text, "utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview whose first build is done."""
    config = copy_of_second(tmp_path)
    text = config.read_text("utf-8")
    for name in ("theme", "hooks"):
        text = text.replace(f"../../{name}", str(ROOT / name))
    config.write_text(text, "utf-8")
    command = [
        sys.executable,
        "-X",
        "utf8",
        str(ROOT / "scripts/serve.py"),
        "--config-file",
        str(config),
        "--port",
        "0",
    ]
    with subprocess.Popen([*command, "--date", "2026-11-22"], stdout=subprocess.PIPE, encoding="utf-8") as running:
        try:
            found = next(match for line in running.stdout or () if (match := ADDRESS.search(line)))
            made = Preview(config, found.group())
            made.state(lambda state: state["site_number"] == 1)
            yield made
        finally:
            running.send_signal(signal.SIGTERM)


def test_a_saved_change_shows_and_so_does_a_fault(preview: Preview) -> None:
    """A record is shown ahead of the build and by the build; a fault leaves the last good page to be read."""
    text = preview.case.read_text("utf-8").rstrip()

    preview.write(f"{text}\n\nCâu vừa viết thêm.\n")
    preview.state(lambda state: state["site_number"] == 2)
    assert "Câu vừa viết thêm." in preview.page()
    preview.state(lambda state: state["site_number"] == 3)
    assert "Câu vừa viết thêm." in preview.page()

    preview.write(f"{text}\n\n((khong-co)) Câu hỏng.\n")
    told = preview.state(lambda state: state["outcome_number"] == 5)
    assert told["site_number"] == 3
    assert "khong-co" in json.dumps(told["remarks"])
    assert "Câu vừa viết thêm." in preview.page()

    preview.write(f"{text}\n\nCâu đã sửa.\n")
    preview.state(lambda state: state["site_number"] == 6)
    preview.write(f"{text}\n\nCâu sửa trong lúc đang dựng.\n")  # the build that has begun is stopped
    preview.state(lambda state: state["site_number"] == 7)
    assert "Câu sửa trong lúc đang dựng." in preview.page()
    preview.state(lambda state: state["site_number"] == 8)
    assert "Câu sửa trong lúc đang dựng." in preview.page()
