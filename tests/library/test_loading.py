"""A library is loaded from what there is; what cannot be read is told and never called missing."""

import datetime as dt
import shutil
from pathlib import Path

from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import REPORT, Target
from handbook.settings.loading import load_settings
from second_handbooks import copy_of_second

DAY = dt.date(2026, 11, 22)


def _loaded(config_file: Path) -> tuple[Library, list[Finding]]:
    settings, findings = load_settings(config_file, date=DAY)
    assert settings is not None, findings
    return load_library(settings)


def test_a_kind_that_nobody_writes_needs_no_folder(tmp_path: Path) -> None:
    """Another handbook may have no terms at all."""
    config_file = copy_of_second(tmp_path)
    shutil.rmtree(config_file.parent / "du-lieu" / "terms")

    library, findings = _loaded(config_file)

    assert findings == []
    assert "term" not in library.kinds()


def test_a_sheet_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    """The changes stand in one file; a slip in it is told alone."""
    config_file = copy_of_second(tmp_path)
    (config_file.parent / "du-lieu" / "changes.yml").write_text("entries: [\n", encoding="utf-8")

    library, findings = _loaded(config_file)

    assert [(finding.path, str(finding.code)) for finding in findings] == [("du-lieu/changes.yml", "yaml.syntax")]
    assert library.unread == {Target(REPORT, "changes")}


def test_a_file_full_of_references_is_too_big(tmp_path: Path) -> None:
    """More than anybody writes: it is told once and not looked through."""
    config_file = copy_of_second(tmp_path)
    term = config_file.parent / "du-lieu" / "terms" / "ban-quan-tri.yml"
    term.write_text(f"schema_version: 1\ntitle: Từ\nmeaning: {'((a)) ' * 10_001}\n", encoding="utf-8")

    library, findings = _loaded(config_file)

    assert Target("term", "ban-quan-tri") in library.unread
    assert [(one.path, one.message) for one in findings] == [
        ("du-lieu/terms/ban-quan-tri.yml", "Tệp có hơn 10.000 dấu “((”.")
    ]
