"""A search field that Material's script or ours could not use stops the build, with words that help."""

from pathlib import Path

import pytest

from building import build, copy_of_the_handbook
from handbook.search.theme import UnexpectedMarkupError, expect_search_markup

PIECES = {
    "cấu hình": '<script id="__config" type="application/json">'
    '{"search": "../assets/javascripts/handbook-1a2b3c4d/search/worker.js"}</script>',
    "box.js": '<script src="../assets/javascripts/handbook-1a2b3c4d/search/box.js"></script>'
    '<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script>',
    "ô đánh dấu": '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
    "biểu mẫu": '<form class="md-search__form" name="search">',
    "nhãn": '<label class="md-icon" for="__search">',
    "khung": '<div class="md-search" data-md-component="search">',
    "ô gõ": '<input type="text" name="query" data-md-component="search-query" required>',
    "chỗ hiện": '<div data-md-component="search-result">',
    "dòng báo": '<p role="status" data-sh-search="status"></p>',
    "chỗ lọc": '<div data-sh-search="sorts" hidden></div>',
    "chỗ báo": '<div data-sh-search="none" hidden>',
}


def test_a_page_with_all_pieces_is_as_expected() -> None:
    """Nothing is said of a page that has them all."""
    expect_search_markup("\n".join(PIECES.values()))


@pytest.mark.parametrize("piece", PIECES)
def test_a_missing_piece_is_named(piece: str) -> None:
    """The message says which piece is missing, and only that."""
    html = "\n".join(text for name, text in PIECES.items() if name != piece)

    with pytest.raises(UnexpectedMarkupError, match=f"thiếu: {piece}[^,]*\\.\n.*Cách sửa"):
        expect_search_markup(html)


def test_our_script_must_come_before_materials() -> None:
    """Ours stands between Material's script and the worker; after it, it would be too late."""
    html = "\n".join(PIECES.values())
    box, bundle = PIECES["box.js"].split("</script>", 1)

    with pytest.raises(UnexpectedMarkupError, match=r"box\.js"):
        expect_search_markup(html.replace(PIECES["box.js"], f"{bundle}{box}</script>"))


def test_a_theme_without_our_worker_stops_the_build(tmp_path: Path) -> None:
    """When Material names its own worker in another way, nothing is published."""
    config = copy_of_the_handbook(tmp_path / "changed")
    template = config.with_name("theme") / "main.html"
    text = template.read_text(encoding="utf-8")
    changed = text.replace("workers/search.a7633da7.min.js", "workers/search.00000000.min.js")
    assert changed != text
    template.write_text(changed, encoding="utf-8")

    done = build(config, tmp_path / "site")

    assert done.returncode == 1
    assert "cấu hình trỏ tới worker.js" in done.stderr
    assert not (tmp_path / "site").exists()
