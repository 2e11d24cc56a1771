"""Which pieces of a text no line may break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.pages.wrapping import with_kept
from handbook.text.kept import split_kept


@given(st.text())
def test_pieces_joined_are_the_text(text: str) -> None:
    """Keeping pieces together changes no letter."""
    assert "".join(piece.words for piece in split_kept(text)) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("theo 42-HD/BTCTW, mục 2.", ["42-HD/BTCTW"]),
        ("Nghị định 30/2020/NĐ-CP.", ["30/2020/NĐ-CP"]),
        ("ngày 22/11/2026.", ["22/11/2026"]),
        ("trong 02 ngày, 90 phút", ["02 ngày", "90 phút"]),
        ("đạt 94,44% số", ["94,44% số"]),
        ("không có số", []),
        ("https://a.example/bai-12-2024/3?id=45 6", []),
        ("2026-mot-dia-chi-rat-dai-khong-phai-so-hieu", []),
    ],
)
def test_kept_pieces(text: str, kept: list[str]) -> None:
    """Document numbers, dates and numbers with their unit stay on one line."""
    assert [piece.words for piece in split_kept(text) if piece.kept] == kept


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>trong 02 ngày</p>", '<p>trong <span class="sh-kept">02 ngày</span></p>'),
        ('<a href="02 ngày">42-HD/VD</a>', '<a href="02 ngày"><span class="sh-kept">42-HD/VD</span></a>'),
        ("<code>02 ngày</code><pre>22/11/2026</pre>", "<code>02 ngày</code><pre>22/11/2026</pre>"),
        ('<span class="sh-kept">02 ngày</span>', '<span class="sh-kept">02 ngày</span>'),
        ("&#34;x&#39; 2 &amp; 3", "&#34;x&#39; 2 &amp; 3"),
    ],
)
def test_html_is_marked_in_its_texts_only(html: str, marked: str) -> None:
    """Texts of links too, but neither addresses nor code nor what is marked already."""
    assert with_kept(html) == marked
    assert with_kept(marked) == marked
