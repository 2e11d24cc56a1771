"""Settings: what mkdocs.yml and handbook.yml say, what is unset, the closed lists, the date of the build."""

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from pydantic import ValidationError

from building import SECOND
from handbook.diagnostics.finding import Finding
from handbook.settings.configuration import NavigationEntry, read_configuration
from handbook.settings.day import commit_date
from handbook.settings.deployment import Repository
from handbook.settings.loading import load_settings
from libraries import settings_of_second

LEAST = "schema_version: 1\nname: Cẩm nang\n"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A copy of the second handbook that may be changed; gives its configuration file."""
    shutil.copytree(SECOND, tmp_path / "handbook")
    return tmp_path / "handbook" / "mkdocs.yml"


def _codes(findings: list[Finding]) -> list[str]:
    return [str(finding.code) for finding in findings]


def test_folders_are_those_of_the_configuration() -> None:
    """Nothing depends on the names docs, data and site."""
    settings = settings_of_second()

    assert settings.docs_dir == SECOND / "bai-viet"
    assert settings.data_dir == SECOND / "du-lieu"
    assert settings.site_dir == SECOND / "trang"
    assert settings.name(SECOND / "du-lieu" / "handbook.yml") == "du-lieu/handbook.yml"
    assert settings.name(SECOND.parent / "building.py").endswith("/building.py")


def test_what_is_asked_for_goes_before_what_is_configured(tmp_path: Path) -> None:
    """Site folder and date of the command line win."""
    settings, _ = load_settings(SECOND / "mkdocs.yml", site_dir=tmp_path / "site", date=dt.date(2027, 1, 2))

    assert settings is not None
    assert settings.site_dir == tmp_path / "site"
    assert settings.date == dt.date(2027, 1, 2)


def test_what_is_unset_is_absent(handbook: Path) -> None:
    """A name is enough; a missing list is an empty list."""
    (handbook.parent / "du-lieu/handbook.yml").write_text(LEAST, encoding="utf-8")
    shutil.rmtree(handbook.parent / "du-lieu/vocabulary")

    settings, findings = load_settings(handbook)

    assert findings == []
    assert settings is not None
    deployment = settings.deployment
    assert (deployment.address, deployment.repository, deployment.contact) == (None, None, None)
    assert (deployment.footer, deployment.units, settings.vocabulary.places) == ((), (), ())
    assert settings.unit("day") is None


def test_all_faults_of_the_settings_are_told_at_once(handbook: Path) -> None:
    """A fault in one list does not hide one in another."""
    vocabulary = handbook.parent / "du-lieu/vocabulary"
    (vocabulary / "roles.yml").write_text("schema_version: 1\nentries:\n  - {id: a, titel: A}\n", encoding="utf-8")
    (vocabulary / "places.yml").write_text("", encoding="utf-8")
    (handbook.parent / "du-lieu/handbook.yml").write_text("schema_version: 1\n", encoding="utf-8")

    settings, findings = load_settings(handbook)

    assert settings is None
    assert sorted(_codes(findings)) == ["file.empty", "value.missing", "value.missing", "value.unknown-key"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &x [1]\nb: *x\n", "2:4 yaml.alias"),
        (f"a: {'[' * 60}{']' * 60}\n", "yaml.depth"),
        ("#" * 5_000_000, "1:1 file.too-big"),
        (None, "1:1 settings.value"),
    ],
)
def test_a_configuration_that_is_too_much_or_not_there_is_told(tmp_path: Path, text: str | None, told: str) -> None:
    """Whatever stands in its place: one finding, and no endless reading."""
    file = tmp_path / "mkdocs.yml"
    if text is not None:
        file.write_text(text, encoding="utf-8")

    configuration, (finding,) = read_configuration(file, "mkdocs.yml")

    assert configuration is None
    assert f"{finding.line}:{finding.column} {finding.code}".endswith(told)


def test_folders_that_nobody_names_are_mkdocs_own(tmp_path: Path) -> None:
    """A configuration may leave them out."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra: {handbook: a.yml}\n", encoding="utf-8")

    configuration, findings = read_configuration(file, "mkdocs.yml")

    assert findings == []
    assert configuration is not None
    assert (configuration.docs_dir.text, configuration.site_dir, configuration.theme_dir) == ("docs", "site", "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"edit_address": "https://kho.example/"}, "tên tệp"),
        ({"edit_address": "https://kho.example/{path}", "issue_address": "https://kho.example/"}, "lời điền sẵn"),
    ],
)
def test_a_pattern_without_its_place_is_refused(fields: dict[str, str], said: str) -> None:
    """A link for mending that leads nowhere is worse than none."""
    with pytest.raises(ValidationError, match=said):
        Repository.model_validate(fields)


def test_units_and_kinds_are_found_by_id() -> None:
    """An unknown unit is none."""
    settings = settings_of_second()
    day = settings.unit("day")

    assert day is not None
    assert (day.label, day.pad) == ("ngày", 2)
    assert settings.unit("metre") is None
    assert settings.kind("case").slug == "chuyen"


def test_the_edit_address_holds_file_and_line() -> None:
    """Both places are filled; a pattern without a line is fine."""
    with_line = Repository(edit_address="https://kho.example/{path}#dong-{line}")
    without = Repository(edit_address="https://kho.example/{path}")

    assert with_line.edit("du-lieu/a.yml", 7) == "https://kho.example/du-lieu/a.yml#dong-7"
    assert without.edit("du-lieu/a.yml", 7) == "https://kho.example/du-lieu/a.yml"


def test_the_date_is_that_of_the_last_commit(tmp_path: Path) -> None:
    """The committer's own day counts, whatever the day is elsewhere."""
    moment = "2025-03-04T01:30:00+07:00"
    environment = {**os.environ, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    who = ["-c", "user.name=Thử", "-c", "user.email=thu@vi-du.example", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], [*who, "commit", "--quiet", "--allow-empty", "--message=Bắt đầu"]):
        subprocess.run(["git", "-C", tmp_path, *command], check=True, env=environment)

    assert commit_date(tmp_path) == dt.date(2025, 3, 4)


def test_without_a_commit_the_date_is_today(tmp_path: Path) -> None:
    """A folder that is no repository is dated today, in UTC; midnight may pass meanwhile."""
    before = dt.datetime.now(tz=dt.UTC).date()

    assert before <= commit_date(tmp_path) <= dt.datetime.now(tz=dt.UTC).date()


def test_without_git_the_date_is_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git builds all the same."""
    monkeypatch.setenv("PATH", str(tmp_path))
    before = dt.datetime.now(tz=dt.UTC).date()

    assert before <= commit_date(SECOND) <= dt.datetime.now(tz=dt.UTC).date()


def test_the_navigation_is_read_with_its_places(tmp_path: Path) -> None:
    """Named, unnamed and nested entries count; a tag that only MkDocs understands does no harm."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "docs_dir: bai-viet\n"
        "extra: {handbook: a.yml}\n"
        "markdown_extensions:\n  - x: {slugify: !!python/name:a.b.c ''}\n"
        "nav:\n  - index.md\n  - Nhóm:\n      - a/index.md\n      - Bài: a/b.md\n",
        encoding="utf-8",
    )

    configuration, findings = read_configuration(file, "mkdocs.yml")

    assert findings == []
    assert configuration is not None
    assert configuration.site_dir == "site"
    assert configuration.navigation == (
        NavigationEntry("index.md", 6, 5),
        NavigationEntry("a/index.md", 8, 9),
        NavigationEntry("a/b.md", 9, 14),
    )


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", 1), (b"- a\n", 1), (b"a: b\nc: d: e\n", 2), (b"a: \xff\n", 1), (b"a: \x07\n", 1), (b"extra: {}\n", 1)],
)
def test_a_configuration_that_cannot_be_used_is_told(tmp_path: Path, content: bytes, line: int) -> None:
    """Whatever the fault of mkdocs.yml, it is a finding with a hint."""
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(content)

    configuration, findings = read_configuration(file, "mkdocs.yml")

    assert configuration is None
    (finding,) = findings
    assert (finding.line, str(finding.code)) == (line, "settings.value")
    assert finding.hint
