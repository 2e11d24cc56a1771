"""Pages stay readable on a phone however much a handbook holds: none grows with the number of records."""

import re
from pathlib import Path

import pytest

from building import build
from commands.bench_generate import write_handbook

LONGEST_LIST = 300_000
"""Bytes of HTML of any index or report."""
HALF_OF_RECORDS, MOST_RECORDS = 40_000, 80_000
"""Bytes of HTML that half of all records' pages, and 95 of 100, may have."""
GENERATED = re.compile(r"-\d{4}$")
RECORDS = 400


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, int]:
    """Give the bytes of each page of a generated handbook, by its folder."""
    folder = tmp_path_factory.mktemp("lean")
    done = build(write_handbook(RECORDS, folder / "handbook"), folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "site"
    return {file.parent.relative_to(site): file.stat().st_size for file in site.rglob("index.html")}


@pytest.mark.long
def test_no_page_grows_with_the_handbook(pages: dict[Path, int]) -> None:
    """Lists go on on further pages; records name some of those who use them."""
    records = sorted(size for page, size in pages.items() if GENERATED.search(page.name))
    lists = {page: size for page, size in pages.items() if not GENERATED.search(page.name)}

    assert max(lists.values()) <= LONGEST_LIST, max(lists, key=lambda page: lists[page])
    assert records[len(records) // 2] <= HALF_OF_RECORDS
    assert records[len(records) * 95 // 100] <= MOST_RECORDS
    assert any(page.name.isdecimal() for page in lists)
