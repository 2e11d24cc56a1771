"""Blocks of the page of codes: a piece of a file, or of what a command printed, exactly as it stands there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """Lines shown as they are, spaces and all, under a label."""

    label: str
    text: str
