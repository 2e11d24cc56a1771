"""The store of made files: what is damaged or foreign counts as absent; what nobody asks for goes."""

import json
import os
import time
from pathlib import Path

import pytest

from handbook.build.store import SECONDS_OF_A_DAY, UNUSED_DAYS, Store
from handbook.downloads.written import Written

WRITTEN = Written("bảng kiểm".encode(), 2)


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """A file comes back with its bytes and its pages; another key finds nothing."""
    store = Store(tmp_path / "files")
    store.keep("a", WRITTEN)
    assert store.find("a") == WRITTEN
    assert store.find("b") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a", b"other bytes"),
        ("a", b""),
        ("a.json", b"{"),
        ("a.json", b"[]"),
        ("a.json", b"\xff"),
        ("a.json", b'{"digest": "", "pages": 1}'),
        ("a.json", b'{"key": "a", "digest": 1, "pages": "two"}'),
    ],
)
def test_a_damaged_file_counts_as_absent(tmp_path: Path, name: str, content: bytes) -> None:
    """Whatever has happened to a file or to its facts, it is made again instead of being handed out."""
    store = Store(tmp_path)
    store.keep("a", WRITTEN)
    (tmp_path / name).write_bytes(content)
    assert store.find("a") is None


@pytest.mark.parametrize("name", ["a", "a.json"])
def test_half_an_entry_counts_as_absent(tmp_path: Path, name: str) -> None:
    """A build killed between the two files leaves nothing that is taken for whole."""
    store = Store(tmp_path)
    store.keep("a", WRITTEN)
    (tmp_path / name).unlink()
    assert store.find("a") is None


def test_an_entry_of_another_key_is_not_taken(tmp_path: Path) -> None:
    """Files that were copied under another key, whole as they are, are not what that key stands for."""
    store = Store(tmp_path)
    store.keep("a", WRITTEN)
    (tmp_path / "b").write_bytes((tmp_path / "a").read_bytes())
    (tmp_path / "b.json").write_bytes((tmp_path / "a.json").read_bytes())
    assert store.find("b") is None


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    """After a month without a build that asks for it, an entry is deleted; what was asked for stays."""
    store = Store(tmp_path)
    for key in ("old", "used"):
        store.keep(key, WRITTEN)
        long_ago = time.time() - (UNUSED_DAYS + 1) * SECONDS_OF_A_DAY
        os.utime(tmp_path / f"{key}.json", (long_ago, long_ago))
    assert store.find("used") == WRITTEN
    store.clear_unused()
    assert {file.name for file in tmp_path.iterdir()} == {"used", "used.json"}


def test_facts_are_readable_by_others(tmp_path: Path) -> None:
    """The facts beside a file are plain JSON that names its key."""
    Store(tmp_path).keep("a", Written(b"x"))
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["key"] == "a"
