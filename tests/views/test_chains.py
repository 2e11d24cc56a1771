"""What took the place of what: the documents before and after one, in order."""

import datetime as dt

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.views.blocks import Chain, Section
from handbook.views.viewing import view_of
from libraries import library_of


def _chains(library: Library, document: str) -> list[Chain]:
    view = view_of(library, Addresses(library.settings), Target("document", document))
    inner = [block for section in view.blocks if isinstance(section, Section) for block in section.blocks]
    return [block for block in (*view.blocks, *inner) if isinstance(block, Chain)]


def _chain_of(documents: dict[str, tuple[int | None, list[str]]], start: str) -> list[str]:
    records = {
        f"document/{name}": {
            "number": name,
            "issued_on": dt.date(year, 1, 1) if year else None,
            "issued_note": "Chưa rõ.",
            "supersedes": [{"document": old, "relation": "stated"} for old in older],
        }
        for name, (year, older) in documents.items()
    }
    (chain,) = _chains(library_of(records), start)
    return [entry.link.words for entry in chain.entries]


@pytest.mark.parametrize(
    ("documents", "order"),
    [
        ({"c": (2022, ["b"]), "b": (2021, ["a"]), "a": (2020, [])}, "abc"),
        ({"a": (2010, []), "c": (2012, ["a"]), "d": (2013, []), "z": (2014, ["c", "d"])}, "acdz"),
        ({"z": (None, []), "a": (2020, ["z"])}, "za"),
        ({"a": (2020, []), "b": (None, ["a"])}, "ab"),
        ({"b": (None, []), "c": (2015, ["b"]), "a": (2014, []), "d": (2020, ["a", "c"])}, "abcd"),
        ({"a": (None, []), "b": (2015, ["a"]), "c": (2018, []), "d": (2020, ["b", "c"])}, "abcd"),
    ],
)
def test_a_chain_runs_from_old_to_new(documents: dict[str, tuple[int | None, list[str]]], order: str) -> None:
    """By date; a document without one stands before what replaced it and after what it replaced."""
    for start in documents:
        assert "".join(_chain_of(documents, start)) == order


def test_a_document_alone_has_no_chain() -> None:
    """Nothing is said about before and after where there is neither."""
    assert _chains(library_of({"document/rules": {}}), "rules") == []
