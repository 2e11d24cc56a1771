"""What every part of the reader of manuscripts shares: the text, who reads inside a line, who hears of oddities."""

from dataclasses import dataclass

from handbook.reading.manuscript.inline import Inline, Tell


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one text."""

    text: str
    inline: Inline
    tell: Tell
    frames: bool
    """Whether frames around Markdown may stand in it."""
