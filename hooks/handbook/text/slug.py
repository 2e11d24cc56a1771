"""Slugs: what a Vietnamese heading is called in an address. It must not know which addresses exist."""

import re
import unicodedata

from handbook.text.folding import fold

_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


def slug(text: str, separator: str = "-") -> str:
    """The text as ASCII words joined by `separator`: "Giai đoạn 1" becomes "giai-doan-1".

    The signature is the one that Python-Markdown's table of contents asks for. Text without a Latin letter or a digit
    gives an empty slug.
    """
    words = _BETWEEN_WORDS.split(fold(unicodedata.normalize("NFKD", text)))
    return separator.join(word for word in words if word)
