"""A program runs to its end; what it said last is at hand if it failed."""

import sys
from pathlib import Path

import pytest

from commands.running import run_quietly


def test_what_a_program_says_is_kept(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """On both of its ways out, in order, odd bytes too; nothing reaches the terminal."""
    program = (
        "import os, sys; print(os.getcwd()); print(os.environ['THU'], flush=True); "
        "os.write(2, b'm\\xe1\\xbb\\x99t\\n\\xff\\n\\n'); sys.exit(3)"
    )

    done = run_quietly([sys.executable, "-c", program], tmp_path, {"THU": "hai"})

    assert (done.code, done.words) == (3, f"{tmp_path.resolve()}\nhai\nmột\n\ufffd\n\n")
    assert done.last(2) == "một\n\ufffd"
    assert capfd.readouterr() == ("", "")


def test_a_program_that_is_not_there_is_told() -> None:
    """As whoever runs it knows what to do."""
    with pytest.raises(OSError, match="no-such-program"):
        run_quietly(["no-such-program"])
