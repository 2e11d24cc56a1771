"""Every address outside the handbook is found where it is written, and nothing else is taken for one."""

from dataclasses import replace
from typing import Any

import pytest

from handbook.library.library import Library
from handbook.library.outside_links import links_to_look_at, outside_uses
from handbook.library.target import PAGE, SETTINGS, Target
from libraries import DAY, library_of, settings_of_second

BEFORE = DAY.replace(day=1)
LINE_OF_BODY = 5
"""Where the text of a page begins, under its head."""


def _places(library: Library) -> dict[str, list[tuple[Target, int, int]]]:
    own = library.settings.deployment.address
    return {
        address: [(use.origin, use.place().line, use.place().column) for use in uses]
        for address, uses in outside_uses(library).items()
        if address != own
    }


def link(address: str, outcome: str = "answers", **fields: Any) -> dict[str, Any]:
    """Give what is kept of an address that was asked."""
    seen = {"seen_well_on": DAY} if outcome in {"answers", "moved"} else {}
    return {"address": address, **seen, "asked_on": DAY, "outcome": outcome, **fields}


def test_fields_and_texts_of_records_are_read() -> None:
    """An address that fills a field is taken as it is; in a text the signs after it are no part of it."""
    note = "Xem https://b.example/x, rồi (https://b.example/y)."
    library = library_of({"source/a": {"url": "https://a.example/x_(1)?y=1", "note": note}})

    assert _places(library) == {
        "https://a.example/x_(1)?y=1": [(Target("source", "a"), 6, 6)],
        "https://b.example/x": [(Target("source", "a"), 7, 11)],
        "https://b.example/y": [(Target("source", "a"), 7, 37)],
    }


def test_links_in_prose_are_read() -> None:
    """On pages and in the story of a case; not what stands in code, and no link inside the handbook."""
    body = "Mở [đây](https://a.example/x) hoặc <http://b.example/>.\n\n`https://c.example/` và [trang](hai.md).\n"
    library = library_of({"case/story": {"body": "[Bài](https://a.example/x)"}}, {"mot.md": body})

    assert list(_places(library)) == ["http://b.example/", "https://a.example/x"]
    assert [origin for origin, _, _ in _places(library)["https://a.example/x"]] == [
        Target("case", "story"),
        Target(PAGE, "mot.md"),
    ]
    assert _places(library)["http://b.example/"] == [(Target(PAGE, "mot.md"), LINE_OF_BODY, 37)]


def test_the_deployment_is_read() -> None:
    """Its own address, how to reach people, and the foot of all pages; patterns with braces are no addresses."""
    settings = settings_of_second()
    told = {"contact": "Nhắn ở https://c.example/nhom.", "footer": ("Một câu.", "Câu này: https://d.example/")}
    deployment = settings.deployment.model_copy(update=told)
    library = library_of({}, settings=replace(settings, deployment=deployment))

    found = outside_uses(library)

    assert list(found) == ["https://c.example/nhom", "https://d.example/", "https://vi-du.example/cu-dan/"]
    assert {use.origin for uses in found.values() for use in uses} == {SETTINGS}
    own = found["https://vi-du.example/cu-dan/"][0]
    line = own.file.text.splitlines()[own.place().line - 1]
    assert line[own.place().column - 1 :] == own.address


def test_the_same_address_is_found_as_often_as_it_stands() -> None:
    """Each time at its own place."""
    library = library_of({"source/a": {"note": "https://a.example/x và https://a.example/x"}})

    assert [column for _, _, column in _places(library)["https://a.example/x"]] == [7, 30]


def test_what_was_kept_of_an_address_is_no_use_of_it() -> None:
    """Else an address that is used nowhere would be kept for ever."""
    library = library_of({}, sheets={"links": {"links": [link("https://a.example/x", leads_to="https://b.example/")]}})

    assert _places(library) == {}


def test_what_needs_a_look_comes_first() -> None:
    """What is dead, then what moved or refuses, then what nobody asked, then the rest; by letters among themselves."""
    outcomes = {"a": "answers", "b": "missing", "d": "moved", "e": "refused", "f": "answers", "g": "silent"}
    kept = [link(f"https://{name}.example/", outcome) for name, outcome in outcomes.items()]
    records = {f"source/{name}": {"url": f"https://{name}.example/"} for name in "abcdefg"}
    library = library_of(records, sheets={"links": {"links": kept}})

    order = [address[8] for address, _ in links_to_look_at(library) if len(address) == len("https://a.example/")]

    assert "".join(order) == "bgdecaf"


def test_who_leads_outside_is_told_without_opening_records() -> None:
    """Each once for an address, as going through all that is written finds it; a file that has no page by its name."""
    changes = {"changes": [{"date": DAY, "text": "Xem https://a.example/x và https://a.example/x."}]}
    records: dict[str, dict[str, Any]] = {
        "source/a": {"url": "https://a.example/x", "note": "Lại https://a.example/x, rồi https://b.example/."},
        "case/story": {"body": "[Bài](https://a.example/x) và [bài](https://b.example/)"},
        "term/none": {},
    }
    library = library_of(records, {"mot.md": "[Bài](https://b.example/)"}, sheets={"changes": changes})
    written: dict[str, list[Target]] = {}
    for address, uses in outside_uses(library).items():
        written[address] = list(dict.fromkeys(use.origin.whole() for use in uses))

    assert {address: [one.origin for one in led] for address, led in links_to_look_at(library)} == written
    assert [one.file for one in dict(links_to_look_at(library))["https://a.example/x"]] == [
        "",
        "",
        library.sheets["changes"].file.name,
    ]


@pytest.mark.parametrize("asked", [0, 1, 2, 5])
def test_what_was_seen_is_found_by_address(asked: int) -> None:
    """First, last and in between; nothing for one that was not asked."""
    kept = [link(f"https://{name}.example/") for name in "bdfhj"[:asked]]
    links = library_of({}, sheets={"links": {"links": kept}}).links

    assert [links.of(f"https://{name}.example/") is not None for name in "abcdefghijk"] == [
        name in "bdfhj"[:asked] for name in "abcdefghijk"
    ]
    assert library_of({}).links.of("https://a.example/") is None
