"""Text is cut into syllables in the same way when the index is made and when a query is read."""

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright._impl._driver import compute_driver_executable

from commands.searching import SCRIPTS
from handbook.search.documents import document_words
from handbook.search.syllables import syllables

CUTTER = Path(__file__).with_name("syllables.js")
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
TEXT = st.text(alphabet=LETTERS + LETTERS.upper() + "0123456789 -/.,()“”'\n", max_size=60)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Đảng uỷ", ["dang", "uy"]),
        ("42-HD/BTCTW", ["42", "hd", "btctw"]),
        ("hd42", ["hd", "42"]),
        ("Chỉ thị 05", ["chi", "thi", "5"]),
        ("000", ["0"]),
        ("kỷ luật, kĩ năng", ["ki", "luat", "ki", "nang"]),
        ("quý, quy, uy, hay", ["qui", "qui", "uy", "hay"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_plain_syllables(text: str, cut: list[str]) -> None:
    """Marks, leading zeros and the y that may be an i are gone; numbers stand apart from letters."""
    assert syllables(text) == cut


@given(TEXT)
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    """Some systems hand letters over in pieces; nobody notices."""
    assert syllables(unicodedata.normalize("NFD", text)) == syllables(text)


@given(st.lists(TEXT, min_size=40, max_size=60))
def test_browser_and_index_cut_alike(texts: list[str]) -> None:
    """What the index has under a word is found by whoever types it."""
    node, _ = compute_driver_executable()
    command = [node, str(CUTTER), str(SCRIPTS / "text.js")]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, check=True, encoding="utf-8")

    assert json.loads(done.stdout) == [syllables(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("42-HD/BTCTW", {"#hd42"}),
        ("hd42", {"#hd42"}),
        ("Hướng dẫn số 42 về", {"#hd42"}),
        ("335/2025/NĐ-CP", {"#nd335"}),
        ("Quyết định 7, Quy định 08", {"#qd7", "#qd8"}),
        ("42 người dự", set()),
        ("họp 02 lần", set()),
    ],
)
def test_document_numbers_are_words_of_their_own(text: str, words: set[str]) -> None:
    """However a document's number is written, it is one word; a number of anything else is none."""
    assert set(document_words(syllables(text))) == words
