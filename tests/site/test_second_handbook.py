"""Another handbook, from another branch of life, built by the same hooks: nothing is hard-wired."""

from pathlib import Path

from building import SECOND, build

WORDS_OF_THE_FIRST = ("chi bộ", "Đảng", "đảng viên", "BTCTW")


def test_the_same_hooks_build_another_handbook(tmp_path: Path) -> None:
    """Its own folders, names, addresses and closed lists make its own site."""
    done = build(SECOND / "mkdocs.yml", tmp_path / "site")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site/index.html").is_file()


def test_no_word_of_the_first_handbook_stands_in_it(tmp_path: Path) -> None:
    """Neither the generator nor the theme speaks of this project's subject by itself."""
    assert build(SECOND / "mkdocs.yml", tmp_path / "site").returncode == 0

    told = {
        (file.name, word)
        for file in (tmp_path / "site").rglob("*.html")
        for word in WORDS_OF_THE_FIRST
        if word in file.read_text(encoding="utf-8")
    }
    assert told == set()
