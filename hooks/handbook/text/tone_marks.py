"""Tone marks: which letter of a Vietnamese syllable carries one, so that one word is written one way everywhere.

The style kept here sets the mark of an open oa, oe, uy on its first letter (hòa, khỏe, thủy) and of a closed one on the
second (hoàn, toán, huỳnh). It must not know where the text comes from.
"""

import re
import unicodedata
from collections.abc import Iterator

_LATE = re.compile(r"(?:o(?=[àáảãạèéẻẽẹ])|(?<!q)u(?=[ỳýỷỹỵ]))(?P<marked>\w)(?!\w)", re.IGNORECASE)
"""On the second letter, though no letter follows; the u after q belongs to the q (quý)."""
_EARLY = re.compile(
    r"(?P<marked>[òóỏõọ](?=[ae][^\W\d_])|(?<=q)[ùúủũụ](?=[aeiy](?!ê))|[ùúủũụ](?=y[cnptu]))(?P<bare>\w)", re.IGNORECASE
)
"""On the first letter, though the second has to carry it."""
_SUSPECT = re.compile(
    "[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴòóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ]"
    r"(?:(?<=[oOuU].)(?<![qQ][uU].)(?!\w)|(?<=[òóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ])[aeiyAEIY]\w|(?<=[qQ][ùúủũụÙÚỦŨỤ])[aeiyAEIY])"
)
"""What every misplaced mark shows; nearly every text has none, and looking for a single letter first is fast."""
_WORD = re.compile(r"[^\W\d_]+")


def misplaced(text: str) -> Iterator[tuple[int, str, str]]:
    """Give each word whose tone mark stands on the wrong letter: where it starts, the word, how it is written here.

    The text is in composed form; what is not Vietnamese passes unless it happens to look like it.
    """
    if _SUSPECT.search(text) is None:
        return
    suspects = {found.start() for pattern in (_LATE, _EARLY) for found in pattern.finditer(text)}
    for word in _WORD.finditer(text):
        if not suspects.isdisjoint(range(*word.span())):
            yield word.start(), word.group(), _mended(word.group())


def _mended(word: str) -> str:
    word = _LATE.sub(lambda found: _moved(found.group()[0], found["marked"], forwards=False), word)
    return _EARLY.sub(lambda found: _moved(found["marked"], found["bare"], forwards=True), word)


def _moved(first: str, second: str, *, forwards: bool) -> str:
    """Move the mark of one letter of a pair to the other."""
    marked, bare = (first, second) if forwards else (second, first)
    letters = unicodedata.normalize("NFD", marked)
    plain, carrying = letters[0], unicodedata.normalize("NFC", bare + letters[1:])
    return plain + carrying if forwards else carrying + plain
