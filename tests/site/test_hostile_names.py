"""A file's name is a text, too, and comes from whoever puts the file there."""

import re
from pathlib import Path

import pytest

from building import ROOT, build, run_command
from injections import PAYLOADS
from second_handbooks import copy_of_second

NAMES = sorted({re.sub("/+", "/", payload.strip("/")) for payload in PAYLOADS})
"""Where an attack has a slash, it is a folder's name and that of a file in it; the whole attack is in the path."""
PAGE = "---\ntitle: Trang\ndescription: Trang.\n---\n\nMột trang.\n"
TERM = "schema_version: 1\ntitle: Từ\nmeaning: Một từ.\n"


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    """A copy of the second handbook, to be changed."""
    made = copy_of_second(tmp_path)
    made.write_text(made.read_text(encoding="utf-8").replace("../..", ROOT.as_posix()), encoding="utf-8")
    return made


def test_there_are_names_enough() -> None:
    """Sixty different ones at least, tags that end among them."""
    assert len(NAMES) >= 60
    assert "<script>ran()</script>" in NAMES


def test_a_page_or_a_record_with_an_attack_for_a_name_is_refused(configuration: Path) -> None:
    """Each by its name, and nothing else is said."""
    root = configuration.parent
    for name in NAMES:
        _put(root / "du-lieu" / "terms" / f"{name}.yml", TERM)
        _put(root / "bai-viet" / "hop" / f"{name}.md", PAGE)

    told = run_command("check", "--config-file", configuration).stdout

    assert set(re.findall(r"\[([a-z.-]+)\]\n", told)) == {"file.odd-name"}
    for name in NAMES:
        assert f"du-lieu/terms/{name}.yml:1:1: " in told
        assert f"bai-viet/hop/{name}.md:1:1: " in told


def test_a_picture_with_an_attack_for_a_name_is_a_file_like_any_other(configuration: Path, tmp_path: Path) -> None:
    """It is copied as it is; no page says its name."""
    for name in NAMES:
        _put(configuration.parent / "bai-viet" / "hinh" / f"{name}.png", "x")

    done = build(configuration, tmp_path / "site")

    assert done.returncode == 0, done.stdout + done.stderr
    assert not [file for file in (tmp_path / "site").rglob("*.html") if "ran()" in file.read_text(encoding="utf-8")]


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
