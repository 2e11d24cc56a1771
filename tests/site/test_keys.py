"""The keys of a cache: they change exactly when the page they stand for changes."""

import datetime as dt
import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import SECOND
from handbook.build.keys import generator_digest, page_key
from handbook.build.preparation import Prepared, prepare
from handbook.diagnostics.finding import is_sound
from handbook.library.target import Target
from handbook.pages.rendering import environment
from handbook.pages.tree import render_page
from handbook.records.source import Source
from handbook.rules.pages import generated_pages
from handbook.settings.loading import load_settings
from handbook.views.viewing import view_of

Made = tuple[dict[str, str], dict[str, str]]
"""Keys and pages, by the page's file."""


def _prepared(config: Path, day: dt.date) -> Prepared:
    loaded, findings = load_settings(config, date=day)
    assert loaded is not None, findings
    return prepare(loaded)


def _make(config: Path, day: dt.date) -> Made:
    prepared = _prepared(config, day)
    templates = environment()
    generator = generator_digest()
    keys, pages = {}, {}
    for path, target in generated_pages(prepared.library, prepared.addresses).items():
        view = view_of(prepared.library, prepared.addresses, target)
        keys[path] = page_key(prepared.library, prepared.addresses, view, generator)
        pages[path] = repr(render_page(prepared.library, prepared.addresses, view, templates))
    return keys, pages


def _changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_page_that_changes_changes_its_key(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever digit is edited in whatever data file: no page changes under an unchanged key."""
    folder = tmp_path / "tests" / "second"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SECOND, folder)
    day = dt.date(2026, 11, 22)
    keys, pages = _make(folder / "mkdocs.yml", day)
    files = sorted(file for file in folder.rglob("*.yml") if any(c.isdigit() for c in file.read_text("utf-8")))
    file = data.draw(st.sampled_from(files))
    text = file.read_text(encoding="utf-8")
    place = data.draw(st.sampled_from([index for index, character in enumerate(text) if character.isdigit()]))
    digit = data.draw(st.sampled_from("123456789"))
    file.write_text(text[:place] + digit + text[place + 1 :], encoding="utf-8")
    loaded, _ = load_settings(folder / "mkdocs.yml", date=day)
    if loaded is None or not is_sound(prepare(loaded).findings):
        return
    new_keys, new_pages = _make(folder / "mkdocs.yml", day)

    assert _changed(pages, new_pages) <= _changed(keys, new_keys)


def test_nothing_changed_changes_no_key() -> None:
    """Loading twice gives the same keys."""
    day = dt.date(2026, 11, 22)

    assert _make(SECOND / "mkdocs.yml", day) == _make(SECOND / "mkdocs.yml", day)


def test_a_key_changes_only_where_something_is_said(tmp_path: Path) -> None:
    """An edit in one record leaves the keys of pages that do not show it alone."""
    folder = tmp_path / "second"
    shutil.copytree(SECOND, folder)
    day = dt.date(2026, 11, 22)
    keys, _ = _make(folder / "mkdocs.yml", day)
    prepared = _prepared(folder / "mkdocs.yml", day)
    source = next(prepared.library.of_kind("source"))
    assert isinstance(source.record, Source)
    file = folder / source.file.name
    file.write_text(
        file.read_text("utf-8").replace(f"read_on: {source.record.read_on}", "read_on: 2020-02-02"), "utf-8"
    )

    changed = _changed(keys, _make(folder / "mkdocs.yml", day)[0])

    assert prepared.addresses.page_file(source.target) in changed
    assert len(changed) < len(keys)
    assert prepared.addresses.page_file(Target("checklist")) not in changed
