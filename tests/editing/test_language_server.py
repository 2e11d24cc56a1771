"""What an editor's program says while somebody types: asked of the YAML language server itself, over our schemas."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from building import ROOT
from commands import schemas
from editing.full_records import Known, Writer
from editing.language_server import LanguageServer, Told
from handbook.editing.schema import IDS_FILE
from handbook.editing.schema_files import FOLDER, MAPPING, SETTINGS_FILE
from handbook.library.record_files import PROSE_SUFFIX
from handbook.records.kinds import KINDS, Kind
from invalid_examples import EXPECTED, INVALID, handbook_with_fault
from second_handbooks import copy_of_second

FRONT_MATTER = "dau-trang"
"""Where the tests put front matter, which no program reads as YAML by itself."""
EXAMPLES = (
    *("unknown-phase", "unknown-place", "unknown-quarter", "unknown-role", "unknown-unit"),
    *("reference-unknown-in-field", "value-malformed-reference", "wrong-kind-of-reference"),
    *("value-choice", "value-date-not-in-calendar", "value-date-written-our-way", "value-empty-list"),
    *("value-empty-text", "value-list-expected", "value-malformed-address", "value-malformed-id"),
    *("value-nothing", "value-out-of-range", "value-text-for-number", "value-too-long"),
    *("value-unknown-key", "yaml-alias-bomb", "yaml-cut-by-colon-in-list", "yaml-key-no-text"),
    *("yaml-list-for-record", "yaml-nested-too-deep", "yaml-number-leading-zero", "yaml-yes-as-flag"),
    "file-empty",
)
"""The bad examples of the check whose fault a schema can see."""
OWN_WORDS = ("yaml-duplicate-key",)
"""Those that the server sees by itself, and tells in its own words."""

_FINDING = re.compile(r"^([^\n:]+):(\d+):\d+: ", re.MULTILINE)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second handbook with its schemas."""
    config = copy_of_second(tmp_path_factory.mktemp("typing"))
    assert schemas.main(["--config-file", str(config)]) == 0
    return config.parent


@pytest.fixture(scope="module")
def server(handbook: Path) -> Iterator[LanguageServer]:
    """The server, told what VS Code would tell it."""
    with _server(handbook) as found:
        yield found


def _server(folder: Path) -> LanguageServer:
    settings = json.loads((folder / SETTINGS_FILE).read_text(encoding="utf-8"))
    settings[MAPPING][f"{FOLDER}/case.json"] = f"{FRONT_MATTER}/*.yml"
    return LanguageServer(folder, settings)


@pytest.fixture(scope="module")
def known(handbook: Path) -> Known:
    """What the data allows."""
    definitions: Known = json.loads((handbook / FOLDER / IDS_FILE).read_text(encoding="utf-8"))["definitions"]
    return definitions


def _not_ours(told: Mapping[str, list[Told]], folder: Path) -> list[Told]:
    """Give what is told in words that no schema has: the server's own, which are English."""
    words = "".join(file.read_text(encoding="utf-8") for file in sorted((folder / FOLDER).iterdir()))
    messages = [one for found in told.values() for one in found]
    return [one for one in messages if json.dumps(one.message, ensure_ascii=False) not in words]


def _folder(kind: Kind) -> str:
    return FRONT_MATTER if kind.suffix == PROSE_SUFFIX else f"du-lieu/{kind.folder}"


def _front_matter(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("---\n")[1]


def test_good_records_are_told_nothing() -> None:
    """Every data file and every head of a case, of the handbook that is published."""
    texts = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in ROOT.glob("data/**/*.yml")}
    texts |= {f"{FRONT_MATTER}/{file.stem}.yml": _front_matter(file) for file in ROOT.glob("data/cases/*.md")}
    with _server(ROOT) as server:
        told = server.check(texts)

    assert {name: found for name, found in told.items() if found} == {}
    assert len(told) > 100


def test_bad_examples_are_told_where_the_check_tells_them(
    server: LanguageServer, handbook: Path, tmp_path: Path
) -> None:
    """On the same lines, in Vietnamese where the schema gives the words."""
    texts, expected = {}, {}
    for name in (*EXAMPLES, *OWN_WORDS):
        found = _FINDING.findall((INVALID / name / EXPECTED).read_text(encoding="utf-8"))
        (file,) = {Path(file) for file, _ in found}
        text = (handbook_with_fault(name, tmp_path / name).parent / file).read_text(encoding="utf-8")
        opened = file.with_name(f"{name}.yml").as_posix()
        texts[opened], expected[opened] = text, {int(line) for _, line in found}

    told = server.check(texts)

    assert {name: {one.line for one in found} for name, found in told.items()} == expected
    assert len(told) >= 30
    assert _not_ours({name: found for name, found in told.items() if Path(name).stem not in OWN_WORDS}, handbook) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_is_explained(kind: Kind, server: LanguageServer, known: Known) -> None:
    """A record with every field is told nothing, and hover gives title and help of each."""
    name = f"{_folder(kind)}/{kind.id}-whole.yml"
    text, lines = Writer(known).record(kind.model)
    assert server.check({name: text}) == {name: []}

    for line in lines:
        hover = re.sub(r"\\(.)", r"\1", server.hover(name, line.number, line.column + 1))
        assert hover.startswith(f"#### {line.field.title}"), line.path
        assert line.field.help in hover, line.path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_is_guarded(kind: Kind, server: LanguageServer, known: Known, handbook: Path) -> None:
    """A value of another kind is told at its line and nowhere else, in Vietnamese."""
    paths = dict.fromkeys(line.path for line in Writer(known).record(kind.model)[1])
    texts, expected = {}, {}
    for number, path in enumerate(paths):
        name = f"{_folder(kind)}/{kind.id}-wrong-{number}.yml"
        texts[name], lines = Writer(known, wrong=path).record(kind.model)
        expected[name] = {line.number for line in lines if line.path == path}

    told = server.check(texts)

    assert {name: {one.line for one in found} for name, found in told.items()} == expected
    assert _not_ours(told, handbook) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_missing_key_is_told(kind: Kind, server: LanguageServer, known: Known, handbook: Path) -> None:
    """Where its group begins: at the first key of the file or of the list's item, or at the key it stands under."""
    required = {line.path: line.field for line in Writer(known).record(kind.model)[1] if line.field.required}
    texts, expected = {}, {}
    for number, (path, field) in enumerate(required.items()):
        name = f"{_folder(kind)}/{kind.id}-missing-{number}.yml"
        texts[name], lines = Writer(known, left_out=path).record(kind.model)
        above = [line for line in lines if line.path == path[:-1] and not line.field.many]
        beside = [line for line in lines if line.path[:-1] == path[:-1]]
        found = above or beside[:1]
        expected[name] = {(line.number, f"Thiếu khóa “{field.key}” ({field.title}). {field.help}") for line in found}

    told = server.check(texts)

    assert {name: {(one.line, one.message) for one in found} for name, found in told.items()} == expected
    assert _not_ours(told, handbook) == []


def test_what_is_known_is_offered(server: LanguageServer) -> None:
    """Ids of statements and entries of closed lists, where one is to be written."""
    name = "du-lieu/checklists/offered.yml"
    text = "phases:\n  - phase: \n    items:\n      - statements:\n          - \n        duty: \n"
    server.check({name: text})

    assert server.offered(name, 2, 12) == ["prepare", "meet"]
    assert "noi-quy-2025#quorum" in server.offered(name, 5, 13)
    assert server.offered(name, 6, 15) == ["must", "should"]
