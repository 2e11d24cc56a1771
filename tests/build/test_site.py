"""A site is the same whatever became of what was kept: what is lost, or changed meanwhile, is made anew."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from handbook.build.composing import Frame, compose
from handbook.build.inputs import digest_of_file
from handbook.build.pages import make_pages
from handbook.build.preparation import Prepared, prepare
from handbook.build.recollection import FILE, recollection_of
from handbook.build.site import FRAME, kept_shells, make_site, open_workshop
from handbook.pages.glossary import library_glossary
from handbook.pages.rendering import environment
from handbook.pages.shell import Shape, Slot, cut, mark
from handbook.settings.loading import load_settings
from second_handbooks import project_with_second

DAY = dt.date(2026, 11, 22)
OWN = "gioi-thieu/index.html"


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    """The second handbook with a theme of its own."""
    settings, findings = load_settings(project_with_second(tmp_path), date=DAY)
    assert settings is not None, findings
    return prepare(settings)


class Builder:
    """Stands for what makes the pages written by hand: one page, and a bare frame for each shape of all others."""

    def __init__(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Take what happens while it works."""
        self.meanwhile = meanwhile
        self.calls = 0

    def __call__(
        self,
        prepared: Prepared,  # noqa: ARG002 - what builders are given
        folder: Path,
        shapes: frozenset[Shape],
        elsewhere: frozenset[str],  # noqa: ARG002
    ) -> tuple[Frame, str]:
        """Fill the folder."""
        self.calls += 1
        (folder / OWN).parent.mkdir(parents=True, exist_ok=True)
        (folder / OWN).write_text("<p>Viết tay.</p>", encoding="utf-8")
        self.meanwhile()
        return Frame({shape: cut(f"<main>{mark(Slot.CONTENT)}</main>") for shape in shapes}, []), ""


def _site(prepared: Prepared, builder: Builder, folder: Path, cache: Path | None) -> dict[str, bytes]:
    folder.mkdir()
    with recollection_of(prepared.settings, cache) as memory:
        make_site(folder, open_workshop(prepared, None, memory, cache), builder, lambda *_: None, cache)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_files_that_were_kept_and_have_gone_are_made_anew(prepared: Prepared, tmp_path: Path) -> None:
    """The answers are remembered, the files that they name are not there: the site is whole all the same."""
    cache, builder = tmp_path / "cache", Builder()
    first = _site(prepared, builder, tmp_path / "first", cache)
    second = _site(prepared, builder, tmp_path / "second", cache)
    assert builder.calls == 1

    shutil.rmtree(cache / "objects")
    third = _site(prepared, builder, tmp_path / "third", cache)

    assert builder.calls == 2
    assert OWN in first
    assert first == second == third


def test_frames_that_were_kept_and_are_damaged_count_as_absent(prepared: Prepared, tmp_path: Path) -> None:
    """The preview asks for them; whole ones are given."""
    cache, builder = tmp_path / "cache", Builder()
    _site(prepared, builder, tmp_path / "first", cache)
    with recollection_of(prepared.settings, cache) as memory:
        assert kept_shells(memory)
    with closing(sqlite3.connect(cache / FILE)) as other, other:
        other.execute("UPDATE answers SET summary = X'00' WHERE question = ?", (FRAME,))

    with recollection_of(prepared.settings, cache) as memory:
        assert kept_shells(memory) == {}


def test_what_changed_while_it_was_read_is_read_again(prepared: Prepared, tmp_path: Path) -> None:
    """The theme is again what it was when the build began, but nobody knows which state its pages are of."""
    theme = prepared.settings.theme_dir
    assert theme is not None
    added, builder = theme / "moi.txt", Builder()
    _site(prepared, Builder(lambda: added.write_text("mới", encoding="utf-8")), tmp_path / "first", tmp_path / "cache")
    added.unlink()
    for name in ("second", "third"):
        _site(prepared, builder, tmp_path / name, tmp_path / "cache")

    assert builder.calls == 1


def test_without_a_command_the_same_pages_are_made(prepared: Prepared, tmp_path: Path) -> None:
    """A builder that nobody takes care of composes the site itself, of all pages and without remembering."""
    made = _site(prepared, Builder(), tmp_path / "made", None)
    pages = list(make_pages(prepared, None, library_glossary(prepared.library), environment()))
    folder = tmp_path / "composed"
    folder.mkdir()
    frame, root = Builder()(prepared, folder, frozenset(one.shape for one in pages), frozenset())
    compose(folder, prepared, pages, frame, root)

    assert {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    } == made


def test_a_file_that_is_not_there_has_a_digest(tmp_path: Path) -> None:
    """It is like no file's: when it comes, that is a change."""
    assert digest_of_file(tmp_path / "a") == b""
