"""Editors ask the site's search from the command line."""

from pathlib import Path

from building import run_command
from handbook.search.publishing import publish_index
from small_indexes import found


def _ask(site: Path, question: str) -> tuple[int, str, str]:
    done = run_command("search", question, "--site-dir", site)
    return done.returncode, done.stdout, done.stderr


def test_the_ranking_is_printed(tmp_path: Path) -> None:
    """Title, kind and address of each page found, best first."""
    publish_index([found("a/", "Biên bản"), found("b/", "Nghị quyết", "Ghi vào biên bản.")], (), tmp_path, None)
    code, told, _ = _ask(tmp_path, "bien ban")

    assert code == 0
    assert told.startswith(" 1. Biên bản (Loại)\n    /a/ ")
    assert " 2. Nghị quyết (Loại)\n    /b/ " in told


def test_finding_nothing_is_told(tmp_path: Path) -> None:
    """It is no failure, but a script can tell."""
    publish_index([found("a/", "Biên bản")], (), tmp_path, None)

    assert _ask(tmp_path, "zzzz") == (1, "Không thấy trang nào.\n", "")


def test_without_a_site_there_is_nothing_to_search_in(tmp_path: Path) -> None:
    """The message says what to do first."""
    code, told, error = _ask(tmp_path, "biên bản")

    assert (code, told) == (2, "")
    assert "scripts/build.py" in error
