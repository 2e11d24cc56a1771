"""Numbers of official documents: "42-HD/BTCTW", "Hướng dẫn số 42" and "hd42" are one and the same word of the index."""

import re
from collections.abc import Iterator, Mapping, Sequence

TYPES: Mapping[str, str] = {
    "cd": "cong dien",
    "ct": "chi thi",
    "cv": "cong van",
    "da": "de an",
    "hd": "huong dan",
    "kh": "ke hoach",
    "kl": "ket luan",
    "nd": "nghi dinh",
    "nq": "nghi quyet",
    "qc": "qui che",
    "qd": "qui dinh",
    "tb": "thong bao",
    "tt": "thong tu",
    "ttr": "to trinh",
}
"""The sign of a type of document in its number → its name, both as the index has them ("quy" is "qui")."""
NUMBER_WORD = "so"
_NAMES = {tuple(name.split()): sign for sign, name in TYPES.items()} | {("quyet", "dinh"): "qd"}
_BEHIND_NUMBERS = ":"
"""Numbers sort before it, syllables and breaks behind."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def document_words(syllables: Sequence[str]) -> Iterator[str]:
    """Give a word for each document number among syllables, which may have breaks between them: "#hd42"."""
    last = len(syllables) - 1
    for index, syllable in enumerate(syllables):
        if syllable >= _BEHIND_NUMBERS:
            continue
        if index and syllables[index - 1] < _BEHIND_NUMBERS and _YEAR.fullmatch(syllable):
            continue
        after = index + 1
        if after < last and _YEAR.fullmatch(syllables[after]):
            after += 1  # 335/2025/NĐ-CP
        if after <= last and syllables[after] in TYPES:
            yield f"#{syllables[after]}{syllable}"
        before = index - 1 if index and syllables[index - 1] == NUMBER_WORD else index
        sign = _NAMES.get(tuple(syllables[max(0, before - 2) : before]))
        if sign is None and before and syllables[before - 1] in TYPES:
            sign = syllables[before - 1]
        if sign is not None:
            yield f"#{sign}{syllable}"
