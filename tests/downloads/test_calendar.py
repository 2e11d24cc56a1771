"""Calendar files as another program reads them: the right days, the records' own words, the same bytes."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from handbook.downloads.calendar import calendar
from handbook.downloads.imprint import Imprint
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.text.nfc import is_nfc, to_nfc
from libraries import DAY, Fields, library_of, statement, worth

WILD = '<b>&";, \\n ' + "ậ" * 200
IMPRINT = Imprint("Cẩm nang cư dân", "", DAY, lambda _target: "")
MONTHLY: Fields = {
    "short_title": "Họp nhà",
    "purpose": "Bàn việc chung.",
    "shortest_duration": 45,
    "recurrence": {"every_months": 1, "day": "rules#third", "on_day_off": "first-week"},
    "deadlines": [
        {"id": "notice", "text": "Dán giấy báo.", "side": "before", "days": "rules#lead", "roles": ["clerk"]},
        {
            "id": "paper",
            "text": "Gửi biên bản.",
            "side": "after",
            "days": 3,
            "counted_in": "working-day",
            "place": "block-b",
            "statements": ["rules#paper"],
        },
    ],
}
QUARTERLY: Fields = {
    "short_title": "Họp tầng",
    "recurrence": {"every_months": 3, "statements": ["rules#paper"]},
    "deadlines": [{"id": "notice", "text": "Dán giấy báo.", "side": "before", "days": 2, "place": "block-b"}],
}
RULES: Fields = {
    "number": "2/NQ",
    "statements": [worth("third", 3, "day"), worth("lead", 7, "day"), statement("paper", "board")],
}


def _library(**meetings: Fields) -> Library:
    records = {f"meeting/{name}": fields for name, fields in meetings.items()}
    return library_of({**records, "document/rules": RULES, "source/board": {}})


def _calendar(library: Library, imprint: Imprint = IMPRINT) -> bytes:
    return calendar(library, tuple(library.of_kind("meeting")), imprint)


def _events(content: bytes) -> list[Mapping[str, str]]:
    """Read a calendar with another program; gives each event's day and texts."""
    (read,) = vobject.readComponents(content.decode("utf-8"))
    return [
        {"day": event.dtstart.value.isoformat()}
        | {
            name: str(event.contents[name][0].value)
            for name in ("uid", "summary", "description", "url")
            if name in event.contents
        }
        | {"end": event.dtend.value.isoformat(), "transp": event.transp.value}
        for event in read.vevent_list
    ]


def _days(events: list[Mapping[str, str]], words: str) -> list[str]:
    return [event["day"] for event in events if words in event["summary"]]


def test_a_year_has_its_meetings_on_their_days() -> None:
    """Twelve from the month of the build; one on a day off moves within the first week."""
    events = _events(_calendar(_library(home=MONTHLY)))

    meetings = [event for event in events if event["summary"] == "Họp nhà"]
    assert [event["day"] for event in meetings] == [
        "2026-11-03", "2026-12-03", "2027-01-04", "2027-02-03", "2027-03-03", "2027-04-05",
        "2027-05-03", "2027-06-03", "2027-07-05", "2027-08-03", "2027-09-03", "2027-10-04",
    ]  # fmt: skip
    moved = "Ngày 03/01/2027 là thứ Bảy hoặc Chủ nhật nên chuyển sang ngày này."
    assert [moved in event["description"] for event in meetings] == [day == "2027-01-04" for day in _days(meetings, "")]


def test_deadlines_stand_on_their_days_with_their_words() -> None:
    """Each names what is due, where it is limited to one place, and which meeting it belongs to."""
    events = _events(_calendar(_library(home=MONTHLY)))

    notices = [event for event in events if event["summary"].startswith("Dán giấy báo (Họp nhà ")]
    papers = [event for event in events if event["summary"].startswith("Riêng tòa B: Gửi biên bản (Họp nhà ")]
    assert (len(notices), len(papers), len(events)) == (12, 12, 36)
    assert [event["day"] for event in notices[:3]] == ["2026-10-27", "2026-11-26", "2026-12-28"]
    assert [event["day"] for event in papers[:3]] == ["2026-11-06", "2026-12-08", "2027-01-07"]
    assert notices[1]["summary"] == "Dán giấy báo (Họp nhà 03/12/2026)"


def test_events_last_their_day_and_keep_nobody_busy() -> None:
    """All day, until the next one, transparent; in the order of time."""
    events = _events(_calendar(_library(home=MONTHLY, floor=QUARTERLY)))

    assert [event["day"] for event in events] == sorted(event["day"] for event in events)
    for event in events:
        assert dt.date.fromisoformat(event["end"]) - dt.date.fromisoformat(event["day"]) == dt.timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"


def test_an_event_says_what_it_rests_on_and_how_sure_that_is() -> None:
    """The basis with its degree of certainty, who does it, and that public holidays are not known."""
    events = _events(_calendar(_library(home=MONTHLY)))

    by_words = {event["summary"].partition(" (")[0]: event["description"].split("\n") for event in events[:3]}
    assert by_words == {
        "Dán giấy báo": [
            "Trước ít nhất 07 ngày, tính từ buổi họp 03/11/2026.",
            "Ai làm: Thư ký hội.",
            "Căn cứ: 2/NQ. Chưa đối chiếu.",
        ],
        "Họp nhà": [
            "Ngày dự kiến. Họp ngày khác thì dời cả các hạn. Chưa trừ ngày lễ.",
            "Bàn việc chung.",
            "Thời lượng tối thiểu: 45 phút.",
            "Căn cứ: 2/NQ. Chưa đối chiếu.",
        ],
        "Riêng tòa B: Gửi biên bản": [
            "Trong 3 ngày làm việc, tính từ buổi họp 03/11/2026. Chưa trừ ngày lễ.",
            "Căn cứ: 2/NQ. Đã đối chiếu toàn văn.",
        ],
    }


def test_a_basis_that_is_no_longer_in_force_says_so() -> None:
    """The status of the document stands at its number."""
    library = library_of(
        {"meeting/home": MONTHLY, "document/rules": {**RULES, "status": "unclear"}, "source/board": {}}
    )

    assert all("Căn cứ: 2/NQ (chưa rõ hiệu lực). " in event["description"] for event in _events(_calendar(library)))


def test_a_meeting_without_a_day_of_its_own_reminds_of_its_periods() -> None:
    """On the first day of each and on the last, with the deadlines in words: they have no day yet."""
    events = _events(_calendar(_library(floor=QUARTERLY)))

    assert [(event["day"], event["summary"]) for event in events[:3]] == [
        ("2026-10-01", "Họp tầng: chọn một ngày họp, chậm nhất 31/12/2026"),
        ("2026-12-31", "Họp tầng: hạn cuối của kỳ 01/10/2026–31/12/2026"),
        ("2027-01-01", "Họp tầng: chọn một ngày họp, chậm nhất 31/03/2027"),
    ]
    assert len(events) == 8
    for event in events:
        assert "Căn cứ: 2/NQ. Đã đối chiếu toàn văn.\n" in event["description"]
        assert event["description"].endswith("Trước ít nhất 02 ngày: Riêng tòa B: Dán giấy báo.")


def test_a_meeting_without_a_rule_for_days_off_stays_and_says_so() -> None:
    """The reader is told that the day is a Saturday or a Sunday; nothing is said of holidays that decide nothing."""
    library = _library(home={**MONTHLY, "recurrence": {"every_months": 1, "day": 3}})

    held = {event["day"]: event["description"] for event in _events(_calendar(library)) if "(" not in event["summary"]}

    assert held["2027-01-03"].startswith("Ngày này là thứ Bảy hoặc Chủ nhật. Ngày dự kiến. ")
    assert held["2026-12-03"].startswith("Ngày dự kiến. ")
    assert not any("ngày lễ" in description for description in held.values())


def test_a_calendar_of_everything_holds_every_kind_that_recurs() -> None:
    """One of a single kind is named after it; a kind that does not recur adds nothing."""
    everything = _calendar(_library(home=MONTHLY, floor=QUARTERLY, once={"short_title": "Họp một lần"}))

    assert len(_events(everything)) == 36 + 8
    assert "X-WR-CALNAME:Cẩm nang cư dân\r\n" in everything.decode("utf-8")
    assert "X-WR-CALNAME:Họp tầng - Cẩm nang cư dân\r\n" in _calendar(_library(floor=QUARTERLY)).decode("utf-8")


def test_no_two_events_are_taken_for_one() -> None:
    """Every event has a name of its own, which a later build gives to the same event again."""
    library = _library(home=MONTHLY, floor=QUARTERLY)
    now = [event["uid"] for event in _events(_calendar(library))]
    later = [event["uid"] for event in _events(_calendar(library, replace(IMPRINT, date=dt.date(2026, 12, 5))))]

    assert len(set(now)) == len(now)
    assert "meeting.home.notice.2026-12-03@cam-nang-cu-dan" in set(now) & set(later)
    assert len(set(later) - set(now)) == 3


def test_an_event_leads_to_its_page_where_there_is_one() -> None:
    """A handbook without an address gives none; one with it leads to the deadline itself."""
    library = _library(home=MONTHLY)

    def href(target: Target) -> str:
        return f"https://vi-du.example/{target.kind}/{target.id}/#{target.part}"

    linked = _events(_calendar(library, replace(IMPRINT, href=href)))

    assert {event["url"] for event in linked} == {
        "https://vi-du.example/meeting/home/#",
        "https://vi-du.example/meeting/home/#notice",
        "https://vi-du.example/meeting/home/#paper",
    }
    assert all(event["description"].endswith(f"\n{event['url']}") for event in linked)
    content = _calendar(library)
    assert b"URL" not in content
    assert b"http" not in content


def test_the_same_input_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the clock nor the time zone of the machine stands in the file, only the day of the build."""
    library = _library(home=MONTHLY, floor=QUARTERLY)
    first = _calendar(library)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")

    assert _calendar(library) == first
    assert first.count(b"DTSTAMP:20261122T000000Z\r\n") == first.count(b"BEGIN:VEVENT")
    assert b"VTIMEZONE" not in first


def test_lines_are_short_composed_and_end_as_the_standard_says() -> None:
    """At most 75 octets a line, no letter cut in two, CRLF at each end, the handbook's name composed too."""
    wild = {**MONTHLY, "short_title": "Họp " + "đ" * 76, "purpose": WILD}
    content = _calendar(_library(home=wild), replace(IMPRINT, handbook=unicodedata.normalize("NFD", "Cẩm nang")))

    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    assert all(is_nfc(line.decode("utf-8")) for line in lines)


def test_texts_come_out_literally() -> None:
    """Markup, separators, a backslash and two hundred letters without a space are what they are."""
    deadline: dict[str, Any] = {"id": "notice", "text": WILD, "side": "before", "days": 1}
    library = _library(home={**MONTHLY, "purpose": WILD, "deadlines": [deadline]})

    due, held = _events(_calendar(library))[:2]

    assert due["summary"] == f"{WILD} (Họp nhà 03/11/2026)"
    assert WILD in held["description"].split("\n")


@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(' ";,:\\'), min_size=1, max_size=40))
@example("\\N \\n")
def test_any_text_comes_out_literally(text: str) -> None:
    """Whatever a record says is what a calendar shows, in composed form and without needless spaces."""
    title = " ".join(text.split()) or "Họp"
    library = _library(home={"short_title": title, "recurrence": {"every_months": 12, "day": 3}})

    (event,) = _events(_calendar(library))

    assert event["summary"] == to_nfc(title)
