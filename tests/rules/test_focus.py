"""Rules that look at one thing at a time tell the same as when they go through everything at once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from document_cases import DOCUMENT_CASES
from handbook.addresses.addresses import Addresses
from handbook.build.preparation import prepare
from handbook.build.recollection import recollection_of
from handbook.diagnostics.finding import Finding
from handbook.library.focus import focused
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.rules.checking import check_each, check_library, check_whole
from handbook.settings.loading import load_settings
from invalid_examples import NAMES, arguments_of, handbook_with_fault
from libraries import DAY, Fields, library_of
from number_cases import NUMBER_CASES
from rule_cases import CASES
from text_cases import TEXT_CASES

LIBRARIES: Mapping[str, Mapping[str, Fields]] = {
    f"{name}, {which}": records
    for name, (_, _, *pair) in {**CASES, **DOCUMENT_CASES, **NUMBER_CASES, **TEXT_CASES}.items()
    for which, records in zip(("faulty", "sound"), pair, strict=True)
}


def _one_by_one(library: Library, addresses: Addresses) -> list[Finding]:
    looks = (focused(library, one) for one in (None, *library.entries))
    return [*check_whole(library, addresses), *(found for look in looks for found in check_each(look, addresses))]


@pytest.mark.parametrize("name", LIBRARIES)
def test_one_by_one_is_all_at_once(name: str) -> None:
    """Every library of the rules' own cases is told the same."""
    library = library_of(LIBRARIES[name])
    addresses = Addresses(library.settings)

    assert sorted(_one_by_one(library, addresses)) == sorted(check_library(library, addresses))


@pytest.mark.parametrize("name", [name for name in NAMES if not arguments_of(name)])
def test_bad_examples_are_told_the_same(name: str, tmp_path: Path) -> None:
    """So is every bad example, read from its files, and again by a check that remembers what it found."""
    settings, _ = load_settings(handbook_with_fault(name, tmp_path / "handbook"), date=DAY)
    if settings is None:
        return
    library, told = load_library(settings)
    addresses = Addresses(settings)
    wanted = sorted(check_library(library, addresses))

    assert sorted(_one_by_one(library, addresses)) == wanted
    for _ in range(2):
        with recollection_of(settings, tmp_path / "cache") as memory:
            assert sorted(prepare(settings, memory).findings) == sorted([*told, *wanted])
