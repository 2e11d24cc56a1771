"""What pages carry for their tools: data that cannot be taken for markup, the rules of the rooms that own them."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.tool_rules import data_block, with_rules
from libraries import library_of, worth

RULES = {"document/rules": {"statements": [worth("lead", 2, "day"), worth("share", 80, "percent")]}}
MEETING = {
    "recurrence": {"every_months": 1, "day": 3},
    "deadlines": [
        {"id": "notice", "text": "Báo.", "side": "before", "days": "rules#lead", "statements": ["rules#lead"]}
    ],
    "shares": [{"text": "Đủ người.", "of": "attendance", "at_least": "rules#share", "statements": ["rules#share"]}],
    "shortest_duration": 30,
    "steps": [
        {"id": "open", "phase": "meet", "text": "Mở.", "minutes": 30},
        {"id": "rest", "phase": "meet", "text": "Nghỉ."},
    ],
}


def carried(library: Library, page: Target, tool: str) -> Any:
    """Give the data that a page carries for a tool; None where it carries none."""
    html = with_rules(library, Addresses(library.settings), page, (tool,), "<p>Trang.</p>")
    found = re.search(rf'<template data-sh-rules="{tool}">(.*?)</template>', html, re.DOTALL)
    return json.loads(found[1]) if found else None


@given(st.text())
def test_nothing_in_the_data_can_close_its_block(text: str) -> None:
    """Whatever a record says, the block ends where it should and reads back as it was."""
    block = data_block("tool", {"words": text})

    inside = block.removeprefix('<div hidden><template data-sh-rules="tool">').removesuffix("</template></div>")
    assert not set("<>&") & set(inside)
    assert json.loads(inside) == {"words": text}


def test_a_page_without_tools_stays_as_it_is() -> None:
    """No tool, or one that needs no data, adds nothing."""
    library = library_of(RULES)

    for tools in ((), ("checklist",)):
        html = with_rules(library, Addresses(library.settings), Target("document", "rules"), tools, "<p>Trang.</p>\n")
        assert html == "<p>Trang.</p>\n"


def test_the_planner_gets_numbers_with_their_words_and_bases() -> None:
    """A deadline has the number of its statement, its words, its rule, and what it rests on with how sure that is."""
    library = library_of({"meeting/monthly": MEETING, **RULES})

    planned = carried(library, Target("meeting", "monthly"), "planner")["meetings"]["monthly"]

    (deadline,) = planned["deadlines"]
    assert (deadline["days"], deadline["side"], deadline["counted_in"]) == (2, "before", "day")
    assert (deadline["words"], deadline["href"]) == ("Báo.", "#notice")
    assert deadline["rule"].startswith("Trước ít nhất")
    assert deadline["bases"][0]["href"].endswith("#lead")
    assert deadline["bases"][0]["certainty"]
    assert planned["recurrence"] == {"every_months": 1, "day": 3, "on_day_off": None}


def test_calculators_get_the_shares_of_meetings() -> None:
    """A percentage is the number of its statement."""
    library = library_of({"meeting/monthly": MEETING, **RULES})

    (share,) = carried(library, Target("meeting", "monthly"), "calculators")["shares"]

    assert (share["of"], share["at_least"], share["fraction"], share["words"]) == ("attendance", 80, None, "Đủ người.")


def test_an_agenda_gets_the_steps_that_take_time() -> None:
    """Steps without minutes are not timed; a meeting without any has no agenda."""
    library = library_of({"meeting/monthly": MEETING, "meeting/once": {}, **RULES})

    assert carried(library, Target("meeting", "monthly"), "agenda") == {
        "id": "monthly",
        "shortest": 30,
        "steps": [{"id": "open", "minutes": 30}],
    }
    assert carried(library, Target("meeting", "once"), "agenda") is None


def test_a_table_without_criteria_is_not_scored() -> None:
    """What may be scored carries its rules; what only says how to score carries none."""
    library = library_of({"criteria/a": {}, "criteria/b": {"criteria": [], "procedure": [{"text": "Xem."}]}, **RULES})

    assert carried(library, Target("criteria", "a"), "score")["ways_label"] == "Làm thế nào để đạt"
    assert carried(library, Target("criteria", "b"), "score") is None


@pytest.mark.parametrize("tool", ["agenda", "score"])
def test_a_tool_finds_nothing_on_a_page_of_another_kind(tool: str) -> None:
    """A checklist has neither steps nor points."""
    assert carried(library_of({"checklist/a": {}, **RULES}), Target("checklist", "a"), tool) is None


def table(title: str, **more: object) -> dict[str, object]:
    """Give a scoring table of one criterion."""
    criteria = [{"id": "order", "number": "1", "text": "Giữ trật tự.", "points": 10}]
    return {"short_title": title, "document": "rules", "standing": "current", "total": 10, "criteria": criteria, **more}


def test_tables_that_are_scored_now_are_compared() -> None:
    """Each with its own rules, its short name and its address; one that is only looked up, or asks nothing, is not."""
    tables = {
        "criteria/one": table("Bảng một"),
        "criteria/two": table("Bảng hai"),
        "criteria/old": table("Bảng cũ", standing="historical"),
        "criteria/grades": table("Chỉ có mức", criteria=[], total=None, bands=[{"title": "Tốt", "at_least": 0}]),
    }
    library = library_of({**tables, **RULES})

    compared = carried(library, Target("criteria", "one"), "compare")["tables"]

    assert [(one["title"], one["id"]) for one in compared] == [("Bảng một", "one"), ("Bảng hai", "two")]
    assert compared[1]["href"].endswith("two/")
    assert [leaf["id"] for leaf in compared[1]["groups"][0]["leaves"]] == ["order"]
    assert carried(library, Target("criteria", "one"), "score")["compare"] == ""


def test_tools_know_the_ids_that_a_record_had_before() -> None:
    """What readers kept under them is found; a record that was never renamed says nothing of it."""
    criterion = {"id": "order", "number": "1", "text": "Trật tự.", "points": 10, "old_ids": ["calm"]}
    records = {
        "meeting/monthly": {**MEETING, "old_ids": ["moon"]},
        "criteria/a": {},
        "criteria/b": {"old_ids": ["c"], "criteria": [criterion], "total": 10},
    }
    library = library_of({**records, **RULES})

    assert carried(library, Target("meeting", "monthly"), "agenda")["former"] == ["moon"]
    assert carried(library, Target("criteria", "b"), "score")["former"] == ["c"]
    assert carried(library, Target("criteria", "b"), "score")["renamed"] == {"calm": "order"}
    assert "former" not in carried(library, Target("criteria", "a"), "score")
