"""The rules as plain values: whoever counts with them elsewhere comes to the same days."""

import datetime as dt
import json

from handbook.library.target import Target
from handbook.records.meeting import Meeting
from handbook.schedule.deadlines import Offset, deadlines, offsets
from handbook.schedule.export import schedule_rules
from handbook.schedule.year import Rhythm, rhythm, year
from libraries import library_of, worth

LIBRARY = library_of(
    {
        "meeting/monthly": {
            "recurrence": {"every_months": 1, "day": "rules#third", "on_day_off": "first-week"},
            "deadlines": [
                {"id": "notice", "text": "Báo.", "side": "before", "days": "rules#lead"},
                {
                    "id": "paper",
                    "text": "Dán.",
                    "side": "after",
                    "days": 3,
                    "counted_in": "working-day",
                    "place": "block-b",
                },
            ],
        },
        "meeting/once": {},
        "document/rules": {"statements": [worth("third", 3, "day"), worth("lead", 7, "day")]},
    }
)


def test_rules_are_plain_values() -> None:
    """Numbers stand in place of references; what is no rule has no entry."""
    assert json.loads(json.dumps(schedule_rules(LIBRARY))) == {
        "days_off": [6, 7],
        "first_week": [1, 2, 3, 4, 5, 6, 7],
        "holidays": "chưa trừ ngày lễ",
        "meetings": {
            "monthly": {
                "recurrence": {"every_months": 1, "day": 3, "on_day_off": "first-week"},
                "deadlines": [
                    {"id": "notice", "side": "before", "days": 7, "counted_in": "day", "place": None},
                    {"id": "paper", "side": "after", "days": 3, "counted_in": "working-day", "place": "block-b"},
                ],
            },
            "once": {"recurrence": None, "deadlines": []},
        },
    }


def test_exported_rules_come_to_the_same_days() -> None:
    """Read back, they give the days of the record itself."""
    meeting = LIBRARY.entries[Target("meeting", "monthly")].record
    assert isinstance(meeting, Meeting)
    assert meeting.recurrence is not None
    exported = json.loads(json.dumps(schedule_rules(LIBRARY)))["meetings"]["monthly"]
    day = dt.date(2028, 2, 29)

    assert deadlines(tuple(Offset(**one) for one in exported["deadlines"]), day) == deadlines(
        offsets(LIBRARY, meeting), day
    )
    assert year(Rhythm(**exported["recurrence"]), day) == year(rhythm(LIBRARY, meeting.recurrence), day)
