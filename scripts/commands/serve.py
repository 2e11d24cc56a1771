"""Shows the site while it is being edited: a saved change is built anew and the open page follows by itself.

Each build is a process of its own, so that changed generator code counts at once. The page of a changed record is shown
ahead of it, by `preview_ahead`.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from uuid import uuid4

from commands.caching import CACHE, cache_of
from commands.options import ROOT, Parser
from commands.preview_ahead import PreviewAhead
from commands.preview_build import PreviewBuild
from handbook.preview.outcome import Outcome
from handbook.preview.server import open_server
from handbook.preview.stage import Stage
from handbook.preview.watching import POLL_SECONDS, Snapshot, changed, look, wait_for_change
from handbook.settings.loading import load_settings

PORT = 8000
PREVIEW = ROOT / ".cache" / "preview"
SITE, FILES = "site", "files"
"""What is on show, and what was made when somebody opened it, in a folder for each handbook."""


def main(arguments: list[str]) -> int:
    """Serve until Ctrl-C."""
    parser = Parser("serve", "Xem trang trong khi sửa: lưu tệp là trang tự dựng và hiện lại.")
    parser.add_port(PORT)
    parser.add_config_file()
    parser.add_date()
    options = parser.read(arguments)
    settings, _ = load_settings(options.config_file, site_dir=None, date=options.date)
    root = options.config_file.resolve().parent
    watched = {
        options.config_file.resolve(),
        settings.docs_dir if settings else root / "docs",
        settings.data_dir if settings else root / "data",
        *(folder / name for folder in (root, ROOT) for name in ("hooks", "theme")),
    }
    address = settings.deployment.address if settings else None
    base = f"{urlsplit(address or '').path.rstrip('/')}/"
    stage = Stage()
    place = _place(options)
    server = open_server(options.port, place / SITE, stage, base, lambda path: _make_file(options, path))
    if options.port not in {0, server.server_port}:
        _say(f"Cổng {options.port} đang bận; dùng cổng {server.server_port}.")
    shutil.rmtree(place / FILES, ignore_errors=True)  # what was opened in an earlier preview
    _say(f"Xem trang tại {server.address} (Ctrl-C để dừng).")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        _build_forever(options, watched, stage)
    except KeyboardInterrupt:
        _say("Đã dừng.")
    finally:
        stage.close()
        server.shutdown()
        server.server_close()
    return 0


def _place(options: argparse.Namespace) -> Path:
    return cache_of(PREVIEW, options.config_file.resolve())


def _build_forever(options: argparse.Namespace, watched: set[Path], stage: Stage) -> None:
    cache = cache_of(CACHE, options.config_file.resolve())
    ahead = PreviewAhead(options.config_file, options.date, _place(options) / SITE, cache)

    def waited(is_over: Callable[[], bool] = lambda: False) -> Snapshot:
        return wait_for_change(known, lambda: look(watched), lambda: time.sleep(POLL_SECONDS), is_over)

    known = look(watched)  # before the build: what changes during it is built again
    while True:
        with PreviewBuild(_build_command(options)) as build:
            latest = waited(build.is_over)
            if latest == known:
                outcome = build.outcome()
                stage.show(outcome)
                _tell(outcome)
                ahead.follow(is_good=outcome.is_good)
                latest = waited()
        # A build that was still at work is stopped: it would be of what is no more.
        if (first := ahead.show(changed(known, latest))) is not None:
            stage.show(first)
        known = latest


def _build_command(options: argparse.Namespace) -> list[str]:
    command = [sys.executable, "-X", "utf8", str(ROOT / "scripts" / "build.py"), "--format", "json"]
    command += ["--site-dir", str(_place(options) / SITE), "--config-file", str(options.config_file)]
    command += ["--files", "later"]
    return [*command, "--date", options.date.isoformat()] if options.date else command


def _make_file(options: argparse.Namespace, path: str) -> Path | None:
    """Make a file to take away that somebody opens; None when it cannot be made, which the terminal says."""
    folder = _place(options) / FILES
    folder.mkdir(parents=True, exist_ok=True)
    output = folder / f"{uuid4().hex}{Path(path).suffix}"
    command = [sys.executable, "-X", "utf8", str(ROOT / "scripts" / "file.py"), "--output", str(output)]
    command += ["--config-file", str(options.config_file)]
    if options.date:
        command += ["--date", options.date.isoformat()]
    command += ["--", path.removeprefix("/")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode == 0:
        return output
    _say(f"{done.stdout}{done.stderr}".strip())
    return None


def _tell(outcome: Outcome) -> None:
    for remark in outcome.remarks:
        _say(f"{remark.path}:{remark.line}:{remark.column}: {remark.message} [{remark.code}]")
        if remark.hint:
            _say(f"    Cách sửa: {remark.hint}")
    if outcome.words:
        _say(outcome.words)
    clock = time.strftime("%H:%M:%S")
    _say(f"{clock} Đã dựng xong." if outcome.is_good else f"{clock} Chưa dựng được; trang trước vẫn xem được.")


def _say(text: str) -> None:
    print(text, flush=True)
