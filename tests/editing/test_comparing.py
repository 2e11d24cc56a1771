"""What a change means for readers, told of two small libraries: pages, numbers, and what duties rest on."""

from typing import Any

import pytest

from handbook.editing.comparing import as_markdown, compare
from libraries import Fields, library_of, statement, worth
from number_cases import levels, meeting, table
from rule_cases import item

Records = dict[str, Fields]


def _rules(*statements: dict[str, Any]) -> Records:
    return {"document/rules": {"statements": list(statements)}}


def _numbers(before: Records, after: Records) -> list[str]:
    told = as_markdown(compare(library_of(before), library_of(after)))
    return [
        line.removeprefix("- ") for line in told.partition("## Con số đổi")[2].partition("\n## ")[0].split("\n")[2:-1]
    ]


def test_what_is_the_same_is_not_told() -> None:
    """Nobody reads what did not change."""
    library = library_of(levels(0, 60))

    assert as_markdown(compare(library, library)) == "Người đọc không thấy gì khác trước.\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (_rules(worth("lead", 3, "day")), _rules(worth("lead", 5, "day")), "từ 03 ngày thành 05 ngày"),
        (_rules(worth("lead", 3, "day")), _rules(statement("lead")), "bỏ 03 ngày"),
        (_rules(worth("lead", 3, "day")), _rules(), "bỏ 03 ngày"),
        (_rules(), _rules(worth("lead", 3, "day")), "thêm 03 ngày"),
    ],
)
def test_a_number_of_a_statement_is_told_in_its_unit(before: Records, after: Records, told: str) -> None:
    """From what to what; one that is new or no more, and one whose statement has gone, each in its words."""
    assert _numbers(before, after) == [f"Bản ghi rules, “lead”, con số: {told}"]


def test_a_number_of_a_record_itself_is_told_by_its_field() -> None:
    """No part of the record is named where it belongs to none."""
    longer = {**meeting(), "meeting/a": {**meeting()["meeting/a"], "shortest_duration": 90}}

    assert _numbers(meeting(), longer) == ["Bản ghi a, thời lượng tối thiểu: từ 45 thành 90"]


def test_a_number_in_a_row_is_told_by_where_it_stands() -> None:
    """Levels have no id, so they are counted; one that has gone is told by its old place."""
    assert _numbers(levels(0, 60), levels(0, 50)) == ["Bản ghi table, “a”, các mức 2 điểm: từ 60 thành 50"]
    assert _numbers(levels(0, 60), levels(60)) == [
        "Bản ghi table, “a”, các mức 1 điểm: từ 0 thành 60",
        "Bản ghi table, “a”, các mức 2 điểm: bỏ 60",
    ]


def test_numbers_of_what_came_or_went_are_not_told_one_by_one() -> None:
    """A new page is told as a page."""
    told = as_markdown(compare(library_of({}), library_of(table({"id": "a", "points": 40}))))

    assert told == "## Trang mới (2)\n\n- Bản ghi rules\n- Bản ghi table\n"


def test_a_page_written_by_hand_says_something_else_when_its_numbers_do() -> None:
    """Its own words may be the same."""
    page = {"a.md": "Báo trước ((rules#lead))."}
    before, after = (library_of(_rules(worth("lead", days, "day")), page) for days in (3, 5))

    assert [one.title for one in compare(before, after).changed] == ["Bản ghi rules", "Trang a.md"]


def test_only_what_must_be_done_rests_on_evidence() -> None:
    """A duty that loses its statement is told; what should be done may have none."""
    rules = {"document/rules": {"statements": [statement("quorum", "board")]}, "source/board": {}}

    def with_duty(duty: str, *statements: str) -> Records:
        return {"checklist/list": item(duty=duty, statements=list(statements)), **rules}

    lost = compare(library_of(with_duty("must", "rules#quorum")), library_of(with_duty("must")))
    none = compare(library_of(with_duty("should", "rules#quorum")), library_of(with_duty("should")))

    assert [(one.what, one.before) for one in lost.lost] == [("“sweep”", "rules#quorum")]
    assert (lost.gained, none.lost) == ((), ())
