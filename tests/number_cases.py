"""For the rules about numbers, points and deadlines: records that trip them, and records that just pass."""

from collections.abc import Sequence
from typing import Any

from handbook.rules import cases, duties, meetings, points, references, statements, typography
from libraries import TYPOGRAPHY, Fields, statement, worth
from rule_cases import Case, Records


def table(*criteria: Fields, **fields: Any) -> Records:
    """A scoring table, and a document that holds a number."""
    numbered = [{"number": str(number), "text": "Sạch.", **criterion} for number, criterion in enumerate(criteria, 1)]
    return {"criteria/table": {"criteria": numbered, **fields}, "document/rules": {"statements": [worth("forty", 40)]}}


def levels(*given: float, points: float | None = 60) -> Records:
    """A table with one criterion that has levels."""
    told = [{"when": "Khi.", "points": level} for level in given]
    return table({"id": "a", "levels": told, **({} if points is None else {"points": points})})


def bands(*given: tuple[float, float | None], **fields: Any) -> Records:
    """A table of 100 points with bands, each from and below so many."""
    told = [
        {"title": "Mức", "at_least": at_least, **({} if below is None else {"below": below})}
        for at_least, below in given
    ]
    return table({"id": "a", "points": 100}, total=100, bands=told, **fields)


def needing(*needed: str) -> Records:
    """A table with a criterion and a part, whose best grade needs the full points of these ids."""
    part = {"id": "part", "number": "1.1", "text": "Phần."}
    best = {"title": "Tốt", "at_least": 0, "needs_full": list(needed)}
    return table({"id": "a", "parts": [part]}, bands=[best])


def meeting(*deadlines: tuple[str, Any], minutes: Sequence[int | None] = (45,)) -> Records:
    """A meeting of at least 45 minutes with deadlines, each before or after it by so many days, and steps."""
    told = [
        {"id": f"day-{number}", "text": "Làm.", "side": side, "days": days}
        for number, (side, days) in enumerate(deadlines)
    ]
    steps = [
        {"id": f"step-{number}", "phase": "meet", "text": "Bàn.", "minutes": length}
        for number, length in enumerate(minutes)
    ]
    record = {"deadlines": told, "steps": steps, "shortest_duration": 45}
    return {"meeting/a": record, "document/rules": {"statements": [worth("five", 5, "day")]}}


def recurring(day: Any) -> Records:
    """A meeting each month on a day, which a document's statement may hold."""
    record = {"recurrence": {"every_months": 1, "day": day}}
    return {"meeting/a": record, "document/rules": {"statements": [worth("five", 5, "day"), statement("words")]}}


def compared(other: Any) -> Records:
    """A case that compares two shares, one of them given by a statement."""
    facts = [{"label": "Một", "statement": "book#one"}, {"label": "Hai", "statement": "book#two"}]
    return {
        "source/book": {"statements": [worth("one", 50, "percent"), other]},
        "case/floor": {"facts": facts, "comparison": {"title": "Tỷ lệ", "facts": ["Một", "Hai"]}},
    }


WIDE: Fields = {"statements": [worth("wide", 9)]}
RULES: Records = {"document/rules": {"statements": [worth("wide", 60), worth("wider", 60.5), statement("words")]}}


NUMBER_CASES: dict[str, Case] = {
    "a measure without a number": (
        typography.measures_hold_numbers,
        "reference.part",
        {TYPOGRAPHY: {"body_size": "rules#words"}, **RULES},
        {TYPOGRAPHY: {"body_size": "rules#wide"}, **RULES},
    ),
    "a measure too large for the paper": (
        typography.measures_hold_numbers,
        "value.range",
        {TYPOGRAPHY: {"margin_left": "rules#wider"}, **RULES},
        {TYPOGRAPHY: {"margin_left": "rules#wide"}, **RULES},
    ),
    "a measure of nothing": (
        typography.measures_hold_numbers,
        "value.range",
        {TYPOGRAPHY: {"line_gap": 0}},
        {TYPOGRAPHY: {"line_gap": 0.5}},
    ),
    "a measure that leads nowhere": (
        references.references_resolve,
        "reference.part",
        {TYPOGRAPHY: {"indent": "rules#none"}, **RULES},
        {TYPOGRAPHY: {"indent": "rules#wide"}, **RULES},
    ),
    "a measure of a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        {
            TYPOGRAPHY: {"indent": "old#wide"},
            "document/old": {"status": "superseded", "statements": [worth("wide", 9)]},
        },
        {TYPOGRAPHY: {"indent": "old#wide"}, "document/old": WIDE},
    ),
    "a statement that only a measure uses": (
        statements.statements_are_used,
        "statement.unused",
        {
            TYPOGRAPHY: {"indent": "a#wide"},
            "document/a": {"statements": [{**worth("wide", 9), "left_out": "Chưa cần."}]},
        },
        {TYPOGRAPHY: {"indent": "a#wide"}, "document/a": {"statements": [worth("wide", 9)]}},
    ),
    "a number that cannot be compared": (
        cases.comparisons_hold,
        "case.comparison",
        compared(worth("two", 50, "percent", qualifier="over")),
        compared(worth("two", 50, "percent")),
    ),
    "an amount without a number": (
        points.amounts_hold_numbers,
        "reference.part",
        table({"id": "a", "points": "rules#forty"}, total="rules#words")
        | {"document/rules": {"statements": [worth("forty", 40), statement("words")]}},
        table({"id": "a", "points": "rules#forty"}, total=40),
    ),
    "a total": (
        points.points_add_up,
        "points.sum",
        table({"id": "a", "points": "rules#forty"}, {"id": "b", "points": 59}, total=100),
        table({"id": "a", "points": "rules#forty"}, {"id": "b", "points": 60}, total=100),
    ),
    "a total where a criterion has no points": (
        points.points_add_up,
        "points.sum",
        table({"id": "a", "points": 40}, total=100),
        table({"id": "a", "points": 40}, {"id": "b"}, total=100),
    ),
    "parts of a criterion": (
        points.points_add_up,
        "points.sum",
        table({"id": "a", "points": 5, "parts": [{"id": "b", "number": "1.1", "text": "Phần.", "points": 4}]}),
        table({"id": "a", "points": 5, "parts": [{"id": "b", "number": "1.1", "text": "Phần.", "points": 5}]}),
    ),
    "a sum whose source is unclear": (
        points.points_add_up,
        "points.sum",
        table({"id": "a", "points": 40}, total=100),
        table({"id": "a", "points": 40}, total=100, source_unclear=["Nguồn cộng lệch."]),
    ),
    "a level above its criterion": (points.levels_lie_inside, "points.level", levels(61, 20), levels(60, 20)),
    "a level below zero": (points.levels_lie_inside, "points.level", levels(60, -1), levels(60, 0)),
    "a level out of order": (points.levels_lie_inside, "points.level", levels(20, 20), levels(20, 19.5)),
    "a level without a top": (
        points.levels_lie_inside,
        "points.level",
        levels(5, 6, points=None),
        levels(600, 6, points=None),
    ),
    "a gap between bands": (
        points.bands_cover_the_range,
        "points.bands",
        bands((80, None), (0, 79)),
        bands((80, None), (0, 80)),
    ),
    "bands that overlap": (
        points.bands_cover_the_range,
        "points.bands",
        bands((80, None), (0, 81)),
        bands((80, None), (0, 80)),
    ),
    "a lowest band above zero": (
        points.bands_cover_the_range,
        "points.bands",
        bands((80, None), (1, 80)),
        bands((0, None)),
    ),
    "a highest band with an end": (
        points.bands_cover_the_range,
        "points.bands",
        bands((80, 100), (0, 80)),
        bands((100, None), (0, 100)),
    ),
    "a band nobody reaches": (
        points.bands_cover_the_range,
        "points.bands",
        bands((101, None), (0, 101)),
        bands((100, None), (0, 100)),
    ),
    "bands whose source is unclear": (
        points.bands_cover_the_range,
        "points.bands",
        bands((80, None), (1, 80)),
        bands((80, None), (1, 80), source_unclear=["Nguồn không nói dưới 1 điểm."]),
    ),
    "full points of a criterion that is not there": (
        points.bands_need_what_is_there,
        "reference.part",
        needing("parts"),
        needing("a", "part"),
    ),
    "deadlines out of order": (
        meetings.deadlines_stand_in_order,
        "meeting.deadlines",
        meeting(("before", 3), ("before", "rules#five")),
        meeting(("before", "rules#five"), ("before", 3), ("after", 0), ("after", 0)),
    ),
    "a deadline on no day": (
        meetings.days_can_be_counted,
        "value.range",
        meeting(("before", -1), ("after", "rules#five")),
        meeting(("before", 366), ("after", "rules#five"), ("after", 0)),
    ),
    "a deadline years away": (
        meetings.days_can_be_counted,
        "value.range",
        meeting(("after", 366.5)),
        meeting(("after", 2.5)),
    ),
    "a meeting on a day that no month has": (
        meetings.days_can_be_counted,
        "value.range",
        {"meeting/a": {"recurrence": {"every_months": 1, "day": 32}}},
        {"meeting/a": {"recurrence": {"every_months": 1, "day": 31}}},
    ),
    "a meeting on a broken day": (
        meetings.days_can_be_counted,
        "value.range",
        {"meeting/a": {"recurrence": {"every_months": 1, "day": 2.5}}},
        {"meeting/a": {"recurrence": {"every_months": 3}}},
    ),
    "a day of the month without a number": (
        points.amounts_hold_numbers,
        "reference.part",
        recurring("rules#words"),
        recurring("rules#five"),
    ),
    "a deadline before the meeting told after it": (
        meetings.deadlines_stand_in_order,
        "meeting.deadlines",
        meeting(("after", 1), ("before", 3)),
        meeting(("before", 3), ("after", 1)),
    ),
    "steps too short": (
        meetings.steps_fill_the_duration,
        "meeting.duration",
        meeting(minutes=[20, 24]),
        meeting(minutes=[20, 25]),
    ),
    "steps of unknown length": (
        meetings.steps_fill_the_duration,
        "meeting.duration",
        meeting(minutes=[20]),
        meeting(minutes=[20, None]),
    ),
}
