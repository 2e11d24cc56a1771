"""What helps while typing is in step with the models and the data, and written anew by the commands people use."""

import dataclasses
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from building import DATE, ROOT
from commands import check, new, rename, schemas
from handbook.editing.schema import IDS_FILE, KNOWN
from handbook.editing.schema_files import FOLDER, MAPPING, SETTINGS_FILE, program_settings, schema_files
from handbook.editing.schema_ids import REFERENCES, ids_text
from handbook.library.library import Library
from handbook.records.kinds import KINDS
from handbook.records.outlines import Outline, groups_of, outlines_of
from handbook.records.references import Reference
from handbook.records.topic import Topic
from handbook.settings.deployment import Deployment
from handbook.settings.loading import load_settings
from invalid_examples import EXPECTED, INVALID, NAMES
from libraries import library_of, settings_of_second, statement
from second_handbooks import copy_of_second

_ENGLISH_KEYS = {"id", "url"}


def _ids(library: Library) -> Any:
    return json.loads(ids_text(library))["definitions"]


def _known_in(config_file: Path, name: str) -> list[str]:
    text = (config_file.parent / FOLDER / IDS_FILE).read_text(encoding="utf-8")
    known: list[str] = json.loads(text)["definitions"][name + KNOWN]["enum"]
    return known


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The second handbook with its schemas."""
    found = copy_of_second(tmp_path)
    assert schemas.main(["--config-file", str(found)]) == 0
    return found


def test_the_kept_schemas_are_those_of_the_models() -> None:
    """A fresh clone helps at once; after a change of the models `scripts/schemas.py` writes them anew."""
    settings, _ = load_settings(ROOT / "mkdocs.yml")
    assert settings is not None
    folder = ROOT / FOLDER
    kept = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name != IDS_FILE}

    assert kept == {one.name: one.text for one in schema_files(settings)}
    assert json.loads((folder / IDS_FILE).read_text(encoding="utf-8")).keys() == {"$schema", "definitions"}


def test_the_kept_settings_say_which_schema_is_for_which_file() -> None:
    """Every schema that is named is there, and every data file has one."""
    settings, _ = load_settings(ROOT / "mkdocs.yml")
    assert settings is not None
    kept = json.loads((ROOT / SETTINGS_FILE).read_text(encoding="utf-8"))

    assert kept == program_settings(settings, kept)
    covered = {file for files in kept[MAPPING].values() for file in ROOT.glob(files)}
    assert covered == set((ROOT / "data").rglob("*.yml"))
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


def test_every_field_of_every_file_has_words() -> None:
    """Title and help, for whoever hovers; the key itself is no title."""
    settings = settings_of_second()
    for one in schema_files(settings):
        for path, schema in _described(json.loads(one.text)):
            assert schema["title"].strip(), (one.name, path)
            assert schema["description"].endswith("."), (one.name, path)
            assert schema["title"] != path[-1] or path[-1] in _ENGLISH_KEYS, (one.name, path)


def _described(schema: dict[str, Any], path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], dict[str, Any]]]:
    found = []
    for key, field in schema.get("properties", {}).items():
        found += [((*path, key), field), *_described(field, (*path, key))]
        found += _described(field.get("items", {}), (*path, key))
    return found


def test_every_reference_that_a_field_may_hold_has_its_ids() -> None:
    """No field points to a list that is not written."""
    written = set(_ids(library_of({})))
    pointed = {
        name
        for one in schema_files(settings_of_second())
        for name in re.findall(rf"{re.escape(IDS_FILE)}#/definitions/(\w+)", one.text)
    }

    assert pointed <= written
    assert {one.__name__ for one in REFERENCES} <= pointed


def test_an_id_that_two_kinds_share_is_known_with_its_kind() -> None:
    """As the check wants it: bare where it is clear, with the kind where it is not."""
    library = library_of(
        {
            "document/rules": {"statements": [statement("quorum", "flyer"), statement("fee", "flyer")]},
            "source/rules": {"statements": [statement("quorum", "flyer")]},
            "source/flyer": {},
        }
    )

    known = _ids(library)[f"StatementReference{KNOWN}"]["enum"]

    assert known == ["document:rules#quorum", "rules#fee", "source:rules#quorum"]
    assert _ids(library)[f"DocumentReference{KNOWN}"]["enum"] == ["rules"]


def test_an_offer_says_what_stands_behind_it() -> None:
    """The words of a statement beside its id, cut where they are long."""
    library = library_of({"document/rules": {"statements": [{"id": "quorum", "text": "Đủ một nửa. " * 20}]}})

    (snippet,) = _ids(library)["StatementReference"]["defaultSnippets"]

    assert (snippet["label"], snippet["body"]) == ("rules#quorum", "rules#quorum")
    assert snippet["description"].startswith("Đủ một nửa. ")
    assert len(snippet["description"]) == 120


def test_a_handbook_with_an_empty_list_has_a_sound_file() -> None:
    """A list without entries takes nothing, and says so."""
    settings = settings_of_second()
    vocabulary = settings.vocabulary.model_copy(update={"places": ()})
    library = library_of({}, settings=dataclasses.replace(settings, vocabulary=vocabulary))

    places = _ids(library)["places"]

    assert places == {"errorMessage": "Danh sách này chưa có mục nào; bỏ khóa này.", "type": "null"}


def test_a_new_record_is_known_at_once(config: Path) -> None:
    """What `new` makes can be referred to while the next file is typed."""
    assert new.main(["term", "ho-gia-dinh", "--config-file", str(config), "--date", DATE]) == 0

    assert "ho-gia-dinh" in _known_in(config, "TermReference")


def test_a_renamed_record_is_known_by_its_new_id(config: Path) -> None:
    """The old id is not offered any more."""
    assert rename.main(["term", "ban-quan-tri", "ban-quan-ly", "--config-file", str(config)]) == 0

    known = _known_in(config, "TermReference")
    assert "ban-quan-ly" in known
    assert "ban-quan-tri" not in known


def test_the_check_makes_known_what_was_typed(config: Path) -> None:
    """A file that was copied by hand counts after the next check."""
    terms = config.parent / "du-lieu" / "terms"
    text = (terms / "ban-quan-tri.yml").read_text(encoding="utf-8").replace("Ban quản trị", "Tổ trưởng tầng")
    (terms / "to-truong.yml").write_text(text.replace("[BQT]", "[TTT]"), encoding="utf-8")

    check.main(["--config-file", str(config), "--date", DATE])

    assert "to-truong" in _known_in(config, "TermReference")


def test_what_cannot_be_read_changes_nothing(config: Path) -> None:
    """While a file is broken its ids stay known: every other file would be told as wrong."""
    (config.parent / "du-lieu" / "terms" / "ban-quan-tri.yml").write_text("title: [", encoding="utf-8")
    before = _known_in(config, "TermReference")

    assert check.main(["--config-file", str(config), "--date", DATE]) == 1

    assert _known_in(config, "TermReference") == before


def test_a_handbook_without_schemas_gets_none_by_itself(tmp_path: Path) -> None:
    """Only `scripts/schemas.py` begins with them."""
    config_file = copy_of_second(tmp_path)

    check.main(["--config-file", str(config_file), "--date", DATE])

    assert not (config_file.parent / ".vscode").exists()


def test_what_a_person_set_stays(config: Path) -> None:
    """Settings of their own, and another width of the tab."""
    file = config.parent / SETTINGS_FILE
    own = {"editor.fontSize": 18, "files.eol": "auto", MAPPING: {"x.json": "gone/*.yml"}}
    file.write_text(json.dumps(own), encoding="utf-8")

    assert schemas.main(["--config-file", str(config)]) == 0

    kept = json.loads(file.read_text(encoding="utf-8"))
    assert (kept["editor.fontSize"], kept["files.eol"]) == (18, "auto")
    assert "x.json" not in kept[MAPPING]


def test_settings_that_are_no_plain_json_are_left_alone(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what to take out."""
    file = config.parent / SETTINGS_FILE
    file.write_text("{ // của tôi\n}", encoding="utf-8")

    assert schemas.main(["--config-file", str(config)]) == 1

    assert "bỏ ghi chú" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "{ // của tôi\n}"


def test_an_outline_tells_every_sort_of_value() -> None:
    """Lists with their lengths, numbers with their range, references with what they lead to."""
    found: dict[str, Outline] = {}
    models: tuple[type[BaseModel], ...] = (*(kind.model for kind in KINDS), Deployment)
    for one in models:
        for _, fields in groups_of(one):
            found |= {field.sort: field for field in fields}
    assert set(found) == {
        *("text", "id", "address", "flag", "day", "whole", "number", "amount"),
        *("choice", "entry", "reference", "part", "group"),
    }
    topic = {field.key: field for field in outlines_of(Topic)}
    assert (topic["questions"].many, topic["questions"].fewest, topic["questions"].most) == (True, 3, 5)
    assert topic["time_plan"].model is not None
    minutes = {field.key: field for field in outlines_of(topic["time_plan"].model)}["minutes"]
    assert (minutes.lowest, minutes.highest) == (1, 600)
    assert topic["cases"].reference is not None
    assert issubclass(topic["cases"].reference, Reference)


def test_what_the_check_tells_stands_in_the_list_of_problems() -> None:
    """The task of the program reads every finding that the check prints, as an error or as a warning."""
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    matchers = {matcher["severity"]: matcher["pattern"] for task in tasks for matcher in task["problemMatcher"]}
    printed = "".join((INVALID / name / EXPECTED).read_text(encoding="utf-8") for name in NAMES)
    told = Counter({"error": 0, "warning": 0})
    for severity, pattern in matchers.items():
        told[severity] = len(re.findall(pattern["regexp"], printed, re.MULTILINE))
    sums = re.findall(r"^([0-9]+) lỗi, ([0-9]+) cảnh báo\.$", printed, re.MULTILINE)

    assert told == {"error": sum(int(one) for one, _ in sums), "warning": sum(int(one) for _, one in sums)}
    assert all((ROOT / task["command"].split()[1]).is_file() for task in tasks)
