"""Says what has changed since another state of the repository: pages, numbers, what duties rest on."""

import datetime as dt
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from commands.options import Parser
from handbook.build.preparation import prepare
from handbook.diagnostics.finding import is_sound
from handbook.diagnostics.report import as_text
from handbook.editing.comparing import as_markdown, compare
from handbook.library.library import Library
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Print what changed; 1 when the present files cannot be read, 2 when the other state cannot."""
    parser = Parser("review", "Kể thay đổi theo mắt người đọc: trang nào, con số nào, căn cứ nào.")
    parser.named.add_argument(
        "--against", default="HEAD", metavar="MỐC", help="mốc git để so, ví dụ origin/main (mặc định: lần ghi gần nhất)"
    )
    parser.add_config_file()
    options = parser.read(arguments)
    config_file: Path = options.config_file
    top = _git(config_file.parent, "rev-parse", "--show-toplevel")
    archive = _git(Path(top.decode().strip()), "archive", options.against, "--") if top else None
    if top is None or archive is None:
        print(
            f"Không đọc được mốc “{options.against}”.\n    Cách sửa: xem các mốc bằng git log, git branch -a.",
            file=sys.stderr,
        )
        return 2
    today = dt.datetime.now(tz=dt.UTC).date()
    after = _library(config_file, today)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        root = Path(top.decode().strip()).resolve()
        before = _library(Path(folder).resolve() / config_file.resolve().relative_to(root), today)
        if after is None:
            return 1
        if before is None:
            print(f"Ở mốc “{options.against}” tệp còn lỗi nên không so được.", file=sys.stderr)
            return 2
        print(as_markdown(compare(before, after)), end="")
    return 0


def _library(config_file: Path, today: dt.date) -> Library | None:
    settings, findings = load_settings(config_file, date=today) if config_file.is_file() else (None, [])
    if settings is not None:
        prepared = prepare(settings)
        if is_sound([*findings, *prepared.findings]):
            return prepared.library
        findings = [*findings, *prepared.findings]
    print(as_text(findings), file=sys.stderr)
    return None


def _git(folder: Path, *arguments: str) -> bytes | None:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S607 - git is wherever the system has it
    return done.stdout if done.returncode == 0 else None
