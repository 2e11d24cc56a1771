"""Who refers to whom is known from cards alone, and is what going through all references gives."""

from collections.abc import Iterable

import pytest

from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.mentions import Referring
from handbook.library.target import SETTINGS, Target
from libraries import library_of, settings_of_second, statement

LIBRARY = library_of(
    {
        "source/book": {"statements": [statement("s")], "note": "Xem ((book#s))."},
        "term/a": {"meaning": "((book#s)) ((b)) ((gone))"},
        "term/b": {"meaning": "Nghĩa.", "statements": ["book#s"]},
    },
    {"x.md": "((b))"},
)


def counted(library: Library, *, fields: bool) -> dict[Target, tuple[Target, ...]]:
    """Go through all references, as slowly as that is."""
    found: dict[Target, dict[Target, bool]] = {}
    for one in in_order(library.referrings):
        used = library.resolve(one.reference)
        if isinstance(used, Target) and one.origin != SETTINGS and one.origin.whole() != used.whole():
            origins = found.setdefault(used, {})
            origins[one.origin] = one.field or origins.get(one.origin, False)
    wanted = {used: tuple(one for one in origins if origins[one] or not fields) for used, origins in found.items()}
    return {used: origins for used, origins in wanted.items() if origins}


def in_order(referrings: Iterable[Referring]) -> list[Referring]:
    """First the records', then those of files and pages."""
    return sorted(referrings, key=lambda one: one.origin.kind in {"report", "page"})


@pytest.mark.parametrize("library", [LIBRARY, load_library(settings_of_second())[0]], ids=["small", "second"])
def test_who_uses_what(library: Library) -> None:
    """In the order in which they stand."""
    assert dict(library.uses) == counted(library, fields=False)
    assert dict(library.named) == counted(library, fields=True)


def test_a_record_does_not_use_itself() -> None:
    """Nor its parts; and what leads nowhere is used by nobody."""
    assert LIBRARY.uses[Target("source", "book", "s")] == (Target("term", "a"), Target("term", "b"))
    assert len(LIBRARY.uses) == len(list(LIBRARY.uses)) == len({Target("source", "book", "s"), Target("term", "b")})


def test_a_further_page_of_a_record_is_no_record() -> None:
    """Nobody refers to it."""
    further = Target("term", "b", page=2)

    assert Target("term", "b") in LIBRARY.uses
    assert further not in LIBRARY.uses
    assert LIBRARY.uses.get(further) is None
    words: object = "b"
    assert words not in LIBRARY.uses


def test_references_are_looked_for_once() -> None:
    """They can be gone through, counted and taken one by one."""
    referrings = LIBRARY.referrings

    assert len(referrings) == len(list(referrings))
    assert referrings[0] is next(iter(referrings))
    assert list(referrings[:2]) == list(referrings)[:2]
