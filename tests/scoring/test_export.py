"""The rules as the page's script reads them: every name, every value, every word."""

from typing import Any

from handbook.library.target import Target
from handbook.records.criteria import Criteria
from handbook.scoring import words
from handbook.scoring.export import exported
from handbook.scoring.table import Need, ScoreTable, score_table
from libraries import library_of, worth

CRITERIA: list[dict[str, Any]] = [
    {
        "id": "a",
        "number": "1",
        "text": "Việc lớn.",
        "applies_when": "Có việc lớn?",
        "points": "rules#ten",
        "parts": [
            {"id": "a-one", "number": "1.1", "text": "Phần một.", "points": "rules#seven"},
            {"id": "a-two", "number": "1.2", "text": "Phần hai.", "points": 3, "applies_when": "Có phần hai?"},
        ],
    },
    {
        "id": "b",
        "number": "2",
        "text": "Việc vừa.",
        "levels": [{"when": "Xong.", "points": "rules#seven"}, {"when": "Chưa.", "points": 0}],
    },
    {"id": "c", "number": "3", "text": "Việc nhỏ.", "levels": [{"when": "Vui.", "points": "rules#much"}]},
]
BANDS: list[dict[str, Any]] = [
    {"title": "Tốt", "at_least": "rules#ten", "needs_full": ["a", "a-two", "c"], "note": "Phải vui."},
    {"title": "Kém", "at_least": 0, "below": "rules#ten"},
]
RULES = {
    "id": "table",
    "title": "<Bản ghi table>",
    "decimals": 2,
    "most_costly": 3,
    "not_applicable": "not-applicable",
    "met": 1.0,
    "not_met": 0.0,
    "has_points": True,
    "maximum": 17,
    "declared": 20,
    "whole": False,
    "questions": [{"id": "a", "words": "<Có việc lớn?>"}, {"id": "a-two", "words": "<Có phần hai?>"}],
    "groups": [
        {
            "id": "a",
            "number": "1",
            "words": "<Việc lớn.>",
            "has_points": True,
            "leaves": [
                {
                    "id": "a-one",
                    "number": "1.1",
                    "words": "<Phần một.>",
                    "maximum": 7,
                    "asked": True,
                    "levels": [],
                    "questions": ["a"],
                },
                {
                    "id": "a-two",
                    "number": "1.2",
                    "words": "<Phần hai.>",
                    "maximum": 3,
                    "asked": True,
                    "levels": [],
                    "questions": ["a", "a-two"],
                },
            ],
        },
        {
            "id": "b",
            "number": "2",
            "words": "<Việc vừa.>",
            "has_points": True,
            "leaves": [
                {
                    "id": "b",
                    "number": "2",
                    "words": "<Việc vừa.>",
                    "maximum": 7,
                    "asked": True,
                    "levels": [{"words": "<Xong.>", "points": 7}, {"words": "<Chưa.>", "points": 0}],
                    "questions": [],
                }
            ],
        },
        {
            "id": "c",
            "number": "3",
            "words": "<Việc nhỏ.>",
            "has_points": False,
            "leaves": [
                {
                    "id": "c",
                    "number": "3",
                    "words": "<Việc nhỏ.>",
                    "maximum": None,
                    "asked": True,
                    "levels": [],
                    "questions": [],
                }
            ],
        },
    ],
    "bands": [
        {
            "title": "<Tốt>",
            "at_least": 10,
            "below": None,
            "note": "<Phải vui.>",
            "needs": [
                {"number": "1", "leaves": ["a-one", "a-two"]},
                {"number": "1.2", "leaves": ["a-two"]},
                {"number": "3", "leaves": ["c"]},
            ],
        },
        {"title": "<Kém>", "at_least": 0, "below": 10, "note": "", "needs": []},
    ],
    "messages": {
        "missing": words.MISSING,
        "invalid": words.INVALID,
        "no_criteria": words.NO_CRITERIA,
        "no_points": words.NO_POINTS,
        "no_bands": words.NO_BANDS,
        "not_whole": words.NOT_WHOLE,
        "outside": words.OUTSIDE,
        "open": words.OPEN,
        "same": words.SAME,
        "lowered": words.LOWERED,
        "not_a_number": words.NOT_A_NUMBER,
        "out_of_range": words.OUT_OF_RANGE,
        "not_a_level": words.NOT_A_LEVEL,
        "not_an_answer": words.NOT_AN_ANSWER,
        "always_scored": words.ALWAYS_SCORED,
        "yes": words.YES,
        "no": words.NO,
        "met": words.MET_WORDS,
        "not_met": words.NOT_MET_WORDS,
    },
}


def table_of_all() -> ScoreTable:
    """Make a table in which everything stands that a record may say; what is said stands in brackets."""
    unknown = {"id": "much", "text": "Nhiều."}
    library = library_of(
        {
            "document/rules": {"statements": [worth("ten", 10), worth("seven", 7), unknown]},
            "criteria/table": {"criteria": CRITERIA, "bands": BANDS, "total": 20},
        }
    )
    record = library.entry(Target("criteria", "table")).record
    assert isinstance(record, Criteria)
    return score_table(library, "table", record, "<{}>".format)


def test_the_rules_hold_all_that_a_record_says() -> None:
    """Under the names that the page's script reads; amounts as numbers, points that nobody knows as none at all."""
    assert exported(table_of_all()) == RULES


def test_what_a_grade_needs_and_a_criterion_asks_keep_their_ids() -> None:
    """A need is known by what it names, a criterion by its own question."""
    table = table_of_all()
    assert table.bands[0].needs == (
        Need("a", "1", ("a-one", "a-two")),
        Need("a-two", "1.2", ("a-two",)),
        Need("c", "3", ("c",)),
    )
    assert [question.id for question in table.groups[0].questions] == ["a"]
