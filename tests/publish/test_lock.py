"""A lock lets one in at a time; whoever comes second is told once, and waits."""

from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest

from handbook.publish import lock
from handbook.publish.lock import held


def test_the_second_waits_until_the_first_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks again and again, but says only once that it waits."""
    file = tmp_path / "work" / "lock"
    told: list[str] = []
    looks: list[float] = []
    with ExitStack() as first:
        first.enter_context(held(file, lambda: told.append("first")))

        def look_again(seconds: float) -> None:
            looks.append(seconds)
            if len(looks) == 3:
                first.close()

        monkeypatch.setattr(lock, "time", SimpleNamespace(sleep=look_again))
        with held(file, lambda: told.append("second")):
            assert len(looks) == 3

    assert told == ["second"]
    assert file.is_file()
