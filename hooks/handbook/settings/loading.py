"""Loads the settings of a build from mkdocs.yml, handbook.yml and the vocabulary beside it, with all findings."""

from datetime import date
from pathlib import Path
from typing import Any

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.reading.files import ReadFile
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml
from handbook.settings.configuration import Written, read_configuration
from handbook.settings.day import commit_date
from handbook.settings.deployment import Deployment
from handbook.settings.settings import Settings
from handbook.settings.vocabulary import (
    Entry,
    EntryList,
    KindList,
    OwnerEntry,
    PlaceEntry,
    ProseEntry,
    ReportList,
    Vocabulary,
)

LISTS: tuple[tuple[str, str, type[EntryList[Any]]], ...] = (
    ("kinds", "kinds.yml", KindList),
    ("roles", "roles.yml", EntryList[Entry]),
    ("phases", "phases.yml", EntryList[Entry]),
    ("branch_types", "branch-types.yml", EntryList[Entry]),
    ("quarters", "quarters.yml", EntryList[Entry]),
    ("places", "places.yml", EntryList[PlaceEntry]),
    ("owners", "owners.yml", EntryList[OwnerEntry]),
    ("prose", "prose.yml", EntryList[ProseEntry]),
    ("reports", "reports.yml", ReportList),
)


def load_settings(
    config_file: Path, *, site_dir: Path | None = None, date: date | None = None
) -> tuple[Settings | None, list[Finding]]:
    """Load the settings of a build.

    Args:
        config_file: The mkdocs.yml of the handbook.
        site_dir: Where the finished site goes, when not where mkdocs.yml says.
        date: The date of the build; the date of the last commit when not given.
    """
    config_file = config_file.resolve()
    root = config_file.parent
    configuration, findings = read_configuration(config_file, config_file.name)
    if configuration is None:
        return None, findings
    docs_dir = (root / configuration.docs_dir.text).resolve()
    if not docs_dir.is_dir():
        return None, [*findings, _no_folder(config_file.name, configuration.docs_dir)]
    handbook_file = (root / configuration.handbook).resolve()
    deployment, deployment_file, deployment_findings = _load_deployment(handbook_file, root, docs_dir)
    vocabulary, vocabulary_findings = _load_vocabulary(handbook_file.parent / "vocabulary", root)
    findings += deployment_findings + vocabulary_findings
    if deployment is None or deployment_file is None or vocabulary is None:
        return None, findings
    return (
        Settings(
            root=root,
            config_file=config_file,
            docs_dir=docs_dir,
            data_dir=handbook_file.parent,
            site_dir=site_dir.resolve() if site_dir else (root / configuration.site_dir).resolve(),
            date=date or commit_date(root),
            deployment=deployment,
            vocabulary=vocabulary,
            navigation=configuration.navigation,
            theme_dir=(root / configuration.theme_dir).resolve() if configuration.theme_dir else None,
            configuration_files=(config_file, *((root / part).resolve() for part in configuration.parts)),
            deployment_file=deployment_file,
        ),
        findings,
    )


def _no_folder(name: str, docs_dir: Written) -> Finding:
    message = f"Không có thư mục bài viết “{docs_dir.text}”."
    hint = "Tạo thư mục này, hoặc sửa “docs_dir”."
    return Finding(name, docs_dir.line, docs_dir.column, Code.FILE_MISSING, message, hint)


def _name(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def _load_deployment(
    file: Path, root: Path, docs_dir: Path
) -> tuple[Deployment | None, ReadFile | None, list[Finding]]:
    read, findings = read_yaml(file, _name(file, root))
    if read is None:
        return None, None, findings
    deployment, model_findings = validate(Deployment, read)
    if deployment and deployment.picture and not (docs_dir / deployment.picture).is_file():
        place = read.place(("picture",))
        message = f"Không có tệp hình “{deployment.picture}” trong thư mục bài viết."
        hint = "Chép hình vào đó, hoặc sửa “picture”."
        model_findings.append(Finding(read.name, place.line, place.column, Code.FILE_MISSING, message, hint))
    return deployment, read, findings + model_findings


def _load_vocabulary(folder: Path, root: Path) -> tuple[Vocabulary | None, list[Finding]]:
    lists: dict[str, tuple[Any, ...]] = {}
    findings: list[Finding] = []
    whole = True
    for field, file_name, model in LISTS:
        file = folder / file_name
        if not file.exists():
            continue
        read, file_findings = read_yaml(file, _name(file, root))
        findings += file_findings
        entries = None
        if read is not None:
            entries, model_findings = validate(model, read)
            findings += model_findings
        if entries is None:
            whole = False
        else:
            lists[field] = entries.entries
    return (Vocabulary(**lists) if whole else None), findings
