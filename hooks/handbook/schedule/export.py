"""The rules of deadlines and meetings as plain values, for whoever counts them elsewhere: the planner on the page.

The rules stand here once; tests/schedule/examples.json holds cases that every reader of them must answer alike. The
keys are the fields of `Offset` and `Rhythm`, whose docstrings say what they mean.
"""

from dataclasses import asdict
from typing import Any

from handbook.library.library import Library
from handbook.records.meeting import Meeting
from handbook.schedule.deadlines import DAYS_OFF, HOLIDAYS_WORDS, offsets
from handbook.schedule.year import FIRST_WEEK, rhythm


def schedule_rules(library: Library) -> dict[str, Any]:
    """Give the rules of all kinds of meeting, ready for JSON, and what is a day off.

    A deadline's id is its anchor on the meeting's page, where its words stand.
    """
    return {
        "days_off": list(DAYS_OFF),
        "first_week": list(FIRST_WEEK),
        "holidays": HOLIDAYS_WORDS,
        "meetings": {
            entry.id: _meeting(library, entry.record)
            for entry in library.of_kind("meeting")
            if isinstance(entry.record, Meeting)
        },
    }


def _meeting(library: Library, meeting: Meeting) -> dict[str, Any]:
    return {
        "recurrence": asdict(rhythm(library, meeting.recurrence)) if meeting.recurrence else None,
        "deadlines": [asdict(offset) for offset in offsets(library, meeting)],
    }
