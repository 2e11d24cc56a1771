"""Prose keeps to the Markdown that every format can print: pages written by hand and records' stories alike."""

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.reading.manuscript.pieces import Odd
from handbook.rules.manuscripts import TOLD, prose_can_be_printed
from libraries import library_of


def told(library: Library) -> list[str]:
    """Give what is told of a library, with its place."""
    return [
        f"{one.path}:{one.line}:{one.column} {one.code}"
        for one in prose_can_be_printed(library, Addresses(library.settings))
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Một:\n\n- hai\n    - ba", []),
        ("Một:\n- hai", ["a.md:6:1 prose.list"]),
        ("> Một", ["a.md:5:1 prose.markdown"]),
        ("| a |\n| - |", ["a.md:5:1 prose.table"]),
        ("!!! note\n    Một.", ["a.md:5:1 prose.note"]),
        ("Một *hai*.\n\nBa _bốn_.", ["a.md:5:5 prose.markdown", "a.md:7:4 prose.markdown"]),
    ],
)
def test_pages(body: str, found: list[str]) -> None:
    """What does not belong on a page is told with its place in the file."""
    assert told(library_of({}, {"a.md": body})) == found


@pytest.mark.parametrize("odd", Odd)
def test_each_fault_has_its_words(odd: Odd) -> None:
    """Of everything out of place it is said what it is and what to do."""
    assert TOLD[odd].message
    assert TOLD[odd].hint
