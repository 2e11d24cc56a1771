"""Sheets joined into two keep their order, lose only what no browser reads, and none is forgotten."""

import pytest

from building import ROOT
from handbook.publish.styles import PAPER, PAPER_SHEETS, SCREEN, SCREEN_SHEETS, StyleError, joined

NAMES = [f"{name}.css" for name in (*SCREEN_SHEETS, *PAPER_SHEETS)]
FOLDER = ROOT / "theme" / "assets" / "stylesheets" / "handbook"


def sheets(**changed: str) -> dict[str, str]:
    """Give a sheet for each name that says only its name."""
    return {name: changed.get(name.removesuffix(".css"), f".{name.removesuffix('.css')} {{}}\n") for name in NAMES}


def test_the_order_is_kept() -> None:
    """A later sheet overrules an earlier one."""
    found = joined(sheets())

    assert found[SCREEN].split() == [part for name in SCREEN_SHEETS for part in (f".{name}", "{}")]
    assert found[PAPER].split() == [part for name in PAPER_SHEETS for part in (f".{name}", "{}")]


def test_comments_go_and_what_is_quoted_stays() -> None:
    """Quotation marks inside comments, and signs of comments inside quotation marks, mislead nobody."""
    text = """/* don't */ a::before {\n  content: "/* \\" kept */";  /* " */\n\n  b: url('data:,/*x*/');\n}\n"""

    assert joined(sheets(fonts=text))[SCREEN].startswith(
        """a::before {\ncontent: "/* \\" kept */";\nb: url('data:,/*x*/');\n}\n.tokens"""
    )


def test_a_sheet_without_a_place_is_refused() -> None:
    """And so is one that is not there."""
    with pytest.raises(StyleError, match=r"chưa có thứ tự: moi\.css"):
        joined(sheets() | {"moi.css": ""})
    with pytest.raises(StyleError, match=r"Thiếu .*: print\.css\."):
        joined({name: text for name, text in sheets().items() if name != "print.css"})


def test_every_sheet_of_the_theme_is_joined() -> None:
    """None lies in the folder unused."""
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(NAMES)


def test_what_is_told_of_sheets() -> None:
    """All of them by their names, in order."""
    with pytest.raises(StyleError) as refused:
        joined(sheets() | {"moi.css": "", "la.css": ""})
    assert str(refused.value) == (
        "Tệp kiểu trình bày chưa có thứ tự: la.css, moi.css. Thêm tên vào hooks/handbook/publish/styles.py."
    )
    with pytest.raises(StyleError) as refused:
        joined({name: text for name, text in sheets().items() if name not in {"print.css", "fonts.css"}})
    assert str(refused.value) == "Thiếu tệp kiểu trình bày: fonts.css, print.css."
