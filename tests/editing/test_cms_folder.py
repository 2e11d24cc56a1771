"""What the web editor keeps: files whole but for what changed, canonical, no others, and not over somebody's work."""

import json
from pathlib import Path

import pytest

from building import copy_of_the_handbook
from editing.cms_handbooks import loaded, second_in
from handbook.editing.cms_config import form_name
from handbook.editing.cms_folder import NEW, all_shown, keep
from handbook.editing.formatting import format_file
from handbook.editing.refusal import RefusedError
from handbook.records.checklist import Checklist
from handbook.records.term import Term
from handbook.settings.settings import Settings
from second_handbooks import texts_of


@pytest.fixture
def second(tmp_path: Path) -> Settings:
    """A copy of the second handbook."""
    return second_in(tmp_path)


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
    assert format_file(file.read_bytes(), file.name, Checklist)[0] == "\n".join(now)
    assert kept.shown == all_shown(second)[0][called]
    assert not kept.findings


def test_a_story_is_kept_under_its_head(second: Settings) -> None:
    """It comes out in one form, whatever the browser makes of its lines."""
    file = second.data_dir / "cases" / "toa-b.md"
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    form = {**json.loads(shown.content), "body": "\r\nMột.\r\n\r\nHai.\r\n\r\n"}

    kept = keep(second, called, shown.version, json.dumps(form))

    assert not kept.findings
    assert file.read_text(encoding="utf-8").partition("\n---\n")[2] == "\nMột.\n\nHai.\n"


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


def test_a_file_with_a_fault_is_left_to_its_writer(second: Settings) -> None:
    """It is not shown, it is told, and nothing is written over it."""
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    file.write_text("title: [", encoding="utf-8")

    now, findings = all_shown(second)
    assert called not in now
    assert [finding.path for finding in findings] == [second.name(file)]
    with pytest.raises(RefusedError, match="đang có lỗi"):
        keep(second, called, shown.version, shown.content)
    assert file.read_text(encoding="utf-8") == "title: ["


def test_a_key_that_no_form_knows_stays(second: Settings) -> None:
    """What somebody wrote beside the model's keys is a finding of the check, not a thing to lose."""
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    file.write_text(file.read_text(encoding="utf-8") + "unknown: a\n", encoding="utf-8")
    called = form_name(second.name(file))
    shown = all_shown(second)[0][called]
    form = json.loads(shown.content)
    assert form["unknown"] == "a"

    keep(second, called, shown.version, json.dumps(form | {"unknown": "b"}))

    assert file.read_text(encoding="utf-8").endswith("unknown: b\n")


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


@pytest.mark.parametrize(
    "content", ["", "[1]", "{", f'{{"title": {"[" * 60}{"]" * 60}}}', '{"title": "a\\ud800"}', '{"title": "a\\u0007"}']
)
def test_what_cannot_stand_in_a_file_is_refused(second: Settings, content: str) -> None:
    """The file stays as it was and the words say what to do."""
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    called = form_name(second.name(file))
    before = file.read_bytes()

    with pytest.raises(RefusedError, match="hưa ghi gì"):
        keep(second, called, all_shown(second)[0][called].version, content)

    assert file.read_bytes() == before
