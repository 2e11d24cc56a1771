"""The preview finds a port that nobody uses, or says that there is none."""

import socket
from pathlib import Path

import pytest

from handbook.preview import server as serving
from handbook.preview.server import open_server
from handbook.preview.stage import Stage


def test_no_port_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many ports in use the search ends."""
    monkeypatch.setattr(serving, "PORTS_TRIED", 1)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OSError, match="in use"):
            open_server(other.getsockname()[1], tmp_path, Stage())


def test_a_busy_port_is_passed_over(tmp_path: Path) -> None:
    """The next free port is taken when the wanted one is not free."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        busy = other.getsockname()[1]
        with open_server(busy, tmp_path, Stage()) as server:
            assert server.server_port > busy
