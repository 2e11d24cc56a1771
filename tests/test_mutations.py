"""Slips of the hand in real records: whatever is hit, the file and the line are told, and nothing is dropped unseen."""

import datetime as dt
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from building import DATE, ROOT
from handbook.build.preparation import prepare
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.files import ReadFile
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from mutations import Mutation, mutated

SAMPLE = range(60)
ALL = range(500)
_NAMED_LINES = re.compile(r"\bdòng (\d+)")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of this project's handbook, to be hit."""
    folder = tmp_path_factory.mktemp("mutations")
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    found, findings = load_settings(folder / "mkdocs.yml", date=dt.date.fromisoformat(DATE))
    assert found is not None, findings
    return found


def _records(settings: Settings) -> list[Path]:
    folders = sorted(
        folder for folder in settings.data_dir.iterdir() if folder.is_dir() and folder.name != "vocabulary"
    )
    return [file for folder in folders for file in sorted(folder.iterdir())]


def _hit(settings: Settings, seed: int) -> str:
    """Hit one record; give what went wrong with telling it, or nothing."""
    chance = random.Random(seed)  # noqa: S311 - the same mutation for the same seed
    file = chance.choice(_records(settings))
    text = file.read_text(encoding="utf-8")
    mutation = mutated(text, chance)
    name = settings.name(file)
    file.write_bytes(mutation.text.encode())
    try:
        prepared = prepare(settings)
    except Exception as error:  # noqa: BLE001 - a traceback of any kind is what must not be
        return f"seed {seed}: {name}: {mutation.what}: {error!r}"
    finally:
        file.write_text(text, encoding="utf-8", newline="\n")
    findings = prepared.findings
    if findings:
        told = any(_is_right(one, name, file.stem, mutation) for one in findings)
        words = "; ".join(f"{one.path}:{one.line} {one.message}" for one in findings[:3])
        return "" if told else f"seed {seed}: {name}: {mutation.what}, told at {words}"
    lost = _dropped(prepared.library, name, mutation.text)
    return f"seed {seed}: {name}: {mutation.what}: dropped {lost}" if lost else ""


def _is_right(finding: Finding, name: str, record_id: str, mutation: Mutation) -> bool:
    """Tell whether the line is the changed one or one away, or is named in words, or refers to what was changed."""
    if finding.path == name:
        named = {finding.line, *(int(line) for line in _NAMED_LINES.findall(finding.message))}
        return any(mutation.near(line) for line in named)
    return record_id in finding.message or record_id in finding.hint


def _dropped(library: Library, name: str, text: str) -> str:
    """Find a word of the file that is neither a comment nor in what was read."""
    found = next((one.file for one in library.entries.values() if one.file.name == name), None)
    if found is None:
        return "" if re.search(r"^draft: true", text, re.MULTILINE) else "the record"
    front = text.split("\n---", 1)[0].removeprefix("---") if name.endswith(".md") else text
    written = set(_leaves(yaml.load(front, Loader=yaml.BaseLoader)))  # noqa: S506 - texts alone are made
    return next((one for one in sorted(written) if one not in set(_read(found))), "")


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield str(key)
            yield from _leaves(child)
    elif isinstance(value, list):
        for child in value:
            yield from _leaves(child)
    elif value is not None and not re.fullmatch(r"[-+]?[\d._]+|true|false|null|~|\d{4}-\d\d-\d\d|", str(value)):
        yield str(value)


def _read(file: ReadFile) -> Iterator[str]:
    yield from _leaves(file.values)


def test_slips_are_told_where_they_are(settings: Settings) -> None:
    """A sample of single-character, single-line and single-key mutations; the seeds are those of the long form."""
    assert prepare(settings).findings == []
    assert [told for seed in SAMPLE if (told := _hit(settings, seed))] == []


@pytest.mark.long
def test_all_slips_are_told_where_they_are(settings: Settings) -> None:
    """Each of five hundred mutations is valid still, or told in the right file at most one line away."""
    assert [told for seed in ALL if (told := _hit(settings, seed))] == []


def test_every_seed_changes_something() -> None:
    """A mutation is never the text itself, whatever the text: the suite cannot pass by doing nothing."""
    text = "a: b\nc:\n  - d: e\n"

    assert all(mutated(text, random.Random(seed)).text != text for seed in range(200))  # noqa: S311 - no secret


def test_target_of_a_sound_record_is_there(settings: Settings) -> None:
    """The oracle for dropped words finds them: a word that was not read is named."""
    library = prepare(settings).library
    entry = library.entries[Target("term", "chi-bo")]
    text = (settings.root / entry.file.name).read_text(encoding="utf-8")

    assert _dropped(library, entry.file.name, text) == ""
    assert _dropped(library, entry.file.name, f"{text}extra: chữ lạ\n") == "chữ lạ"
