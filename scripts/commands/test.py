"""Runs everything that judges the project: style, types, then all tests; goes on after a failure and sums up."""

import os
import subprocess
import sys
from pathlib import Path

from commands.cms import EDITOR
from commands.debian import NoProgramError, provide
from commands.npm import NoPackageError, Package, provide_package
from commands.options import ROOT, Parser
from commands.uv import NoCompilerError, provide_uv

FOLDERS = ("hooks", "scripts", "tests")
PROGRAMS = {
    "chromium": ("chromium",),
    # The fonts of the same widths as those that people's machines have; Debian's older ones lack Vietnamese letters.
    "soffice": ("libreoffice-writer-nogui", "libreoffice-calc-nogui", "fonts-liberation2"),
    "pdftotext": ("poppler-utils",),
    "nginx": ("nginx",),
    "java": ("default-jre-headless",),
}
"""What opens, serves and judges our pages and files in the tests, and the packages that bring it."""
PACKAGES = (
    Package("axe-core", ROOT / "requirements" / "browser", Path("axe-core", "axe.min.js")),
    Package("vnu-jar", ROOT / "requirements" / "browser", Path("vnu-jar", "build", "dist", "vnu.jar")),
    Package(
        "yaml-language-server",
        ROOT / "requirements" / "language-server",
        Path("yaml-language-server", "bin", "yaml-language-server"),
    ),
    EDITOR,
)
"""What judges our pages and our records as they are typed, and what edits them, from npm."""


def main(arguments: list[str]) -> int:
    """Run all steps; 0 when all of them pass, 1 when any fails, 2 when a program they need is missing."""
    parser = Parser(
        "test", "Chạy mọi bài thử: kiểu viết mã, kiểu dữ liệu, rồi các bài thử. Tùy chọn lạ chuyển cho pytest."
    )
    parser.named.add_argument("--long", action="store_true", help="chạy cả bản dài của các bài thử lấy mẫu")
    parser.named.add_argument(
        "--coverage", action="store_true", help="đo xem các bài thử có đi hết mọi dòng, mọi nhánh của hooks/ (lâu hơn)"
    )
    options, for_pytest = parser.read_known(arguments)
    try:
        provide(PROGRAMS, _say)
        for package in PACKAGES:
            provide_package(package, _say)
        provide_uv(ROOT, _say)
    except (NoProgramError, NoPackageError, NoCompilerError) as error:
        _say(str(error))
        return 2
    chosen = "long or not long" if options.long else "not long"
    pytest = ["pytest", "-m", chosen, *for_pytest]
    steps = {
        "ruff check": ["ruff", "check", *FOLDERS],
        "ruff format": ["ruff", "format", "--check", *FOLDERS],
        "mypy": ["mypy", *FOLDERS],
        **(_measured(pytest) if options.coverage else {"pytest": pytest}),
    }
    failed = [name for name, command in steps.items() if not _passes(name, command)]
    _say(f"Chưa đạt: {', '.join(failed)}." if failed else "Đạt tất cả.")
    return int(bool(failed))


def _measured(pytest: list[str]) -> dict[str, list[str]]:
    """Give the steps that run the tests and tell what none of them has gone through; pyproject.toml has the limit."""
    return {
        "coverage erase": ["coverage", "erase"],  # a run that was stopped leaves what it had measured
        "pytest": ["coverage", "run", "-m", *pytest],
        "coverage combine": ["coverage", "combine", "--quiet"],
        "coverage report": ["coverage", "report"],
    }


def _passes(name: str, command: list[str]) -> bool:
    _say(f"── {name}")
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if name == "pytest":
        environment["PYTHONWARNDEFAULTENCODING"] = "1"  # a file opened without its encoding is a failure
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, check=False)
    return done.returncode == 0


def _say(text: str) -> None:
    print(text, flush=True)
