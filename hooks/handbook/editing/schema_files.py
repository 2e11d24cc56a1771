"""The files with which an editor's program helps while typing: a schema for each kind of file, and which is for which.

The schemas follow the models alone; what follows the data stands in one file more (schema_ids), made anew by every
command that reads the data. Writes nothing itself.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from handbook.editing.schema import schema_of
from handbook.library.record_files import PROSE_SUFFIX
from handbook.library.sheet import MODELS
from handbook.records.kinds import KINDS
from handbook.settings.deployment import Deployment
from handbook.settings.loading import LISTS
from handbook.settings.settings import Settings

FOLDER = ".vscode/schemas"
SETTINGS_FILE = ".vscode/settings.json"
MAPPING = "yaml.schemas"
PREFERENCES: dict[str, Any] = {
    "yaml.format.enable": False,
    "yaml.hoverSchemaSource": False,
    "yaml.schemaStore.enable": False,
    "yaml.yamlVersion": "1.2",
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
}
"""What else the program is told: the canonical form is ours, nothing is fetched from outside."""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema: its file inside the folder of schemas, and the files it is for, from the root of the handbook."""

    name: str
    text: str
    files: str
    """Empty for front matter, which no program reads as YAML."""


def schema_files(settings: Settings) -> tuple[SchemaFile, ...]:
    """Give every schema."""
    return tuple(
        SchemaFile(f"{name}.json", _as_text(schema_of(model, title, explanation)), files)
        for name, model, title, explanation, files in _described(settings)
    )


def program_settings(settings: Settings, before: dict[str, Any]) -> dict[str, Any]:
    """Give the settings of the program: what a person set stays, which schema is for which file is ours."""
    mapping = {f"{FOLDER}/{one.name}": one.files for one in schema_files(settings) if one.files}
    return {MAPPING: mapping, **PREFERENCES, **{key: value for key, value in before.items() if key != MAPPING}}


def _described(settings: Settings) -> Iterator[tuple[str, type[BaseModel], str, str, str]]:
    data = settings.name(settings.data_dir)
    for kind in KINDS:
        files = "" if kind.suffix == PROSE_SUFFIX else f"{data}/{kind.folder}/*{kind.suffix}"
        yield kind.id, kind.model, f"Bản ghi {kind.id}", f"Một tệp trong thư mục {kind.folder}.", files
    for sheet_id, model in MODELS.items():
        yield sheet_id, model, f"Tệp {sheet_id}.yml", "Một tệp dữ liệu, không phải bản ghi.", f"{data}/{sheet_id}.yml"
    for name, file, entries in LISTS:
        files = f"{data}/vocabulary/{file}"
        yield f"vocabulary-{name.replace('_', '-')}", entries, f"Danh sách {file}", "Một danh sách cho sẵn.", files
    yield "handbook", Deployment, "Thiết lập của cẩm nang", "Tên, địa chỉ, đơn vị đo.", settings.deployment_file.name


def _as_text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
