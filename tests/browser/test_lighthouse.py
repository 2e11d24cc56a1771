"""Lighthouse over one page of each kind: accessibility, best practices, search engines; nothing moves on arrival."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.every_kind import MOVED, PAGES
from building import ROOT
from commands.npm import Package, provide_package

LIGHTHOUSE = Package("lighthouse", ROOT / "requirements" / "lighthouse", Path("lighthouse", "cli", "index.js"))
CATEGORIES = ("accessibility", "best-practices", "seo")
LARGEST_SHIFT = 0.02
FLAGS = "--headless=new --no-sandbox --disable-gpu"
KINDS = [kind for kind in PAGES if kind not in {*MOVED, "missing"}]
"""Those that a search engine may list."""


@pytest.fixture(scope="session")
def lighthouse() -> Path:
    """The program; fetched here, since only the long form needs it."""
    return provide_package(LIGHTHOUSE, print)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_full_marks(lighthouse: Path, every_address: str, kind: str) -> None:
    """100 of 100 in each category on a phone, and a layout that stays."""
    node = shutil.which("node")
    assert node, "scripts/test.py needs Node.js"
    done = subprocess.run(
        [
            node,
            lighthouse,
            every_address + PAGES[kind],
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--only-audits=cumulative-layout-shift",
            f"--chrome-flags={FLAGS}",
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
    )
    told = json.loads(done.stdout)
    failed = [name for name, audit in told["audits"].items() if audit["score"] is not None and audit["score"] < 1]

    assert {name: told["categories"][name]["score"] for name in CATEGORIES} == dict.fromkeys(CATEGORIES, 1), failed
    assert told["audits"]["cumulative-layout-shift"]["numericValue"] <= LARGEST_SHIFT
