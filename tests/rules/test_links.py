"""What the command saw of outside addresses is told where they stand; a check asks nobody."""

from typing import Any

import pytest

from handbook.diagnostics.finding import Finding, Severity
from handbook.rules.links import ASK_AGAIN, FIND, links_answered
from libraries import DAY, library_of

ADDRESS = "https://a.example/x"
RECORDS = {"source/a": {"url": ADDRESS}, "source/b": {"note": f"Xem {ADDRESS}."}}
EARLIER = DAY.replace(day=2)


def _told(outcome: str, **fields: Any) -> list[Finding]:
    seen = {"seen_well_on": DAY} if outcome in {"answers", "moved"} else {}
    kept = {"address": ADDRESS, **seen, "asked_on": DAY, "outcome": outcome, **fields}
    return list(links_answered(library_of(RECORDS, sheets={"links": {"links": [kept]}})))


def test_a_dead_link_is_told_wherever_it_stands() -> None:
    """With what the server said and when it was last seen well; it stops nothing."""
    told = _told("missing", status=404, seen_well_on=EARLIER)

    assert [(one.path, one.line, one.column, one.code) for one in told] == [
        ("sources/a.yml", 6, 6, "link.dead"),
        ("sources/b.yml", 6, 11, "link.dead"),
    ]
    message = (
        "Liên kết “https://a.example/x” không mở được khi hỏi ngày 22/11/2026: máy chủ trả lời là không có trang này"
        " (mã 404). Thấy mở được lần cuối ngày 02/11/2026."
    )
    assert {one.message for one in told} == {message}
    assert {(one.hint, one.severity) for one in told} == {(FIND, Severity.WARNING)}


@pytest.mark.parametrize(
    ("outcome", "hint"),
    [
        ("missing", FIND),
        ("start-page", FIND),
        ("astray", FIND),
        ("private", FIND),
        ("failing", ASK_AGAIN),
        ("certificate", ASK_AGAIN),
        ("silent", ASK_AGAIN),
        ("unreachable", ASK_AGAIN),
    ],
)
def test_what_may_be_over_tomorrow_is_asked_again(outcome: str, hint: str) -> None:
    """A page that is gone has to be found elsewhere; a server in trouble may recover."""
    told = _told(outcome)

    assert {(one.code, one.hint) for one in told} == {("link.dead", hint)}
    assert all("Chưa lần nào thấy mở được." in one.message for one in told)


def test_a_link_that_moved_is_told_with_its_end() -> None:
    """Readers still arrive; editors may write the new address."""
    [first, _] = _told("moved", leads_to="https://b.example/y")

    assert first.code == "link.moved"
    assert first.message == "Liên kết “https://a.example/x” nay dẫn tới “https://b.example/y”."


@pytest.mark.parametrize("outcome", ["answers", "refused"])
def test_nothing_is_told_of_what_answers_or_refuses_programs(outcome: str) -> None:
    """Of the latter no program can say whether people see the page."""
    assert _told(outcome, leads_to="https://b.example/y") == []


def test_an_address_that_stands_nowhere_is_not_told() -> None:
    """It is dropped when addresses are asked the next time."""
    kept = {"address": "https://z.example/", "asked_on": DAY, "outcome": "missing"}

    assert list(links_answered(library_of(RECORDS, sheets={"links": {"links": [kept]}}))) == []
