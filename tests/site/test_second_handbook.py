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


def test_a_shared_page_has_title_description_and_picture(tmp_path: Path) -> None:
    """Where the handbook has an address, a page sent by chat shows what it is; a footer names the contact."""
    assert build(SECOND / "mkdocs.yml", tmp_path / "site").returncode == 0

    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    for shown in ("og:title", "og:description"):
        assert f'<meta property="{shown}" content="' in html
    assert '<meta property="og:image" content="https://vi-du.example/cu-dan/hinh/chia-se.png">' in html
    assert (tmp_path / "site/hinh/chia-se.png").is_file()
    assert "Hòm thư ở sảnh tầng một." in html
