"""A page is made anew exactly when something that it was made from has changed."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import ROOT, SECOND
from commands import build, building
from commands.generator import generate
from handbook.build.preparation import Prepared, prepare
from handbook.build.recollection import recollection_of
from handbook.build.site import answered_pages, open_workshop
from handbook.diagnostics.finding import is_sound
from handbook.library.target import Target
from handbook.records.source import Source
from handbook.settings.loading import load_settings
from second_handbooks import copy_of_second

DAY = dt.date(2026, 11, 22)
Pages = dict[str, str]
"""What pages say, by their files."""


def _prepared(config: Path, day: dt.date = DAY) -> Prepared:
    loaded, findings = load_settings(config, date=day)
    assert loaded is not None, findings
    return prepare(loaded)


def _made(prepared: Prepared, cache: Path | None) -> tuple[Pages, set[str]]:
    """Make all pages; gives them, and which of them had to be made anew."""
    with recollection_of(prepared.settings, cache) as memory:
        workshop = open_workshop(prepared, {}, memory, cache)
        answers = answered_pages(workshop, lambda _done, _of: None)
        return {one.key: repr(one.fetch()) for one in answers}, {one.key for one in answers if one.is_new}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_remembered_is_what_would_be_made(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever digit is edited in whatever data file: the pages are those of a build that remembers nothing."""
    folder = tmp_path / "tests" / "second"
    cache = tmp_path / "cache"
    for old in (folder, cache):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(SECOND, folder)
    _made(_prepared(folder / "mkdocs.yml"), cache)
    files = sorted(file for file in folder.rglob("*.yml") if any(c.isdigit() for c in file.read_text("utf-8")))
    file = data.draw(st.sampled_from(files))
    text = file.read_text(encoding="utf-8")
    place = data.draw(st.sampled_from([index for index, character in enumerate(text) if character.isdigit()]))
    digit = data.draw(st.sampled_from("123456789"))
    file.write_text(text[:place] + digit + text[place + 1 :], encoding="utf-8")
    loaded, _ = load_settings(folder / "mkdocs.yml", date=DAY)
    if loaded is None or not is_sound((prepared := prepare(loaded)).findings):
        return

    assert _made(prepared, cache)[0] == _made(prepared, None)[0]


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    """Where nothing changed, nothing is made."""
    prepared = _prepared(SECOND / "mkdocs.yml")
    first, made = _made(prepared, tmp_path)

    assert made == first.keys()
    assert _made(prepared, tmp_path) == (first, set())


def test_an_edit_makes_anew_what_shows_it(tmp_path: Path) -> None:
    """After an edit in one record its own page is made anew, and most others are not."""
    folder = tmp_path / "second"
    shutil.copytree(SECOND, folder)
    prepared = _prepared(folder / "mkdocs.yml")
    pages, _ = _made(prepared, tmp_path / "cache")
    source = next(prepared.library.of_kind("source"))
    assert isinstance(source.record, Source)
    file = folder / source.file.name
    text = file.read_text("utf-8").replace(f"read_on: {source.record.read_on}", "read_on: 2020-02-02")
    file.write_text(text, "utf-8")

    _, made = _made(_prepared(folder / "mkdocs.yml"), tmp_path / "cache")

    assert prepared.addresses.page_file(source.target) in made
    assert prepared.addresses.page_file(Target("checklist")) not in made
    assert len(made) < len(pages) / 2


def test_another_day_makes_all_anew(tmp_path: Path) -> None:
    """Each page says of which day it is."""
    first, _ = _made(_prepared(SECOND / "mkdocs.yml"), tmp_path)
    later, made = _made(_prepared(SECOND / "mkdocs.yml", DAY + dt.timedelta(days=1)), tmp_path)

    assert made == later.keys()
    assert first.keys() == later.keys()


def test_an_edit_of_a_record_leaves_pages_written_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs runs for the first build, not for those after it that change a record alone, however many."""
    config = copy_of_second(tmp_path)
    text = (
        config.read_text("utf-8")
        .replace("../../theme", str(ROOT / "theme"))
        .replace("../../hooks", str(ROOT / "hooks"))
    )
    config.write_text(text, "utf-8")
    runs: list[Path] = []

    def counted(*arguments: Any) -> Any:
        runs.append(arguments[1])
        return generate(*arguments)

    monkeypatch.setattr(building, "generate", counted)
    named = ["--config-file", str(config), "--site-dir", str(tmp_path / "site"), "--date", DAY.isoformat()]
    case = config.parent / "du-lieu/cases/toa-b.md"
    for number in range(3):
        text = case.read_text("utf-8").rstrip("\n")
        case.write_text(f"{text}\n\nThêm {number}.\n", "utf-8")
        assert build.main([*named, "--files", "none", "--cache", str(tmp_path / "cache")]) == 0
        assert f"Thêm {number}." in (tmp_path / "site/chuyen/toa-b/index.html").read_text("utf-8")

    assert len(runs) == 1
