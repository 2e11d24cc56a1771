"""Shows the site while it is being edited: a saved change is built anew and the open page follows by itself.

Each build is a process of its own, so that changed generator code counts at once.
"""

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from uuid import uuid4

from commands.options import ROOT, Parser
from handbook.preview.outcome import Outcome, read_remarks
from handbook.preview.server import open_server
from handbook.preview.stage import Stage
from handbook.preview.watching import POLL_SECONDS, look, wait_for_change
from handbook.settings.loading import load_settings

PORT = 8000
SITE = ROOT / ".cache" / "preview" / "site"
FILES = ROOT / ".cache" / "preview" / "files"


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
    server = open_server(options.port, SITE, stage, base, lambda path: _make_file(options, path))
    if options.port not in {0, server.server_port}:
        _say(f"Cổng {options.port} đang bận; dùng cổng {server.server_port}.")
    shutil.rmtree(FILES, ignore_errors=True)  # what was opened in an earlier preview
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


def _build_forever(options: argparse.Namespace, watched: set[Path], stage: Stage) -> None:
    while True:
        known = look(watched)  # before the build: what changes during it is built again
        outcome = _build(options)
        stage.show(outcome)
        _tell(outcome)
        wait_for_change(known, lambda: look(watched), lambda: time.sleep(POLL_SECONDS))


def _build(options: argparse.Namespace) -> Outcome:
    command = [sys.executable, "-X", "utf8", str(ROOT / "scripts" / "build.py"), "--format", "json"]
    command += ["--site-dir", str(SITE), "--config-file", str(options.config_file), "--files", "later"]
    if options.date:
        command += ["--date", options.date.isoformat()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    is_good = done.returncode == 0
    try:
        remarks = read_remarks(done.stdout) if done.stdout.strip() else ()
    except ValueError:
        return Outcome(is_good=is_good, words=f"{done.stdout}{done.stderr}")
    return Outcome(is_good=is_good, remarks=remarks, words="" if is_good else done.stderr.strip())


def _make_file(options: argparse.Namespace, path: str) -> Path | None:
    """Make a file to take away that somebody opens; None when it cannot be made, which the terminal says."""
    FILES.mkdir(parents=True, exist_ok=True)
    output = FILES / f"{uuid4().hex}{Path(path).suffix}"
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
