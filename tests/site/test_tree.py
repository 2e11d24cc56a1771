"""The tree of pages, written without MkDocs: what it holds, word for word, and that a plain builder takes it."""

import datetime as dt
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from building import SECOND
from handbook.build.preparation import Prepared, prepare
from handbook.pages.rendering import environment
from handbook.pages.tree import render_tree, write_tree
from handbook.settings.loading import load_settings

GOLDEN = Path(__file__).parent / "golden" / "tree"


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    """The second handbook, loaded."""
    settings, findings = load_settings(SECOND / "mkdocs.yml", date=dt.date(2026, 11, 22))
    assert settings is not None, findings
    return prepare(settings)


def test_the_tree_is_as_it_was_read_last(prepared: Prepared, tmp_path: Path, *, update_golden: bool) -> None:
    """Every page stands in the golden folder; a difference is read before it is kept."""
    folder = GOLDEN if update_golden else tmp_path
    if update_golden:
        for file in GOLDEN.rglob("*.md"):
            file.unlink()
    write_tree(prepared.library, prepared.addresses, environment(), folder)

    assert _texts(folder) == _texts(GOLDEN)


def test_a_plain_builder_takes_the_tree(prepared: Prepared, tmp_path: Path) -> None:
    """MkDocs without our hooks and theme builds the written folder, and no word of a page is lost."""
    write_tree(prepared.library, prepared.addresses, environment(), tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Tree\ntheme: mkdocs\nmarkdown_extensions: [admonition, attr_list, md_in_html, tables]\n", "utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr

    for page in render_tree(prepared.library, prepared.addresses, environment()):
        built = tmp_path / "site" / page.file.removesuffix("index.md").removesuffix(".md") / "index.html"
        assert _words(page.html) in _words(built.read_text(encoding="utf-8"))


def _texts(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in sorted(folder.rglob("*.md"))}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _words(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    reader.close()
    return re.sub(r"\s+", " ", " ".join(reader.words)).strip()
