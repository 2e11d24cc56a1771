"""The blanks of a new record: how they look, so that they are found again. Knows no record."""

import re

_BLANK = re.compile(r"\(Điền [^()]*\)|dien-id-[0-9]+")


def text_blank(what: str, longest: int | None = None) -> str:
    """Give the text that stands where a person has yet to write something; shorter where only little may stand."""
    blank = f"(Điền {what[:1].lower()}{what[1:]})"
    return blank if longest is None or len(blank) <= longest else "(Điền …)"


def id_blank(number: int) -> str:
    """Give the id that stands where a person has yet to choose one."""
    return f"dien-id-{number}"


def may_hold_blanks(written: str) -> bool:
    """Tell whether a file can hold a blank at all: escapes in it may spell anything."""
    return "(Điền" in written or "dien-id-" in written or "\\" in written


def is_blank(text: str) -> bool:
    """Tell whether a text is a blank and nothing else."""
    return _BLANK.fullmatch(text) is not None
