"""The web editor's side of the house: forms from the models, values there and back, files kept whole, no strangers."""

import datetime as dt
import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from building import ROOT, copy_of_the_handbook
from editing.written_records import values_of
from handbook.editing.cms_config import BODY, cms_config, form_name
from handbook.editing.cms_editor import ENTRY, editor_file, refuse_other_editor
from handbook.editing.cms_fields import Widget
from handbook.editing.cms_folder import NEW, all_shown, keep
from handbook.editing.cms_server import CmsServer
from handbook.editing.cms_values import from_form, to_form
from handbook.editing.formatting import format_file
from handbook.editing.refusal import RefusedError
from handbook.records.kinds import KINDS, Kind
from handbook.records.outlines import outlines_of
from handbook.records.term import Term
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from second_handbooks import copy_of_second, texts_of


def loaded(config_file: Path) -> Settings:
    """Load the settings of a handbook without faults."""
    settings, findings = load_settings(config_file)
    assert settings is not None, findings
    return settings


@pytest.fixture
def second(tmp_path: Path) -> Settings:
    """A copy of the second handbook."""
    return loaded(copy_of_second(tmp_path))


def flat(fields: list[Widget]) -> Iterator[Widget]:
    """Give every widget of a form, those inside groups too."""
    for field in fields:
        yield field
        yield from flat(field.get("fields", []))


def filled(values: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Give what the web editor makes of values that it shows unchanged: what is left out becomes empty or a default."""
    result: dict[str, Any] = {}
    for field in outlines_of(model):
        value = values.get(field.key)
        default = model.model_fields[field.key].default
        if field.model is not None and isinstance(value, list):
            result[field.key] = [filled(one, field.model) for one in value]
        elif field.model is not None and isinstance(value, dict):
            result[field.key] = filled(value, field.model)
        elif value is not None:
            result[field.key] = value
        elif default is not PydanticUndefined and default is not None:
            result[field.key] = json.loads(json.dumps(default))
        else:
            result[field.key] = {"flag": False, "number": None, "whole": None}.get(field.sort, "")
    return result


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_of_every_kind_is_in_the_form(kind: Kind) -> None:
    """With its Vietnamese title and help; what must be there is marked."""
    collections = {one["name"]: one for one in cms_config(loaded(ROOT / "mkdocs.yml"))["collections"]}

    form = collections[kind.id]["fields"]

    assert [field["name"] for field in form if field["name"] != BODY] == list(kind.model.model_fields)
    for field in flat(form):
        assert field["widget"] == "hidden" or (field["label"] and field["hint"])
    wanted = {name for name, field in kind.model.model_fields.items() if field.is_required() and name != "criteria"}
    assert wanted <= {field["name"] for field in form if field.get("required") or field["widget"] == "hidden"}


def test_choices_come_from_the_closed_lists_and_the_help(second: Settings) -> None:
    """An id of a closed list is chosen by its title, a fixed word by what its help says, a record by its title."""
    form = next(one for one in cms_config(second)["collections"] if one["name"] == "checklist")["fields"]
    fields = {field["name"]: field for field in flat(form)}

    assert [option["label"] for option in fields["roles"]["options"]] == [
        entry.title for entry in second.vocabulary.roles
    ]
    assert fields["duty"]["options"][0] == {"value": "must", "label": "Bắt buộc, phải có điều làm căn cứ"}
    assert fields["documents"]["widget"] == "relation"
    assert fields["documents"]["collection"] == "document"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@hypothesis_settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_an_unchanged_form_gives_unchanged_values(kind: Kind, data: st.DataObject) -> None:
    """Whatever a record holds: shown, filled up with empty values and defaults, sent back as JSON, it says the same."""
    values = data.draw(values_of(kind.model))

    sent = json.loads(json.dumps(filled(to_form(values, kind.model), kind.model)))

    assert from_form(sent, kind.model, values) == values


def test_an_unchanged_form_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    """Of this whole handbook: each file is kept as it is shown, and not a byte of the handbook changes."""
    settings = loaded(copy_of_the_handbook(tmp_path))
    before = texts_of(settings.config_file)
    shown, findings = all_shown(settings)

    for called, file in list(shown.items())[:: len(shown) // 40]:
        keep(settings, called, file.version, file.content)

    assert not findings
    assert len(shown) > 400
    assert texts_of(settings.config_file) == before


def test_a_changed_value_changes_its_line_only(second: Settings) -> None:
    """Comments, the way numbers are written and everything else stay; what comes out is canonical."""
    file = second.data_dir / "checklists" / "hop-cu-dan.yml"
    text = file.read_text(encoding="utf-8")
    for key in ("title:", "    items:", "      - id:", "        text:"):
        text = text.replace(f"\n{key}", f"\n{' ' * (len(key) - len(key.lstrip()))}# Ghi chú\n{key}", 1)
    lines = text.split("\n")
    assert lines.count("        # Ghi chú") == 1
    file.write_text("\n".join(lines), encoding="utf-8")
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    form = json.loads(shown.content)
    old = form["phases"][0]["items"][0]["text"]
    form["phases"][0]["items"][0]["text"] = f"  {old} (đã xem)\r\n"

    kept = keep(second, called, shown.version, json.dumps(form))

    now = file.read_text(encoding="utf-8").split("\n")
    changed = [(one, other) for one, other in zip(lines, now, strict=True) if one != other]
    assert len(changed) == 1
    assert changed[0][1].endswith(f"{old} (đã xem)")
    assert format_file(file.read_bytes(), file.name, KINDS[2].model)[0] == "\n".join(now)
    assert kept.shown == all_shown(second)[0][called]
    assert not kept.findings


def test_numbers_references_and_days_are_told_apart(second: Settings) -> None:
    """Where a number or a reference may stand, digits are a number; a day is a day; elsewhere both are words."""
    file = second.data_dir / "criteria" / "thi-dua-tang.yml"
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    form = json.loads(shown.content) | {"total": "94.5", "reviewed_on": "2026-11-22", "short_title": "2026-11-22"}

    keep(second, called, shown.version, json.dumps(form))

    text = file.read_text(encoding="utf-8")
    assert "\ntotal: 94.5\n" in text
    assert "\nreviewed_on: 2026-11-22\n" in text
    assert '\nshort_title: "2026-11-22"\n' in text


def test_what_changed_meanwhile_is_not_overwritten(second: Settings) -> None:
    """A file that somebody else changed since it was opened stays theirs."""
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    file.write_text(file.read_text(encoding="utf-8") + "# mới\n", encoding="utf-8")
    theirs = file.read_bytes()

    with pytest.raises(RefusedError, match="đã đổi từ lúc mở"):
        keep(second, called, shown.version, shown.content)
    with pytest.raises(RefusedError, match="đã đổi từ lúc mở"):
        keep(second, called, NEW, shown.content)

    assert file.read_bytes() == theirs


def test_a_new_record_begins_as_a_draft(second: Settings) -> None:
    """It gets a file of its own among the records of its kind, in canonical form."""
    form = {
        "draft": False,
        "title": "Lối thoát hiểm",
        "meaning": "Lối ra khi có cháy.",
        "explained": True,
        "related": [],
    }

    kept = keep(second, "du-lieu/terms/loi-thoat-hiem.json", NEW, json.dumps(form))

    text = (second.root / kept.name).read_text(encoding="utf-8")
    assert text == "schema_version: 1\ndraft: true\ntitle: Lối thoát hiểm\nmeaning: Lối ra khi có cháy.\n"
    assert format_file(text.encode(), kept.name, Term)[0] == text


def test_what_is_wrong_with_a_kept_file_is_told(second: Settings) -> None:
    """With line and remedy, as the check tells it; the file is kept all the same, half-done work too."""
    file = second.data_dir / "documents" / "noi-quy-2025.yml"
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    form = json.loads(shown.content)
    form["statements"][0]["text"] = "Có {value} và {value}."

    kept = keep(second, called, shown.version, json.dumps(form))

    lines = file.read_text(encoding="utf-8").split("\n")
    assert [lines[found.line - 1].strip(" -") for found in kept.findings] == ["text: Có {value} và {value}."]


@pytest.mark.parametrize(
    "called",
    [
        "mkdocs.json",
        "../handbook.json",
        "du-lieu/../mkdocs.json",
        "du-lieu/terms/../../mkdocs.json",
        "du-lieu/terms/Ồn.json",
        "du-lieu/terms/sub/x.json",
        "du-lieu/unknown/x.json",
        "du-lieu/vocabulary/new.json",
        "bai-viet/new.json",
        "/etc/passwd",
        "",
    ],
)
def test_nothing_else_is_written(second: Settings, called: str) -> None:
    """Only the handbook's own files and new records with a proper id."""
    before = sorted(second.root.parent.rglob("*"))

    with pytest.raises(RefusedError):
        keep(second, called, NEW, json.dumps({"title": "x"}))

    assert sorted(second.root.parent.rglob("*")) == before


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"title": "a\\ud800"}', '{"title": "a\\u0007"}'])
def test_what_cannot_stand_in_a_file_is_refused(second: Settings, content: str) -> None:
    """The file stays as it was and the words say what to do."""
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    called = form_name(second.name(file))
    before = file.read_bytes()

    with pytest.raises(RefusedError, match="hưa ghi gì"):
        keep(second, called, all_shown(second)[0][called].version, content)

    assert file.read_bytes() == before


def a_package(folder: Path, style: str) -> Path:
    """Make something that looks like the web editor's package."""
    for name in ("npm/assets", "locales"):
        (folder / name).mkdir(parents=True)
    (folder / ENTRY).write_text(style, encoding="utf-8")
    for font in ("source-sans-3-latin-wght-normal", "noto-mono-latin-400-normal", "icons-latin-wght-normal"):
        (folder / "npm" / "assets" / f"{font}-AbC1.woff2").write_bytes(b"font")
    (folder / "locales" / "vi.json").write_text('{"save": "Lưu"}', encoding="utf-8")
    (folder / "secret.txt").write_text("x", encoding="utf-8")
    return folder


FONTS = "".join(
    f"url(https://cdn.example/fontsource/fonts/{name}.woff2)"
    for name in ("source-sans-3:vf@5.3.0/latin-wght-normal", "noto-mono@5.3.0/latin-400-normal")
)
THIRD = "url(https://cdn.example/fontsource/fonts/icons:vf@5.3.7/latin-wght-normal.woff2)"


def test_fonts_come_from_the_package(tmp_path: Path) -> None:
    """Every address of a font is replaced by the one brought along; the words are a module."""
    package = a_package(tmp_path, FONTS + THIRD)
    refuse_other_editor(package)

    entry, words = editor_file(package, ENTRY), editor_file(package, "locales/vi.json")

    assert entry is not None
    assert words is not None
    assert b"https:" not in entry.content
    assert entry.content.count(b"url(/editor/npm/assets/") == 3
    assert words.content.startswith(b"export default {")


@pytest.mark.parametrize("style", ["", FONTS, FONTS + THIRD.replace("icons", "unknown"), (FONTS + THIRD) * 2])
def test_another_version_of_the_editor_is_refused(tmp_path: Path, style: str) -> None:
    """If it names more, fewer or other fonts, nobody knows what else it calls."""
    with pytest.raises(RefusedError, match="gọi ra ngoài"):
        refuse_other_editor(a_package(tmp_path, style))


@pytest.fixture
def served(second: Settings, tmp_path: Path) -> Iterator[CmsServer]:
    """The server over the second handbook, without a real web editor."""
    package = a_package(tmp_path / "package", FONTS + THIRD)
    server = CmsServer(0, package, lambda: loaded(second.config_file), lambda _: None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def asked(server: CmsServer, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    """Ask the server and give its status and its words."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body.encode() or None, named)
    answer = connection.getresponse()
    words = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, words


def test_the_server_writes_for_its_own_page_only(served: CmsServer, second: Settings) -> None:
    """Not for another site's page, not under another site's name, not without saying where from."""
    own = served.address.rstrip("/")
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    called = form_name(second.name(file))
    before = file.read_bytes()
    shown = json.loads(asked(served, "GET", "/files")[1])[called]
    form = json.loads(shown["content"]) | {"reviewed_on": dt.date(2026, 11, 22).isoformat()}
    body = json.dumps({"path": called, "version": shown["version"], "content": json.dumps(form)})

    assert asked(served, "PUT", "/files", body)[0] == 403
    assert asked(served, "PUT", "/files", body, Origin="https://vi-du.example")[0] == 403
    assert asked(served, "PUT", "/files", body, Origin=own, Host="vi-du.example")[0] == 403
    assert asked(served, "GET", "/files", Host="vi-du.example")[0] == 403
    assert asked(served, "PUT", "/files", "not JSON", Origin=own)[0] == 400
    assert file.read_bytes() == before
    assert asked(served, "PUT", "/files", body, Origin=own)[0] == 200
    assert b"\nreviewed_on: 2026-11-22\n" in file.read_bytes()
    status, words = asked(served, "PUT", "/files", body, Origin=own)
    assert status == 409
    assert "đã đổi từ lúc mở" in json.loads(words)["message"]


@pytest.mark.parametrize("path", ["/editor/secret.txt", "/editor/../../handbook/mkdocs.yml", "/editor/", "/mkdocs.yml"])
def test_the_server_gives_nothing_else(served: CmsServer, path: str) -> None:
    """Only the page, the configuration, the files of the handbook and those of the web editor."""
    assert asked(served, "GET", path)[0] == 404
