"""A handbook as its editors have it: a folder of their own under git, and the commands they run in it.

It is the second handbook in the place of the project's own, so that nothing here changes with what the handbook says.
"""

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread

from browser.opening import NOW
from building import ROOT, SECOND
from handbook.editing.files import data_files
from handbook.editing.formatting import format_file
from handbook.settings.loading import load_settings

DOCS, DATA = "docs", "data"
PATIENCE = 60
"""Seconds; how fast a command is, is not what is tested."""
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1", "GIT_AUTHOR_DATE": NOW, "GIT_COMMITTER_DATE": NOW}


def make_repository(folder: Path) -> Path:
    """Make a repository of a small handbook in its canonical form, with everything committed; gives its top folder."""
    root = folder / "repository"
    shutil.copytree(SECOND / "bai-viet", root / DOCS)
    shutil.copytree(SECOND / "du-lieu", root / DATA)
    for part in ("hooks", "theme", "scripts", "requirements"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".gitignore", root)
    configuration = (SECOND / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in (("../../", ""), ("bai-viet", DOCS), ("du-lieu", DATA)):
        configuration = configuration.replace(old, new)
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    settings, findings = load_settings(root / "mkdocs.yml")
    assert settings, findings
    for file in data_files(settings):
        text, _ = format_file(file.path.read_bytes(), settings.name(file.path), file.model)
        assert text is not None
        file.path.write_text(text, encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    who = ("-c", "user.name=Biên tập", "-c", "user.email=bien-tap@vi-du.example")
    git(root, *who, "commit", "--quiet", "--message", "Cẩm nang mẫu")
    # What is installed beside a checkout and never belongs to it.
    (root / ".git" / "info" / "exclude").write_text(".venv\n", encoding="utf-8")
    (root / ".venv").symlink_to(sys.prefix)
    (root / ".cache").mkdir()
    (root / ".cache" / "cms").symlink_to(ROOT / ".cache" / "cms")
    return root


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository; gives what it says."""
    done = subprocess.run(["git", *arguments], cwd=root, env=ENVIRONMENT, capture_output=True, check=True)
    return done.stdout.decode()


def run(root: Path, command: str) -> str:
    """Run a command line as it is written in the guide, to its end; gives all it says, with what it ended with."""
    done = subprocess.run(
        _words(command),
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return f"{done.stdout}{f'({done.returncode})' if done.returncode else ''}"


def answer(root: Path, command: str, dialogue: str) -> str:
    """Run a command that asks, in a terminal.

    Args:
        root: Where it runs.
        command: As it is written in the guide.
        dialogue: Each question and, behind its colon, what is typed in answer.

    Returns:
        All that stood in the terminal.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        _words(command), cwd=root, env=ENVIRONMENT, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        said = b""
        try:
            for line in dialogue.splitlines():
                question, typed = line.rsplit(": ", 1)
                while not said.endswith(f"{question}: ".encode()):
                    more = _heard(ours)
                    assert more, f"{question!r} is not asked: {said.decode()}"
                    said += more
                os.write(ours, f"{typed}\n".encode())
            while more := _heard(ours):
                said += more
        finally:
            process.kill()
            os.close(ours)
    return said.decode()


def _heard(terminal: int) -> bytes:
    """Give what a terminal shows next; nothing when the command has ended, or has said nothing for too long."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        return b""
    try:
        return os.read(terminal, 4096)
    except OSError:  # so Linux tells that nobody writes any more
        return b""


class Running:
    """A command that goes on until it is stopped, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._said: list[str] = []
        self._changed = Condition()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._changed:
                self._said.append(line)
                self._changed.notify_all()

    @property
    def said(self) -> str:
        """All it has said."""
        with self._changed:
            return "".join(self._said)

    def wait_for(self, pattern: str) -> str:
        """Wait until it has said something; gives the words that matched."""
        with self._changed:
            self._changed.wait_for(lambda: re.search(pattern, "".join(self._said)), PATIENCE)
            found = re.search(pattern, "".join(self._said))
        assert found, f"{pattern!r}: {self.said}"
        return found[0]


@contextmanager
def running(root: Path, command: str) -> Iterator[Running]:
    """Run a command that serves, at a free port, and stop it as people do: with Ctrl-C, to which it says good-bye."""
    with subprocess.Popen(
        [*_words(command), "--port", "0"],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        # Whoever runs the tests in the background has taught them to ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - nothing else runs there
    ) as process:
        try:
            shown = Running(process)
            yield shown
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
            shown.wait_for("Đã dừng")
        finally:
            process.kill()


def _words(command: str) -> list[str]:
    program, *words = command.split()
    return [sys.executable if program == "python3" else program, *words]
