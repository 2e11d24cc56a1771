"""Composed form (NFC): why text that looks the same is the same. It must not know where text comes from."""

import unicodedata


def is_nfc(text: str) -> bool:
    """Whether the text is in composed form."""
    return unicodedata.is_normalized("NFC", text)


def to_nfc(text: str) -> str:
    """The text in composed form."""
    return unicodedata.normalize("NFC", text)


def first_not_nfc(text: str) -> int | None:
    """Where composed form first differs from the text, as an index into it; None when nothing differs."""
    if is_nfc(text):
        return None
    composed = to_nfc(text)
    return next(index for index, letter in enumerate(text) if not composed.startswith(letter, index))
