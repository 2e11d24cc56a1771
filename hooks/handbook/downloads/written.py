"""A file that has been written: its bytes, and how many pages it prints on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A file's content."""

    content: bytes
    pages: int | None = None
    """None where a file has no pages: a calendar, a spreadsheet."""
