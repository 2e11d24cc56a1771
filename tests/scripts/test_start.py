"""Every command starts on any Python, if only to say that it is too old."""

import sys

import pytest

import start


def test_an_old_python_is_told_plainly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The version that is needed and the one that runs stand in one line."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert start.start("check") == 2
    told = capsys.readouterr().err
    assert told.startswith("Cần Python 3.11 trở lên; máy đang chạy Python 3.9.")
    assert told.count("\n") == 1
