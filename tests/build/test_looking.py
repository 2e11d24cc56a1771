"""How a file stands tells whether it may have changed, without reading it."""

import os
import time
from pathlib import Path

from handbook.build import looking
from handbook.build.looking import stand_of


def settled(file: Path) -> tuple[int, ...] | None:
    """Give how a file stands once it has stood so for a moment."""
    time.sleep(2 * looking.TICK_SECONDS)
    return stand_of(file)


def test_a_file_that_nobody_touched_stands_as_it_stood(tmp_path: Path) -> None:
    """Another size, another time or another file in its place makes a difference."""
    file = tmp_path / "a"
    file.write_text("một", encoding="utf-8")
    before = settled(file)

    assert before is not None
    assert settled(file) == before
    status = file.stat()
    file.write_text("hai", encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert settled(file) not in {before, None}


def test_nothing_can_be_told_of_a_file_that_has_just_changed(tmp_path: Path) -> None:
    """A second change within one step of the clock would look like the first; nor of one that is not there."""
    file = tmp_path / "a"
    file.write_text("một", encoding="utf-8")

    assert (stand_of(file), stand_of(tmp_path / "b")) == (None, None)
