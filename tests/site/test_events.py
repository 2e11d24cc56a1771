"""What MkDocs is told when it is called by itself: the address of the site, and every fault before anything is done."""

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

import events
from building import DATE
from second_handbooks import project_with_second

HANDBOOK = "du-lieu/handbook.yml"


def _configured(config_file: Path) -> MkDocsConfig:
    config = load_config(str(config_file), site_dir=str(config_file.parent / "site"))
    config.extra["date"] = DATE
    return events.on_config(config)


@pytest.mark.parametrize(
    ("own", "of_deployment", "address"),
    [
        ("https://khac.example/", "https://vi-du.example/cu-dan", "https://khac.example/"),
        ("", "https://vi-du.example/cu-dan", "https://vi-du.example/cu-dan/"),
        ("", "", ""),
    ],
)
def test_the_site_has_the_address_that_is_known(tmp_path: Path, own: str, of_deployment: str, address: str) -> None:
    """That of mkdocs.yml first, then that of the deployment; without any, pages are loaded anew."""
    config_file = project_with_second(tmp_path)
    for file, key, value in ((config_file, "site_url", own), (config_file.parent / HANDBOOK, "address", of_deployment)):
        line = f"{key}: {value}\n" if value else ""
        text, count = re.subn(rf"^{key}: .*\n", line, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert count == 1
        file.write_text(
            text.replace("    - navigation.indexes", "    - navigation.indexes\n    - navigation.instant"), "utf-8"
        )

    config = _configured(config_file)

    assert (config.site_url or "") == address
    assert (events.INSTANT in config.theme["features"]) == bool(address)


@pytest.mark.parametrize(
    ("file", "fault", "told"),
    [
        (HANDBOOK, "zzz: 1\n", "du-lieu/handbook.yml"),
        ("du-lieu/terms/ban-quan-tri.yml", "zzz: 1\n", "du-lieu/terms/ban-quan-tri.yml"),
    ],
)
def test_mkdocs_stops_with_the_findings(tmp_path: Path, file: str, fault: str, told: str) -> None:
    """In the settings or in a record: it stops in its own way, with what `check` would say."""
    config_file = project_with_second(tmp_path)
    faulty = config_file.parent / file
    faulty.write_text(faulty.read_text(encoding="utf-8") + fault, encoding="utf-8")

    with pytest.raises(PluginError, match="Không có khóa “zzz” ở đây") as refused:
        _configured(config_file)
    assert told in str(refused.value)


def test_mkdocs_stops_when_the_theme_is_not_the_one_we_know(tmp_path: Path) -> None:
    """A block of ours that takes the place of nothing would not be seen; that is told before pages are made."""
    config_file = project_with_second(tmp_path)
    template = tmp_path / "theme" / "main.html"
    template.write_text(template.read_text(encoding="utf-8") + "{% block khong_co %}{% endblock %}\n", encoding="utf-8")

    with pytest.raises(PluginError, match="khong_co"):
        _configured(config_file)
