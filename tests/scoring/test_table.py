"""From a record to a table ready to score with, and its rules as plain values."""

import json
from typing import Any

import pytest

from handbook.library.target import Target
from handbook.records.criteria import Criteria
from handbook.scoring.export import exported
from handbook.scoring.result import score
from handbook.scoring.table import ScoreTable, score_table
from libraries import Fields, library_of, worth
from scoring_examples import example_library, example_table, examples


def table_with(criteria: list[dict[str, Any]], **fields: Any) -> ScoreTable:
    """Make a table of these criteria."""
    records: dict[str, Fields] = {
        "document/rules": {"statements": [worth("ten", 10), worth("seven", 7)]},
        "criteria/table": {"criteria": criteria, **fields},
    }
    library = library_of(records)
    record = library.entry(Target("criteria", "table")).record
    assert isinstance(record, Criteria)
    return score_table(library, "table", record, str.upper)


def criterion(name: str, **fields: Any) -> dict[str, Any]:
    """Give a criterion or part."""
    return {"id": name, "number": name, "text": "Làm.", **fields}


def test_amounts_are_read_from_their_statements_and_texts_are_said() -> None:
    """Points and limits come from where the number stands; words come as the caller says them."""
    table = table_with(
        [criterion("a", points="rules#ten")],
        total="rules#ten",
        bands=[{"title": "Tốt", "at_least": "rules#seven"}, {"title": "Kém", "at_least": 0, "below": "rules#seven"}],
    )
    assert (table.maximum, table.declared, table.whole) == (10, 10, True)
    assert [(band.title, band.at_least, band.below) for band in table.bands] == [("TỐT", 7, None), ("KÉM", 0, 7)]
    assert table.leaves[0].words == "LÀM."
    assert score(table, {"a": 7}).grade == "TỐT"


def test_a_criterion_with_parts_is_scored_by_them() -> None:
    """The parts are its leaves; without parts it is its own."""
    table = table_with([criterion("a", points=5, parts=[criterion("b", points=5)]), criterion("c", points=1)])
    assert [leaf.id for leaf in table.leaves] == ["b", "c"]
    assert [group.single for group in table.groups] == [False, True]


@pytest.mark.parametrize("known", [None, 2])
def test_parts_whose_points_are_not_all_known_only_explain(known: int | None) -> None:
    """The criterion is scored as a whole then."""
    first = criterion("b") if known is None else criterion("b", points=known)
    table = table_with([criterion("a", points=5, parts=[first, criterion("c")])])
    assert [(leaf.id, leaf.maximum) for leaf in table.leaves] == [("a", 5)]


def test_a_part_that_only_a_grade_needs_is_asked_beside_its_criterion() -> None:
    """It earns nothing, but whether it is met decides."""
    table = table_with(
        [criterion("a", points=5, parts=[criterion("b")])],
        bands=[{"title": "Tốt", "at_least": 5, "needs_full": ["b"]}, {"title": "Kém", "at_least": 0, "below": 5}],
    )
    assert [(leaf.id, leaf.maximum) for leaf in table.leaves] == [("a", 5), ("b", None)]
    assert score(table, {"a": 5, "b": 1}).grade == "TỐT"
    assert score(table, {"a": 5, "b": 0}).grade == "KÉM"


def test_a_needed_part_of_a_criterion_that_is_scored_as_a_whole_is_met_or_not() -> None:
    """Its own points and levels only explain: counted as well, they would count twice."""
    levels = [{"when": "Xong.", "points": 2}, {"when": "Chưa.", "points": 0}]
    parts = [criterion("b", points=2), criterion("c", levels=levels), criterion("d")]
    bands = [{"title": "Tốt", "at_least": 5, "needs_full": ["b", "c"]}, {"title": "Kém", "at_least": 0, "below": 5}]
    table = table_with([criterion("a", points=5, parts=parts)], bands=bands)
    assert [(leaf.id, leaf.maximum, leaf.levels) for leaf in table.leaves] == [
        ("a", 5, ()),
        ("b", None, ()),
        ("c", None, ()),
    ]
    assert table.maximum == 5


def test_what_earns_nothing_and_decides_nothing_is_not_asked() -> None:
    """In a table of points it is only read."""
    table = table_with([criterion("a", points=5), criterion("b")])
    assert [leaf.id for leaf in table.leaves] == ["a"]
    assert [leaf.asked for group in table.groups for leaf in group.leaves] == [True, False]


def test_a_table_without_criteria_cannot_be_scored() -> None:
    """It says so instead of giving the lowest grade."""
    result = score(table_with([], bands=[{"title": "Kém", "at_least": 0}]), {})
    assert (result.total, result.grade) == (None, None)
    assert "Chưa đọc được bảng điểm" in result.reason


def test_a_question_of_a_criterion_is_asked_once_for_all_its_parts() -> None:
    """Each part knows both its own question and its criterion's."""
    table = example_table(example_library(), "asks-group")
    assert [question.id for question in table.questions] == ["g", "g-two"]
    assert [[question.id for question in leaf.questions] for leaf in table.leaves] == [[], ["g"], ["g", "g-two"]]


@pytest.mark.parametrize(
    ("bands", "named"),
    [
        ([{"title": "Tốt", "at_least": 0, "needs_full": ["nobody"]}], "nobody"),
        ([{"title": "Tốt", "at_least": "rules#nothing"}], "nothing.* holds no number"),
    ],
)
def test_a_table_that_no_check_has_seen_is_an_error(bands: list[dict[str, Any]], named: str) -> None:
    """A grade that needs what is not there, or has no number, is never given by guess."""
    with pytest.raises(LookupError, match=named):
        table_with([criterion("a", points=5)], bands=bands)


def test_the_rules_as_plain_values_survive_json() -> None:
    """They hold every leaf, question and grade of every example, and nothing that JSON cannot."""
    library = example_library()
    for name in {example.table for example in examples()}:
        table = example_table(library, name)
        rules = exported(table)
        assert json.loads(json.dumps(rules, allow_nan=False)) == rules
        leaves = [leaf for group in rules["groups"] for leaf in group["leaves"]]
        assert [leaf["id"] for leaf in leaves if leaf["asked"]] == [leaf.id for leaf in table.leaves]
        assert [leaf["maximum"] for leaf in leaves if leaf["asked"]] == [leaf.maximum for leaf in table.leaves]
        asked = {question["id"] for question in rules["questions"]}
        assert all(set(leaf["questions"]) <= asked for leaf in leaves)
        assert all(
            set(need["leaves"]) <= {leaf["id"] for leaf in leaves} for band in rules["bands"] for need in band["needs"]
        )
