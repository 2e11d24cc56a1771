"""Folding: Vietnamese without marks, for comparing what people type. It must not know what is compared."""

import unicodedata


def fold(text: str) -> str:
    """The text in lower case without marks; "đ" becomes "d". Composed and decomposed input fold alike."""
    lowered = unicodedata.normalize("NFD", text).lower()
    letters = (letter for letter in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", "".join(letters)).replace("đ", "d")
