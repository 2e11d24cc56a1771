"""The plan of a meeting: what fits on one page, with room for the days that only a branch knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from building import ROOT
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.records.meeting import Meeting
from handbook.settings.loading import load_settings
from handbook.views.blocks import Facts, Line, Link, Table, View
from handbook.views.inline import plain, words
from handbook.views.plan import plan_view
from libraries import DAY, Fields, library_of, worth

MOST_LINES = 52
"""Of 10 pt on an A4 page, its head set aside."""
LINE_LENGTH = 60
"""Letters of a sentence in a table's widest column."""

MEETING: Fields = {
    "short_title": "Họp nhà",
    "purpose": "Bàn việc chung.",
    "shortest_duration": 45,
    "documents": ["rules"],
    "deadlines": [
        {"id": "notice", "text": "Dán giấy báo.", "side": "before", "days": "rules#lead", "roles": ["clerk"]},
        {"id": "paper", "text": "Gửi biên bản.", "side": "after", "days": 3, "place": "block-b"},
    ],
    "steps": [
        {"id": "count", "phase": "prepare", "text": "Đếm hộ."},
        {"id": "talk", "phase": "meet", "text": "Bàn.", "minutes": 40, "roles": ["clerk"], "notes": ["Hỏi đủ."]},
        {"id": "close", "phase": "meet", "text": "Chốt.", "minutes": 5},
    ],
    "not_allowed": [{"text": "Chốt vội.", "statements": ["rules#lead"]}],
    "forms": ["paper"],
    "checklists": ["list", "other"],
}
OTHERS: dict[str, Fields] = {
    "document/rules": {"number": "2/NQ", "statements": [worth("lead", 7, "day")]},
    "form/paper": {"short_title": "Giấy báo"},
    "checklist/list": {"short_title": "Chủ hộ"},
    "checklist/other": {"short_title": "Thư ký"},
}


@pytest.fixture(scope="module")
def own_library() -> Library:
    """Give the records of this project's handbook."""
    settings, _ = load_settings(ROOT / "mkdocs.yml", date=DAY)
    assert settings is not None
    return load_library(settings)[0]


def _plan(library: Library, meeting_id: str) -> View:
    entry = library.entries[Target("meeting", meeting_id)]
    assert isinstance(entry.record, Meeting)
    return plan_view(library, entry, entry.record)


def _of(**fields: object) -> View:
    return _plan(library_of({**OTHERS, "meeting/home": {**MEETING, **fields}}), "home")


def _table(view: View, title: str) -> list[list[str]]:
    (table,) = (block for block in view.blocks if isinstance(block, Table) and block.caption == title)
    return [[plain(cell.line) for cell in row.cells] for row in table.rows]


def test_the_days_have_room_for_the_real_ones() -> None:
    """The deadlines stand around the meeting in the order of time; the last column is left to a pen."""
    assert _table(_of(), "Các hạn, đếm từ ngày họp") == [
        ["Trước ít nhất 07 ngày", "Dán giấy báo.", "Thư ký hội", ""],
        ["Ngày họp", "Buổi họp, tối thiểu 45 phút", "", ""],
        ["Trong 03 ngày", "Riêng tòa B: Gửi biên bản.", "", ""],
    ]


def test_the_agenda_is_the_meeting_itself() -> None:
    """Phases without minutes stand in the checklists; minutes are added up."""
    assert _table(_of(), "Chương trình") == [
        ["Bàn.", "Thư ký hội", "40"],
        ["Chốt.", "", "5"],
        ["Cộng", "", "45"],
    ]


def test_minutes_that_are_not_all_known_are_not_added_up() -> None:
    """A sum of some of them would be taken for the length of the meeting."""
    some = [*MEETING["steps"], {"id": "sing", "phase": "meet", "text": "Hát."}]
    none = [{**step, "minutes": None} for step in MEETING["steps"]]

    assert [row[0] for row in _table(_of(steps=some), "Chương trình")] == ["Bàn.", "Chốt.", "Hát."]
    assert [row[0] for row in _table(_of(steps=none), "Chương trình")] == ["Đếm hộ.", "Bàn.", "Chốt."]


def test_papers_are_named_and_lead_to_themselves() -> None:
    """Forms, checklists and tables, each group on a line of its own."""
    papers = _facts(_of())["Mang theo"]

    assert [plain(line) for line in papers] == ["Biểu mẫu: Giấy báo", "Bảng kiểm: Chủ hộ; Thư ký"]
    assert [piece.target.id for line in papers for piece in line if isinstance(piece, Link)] == [
        "paper",
        "list",
        "other",
    ]


def test_it_says_what_is_not_allowed_and_what_it_rests_on() -> None:
    """Limits without their bases; the documents by name."""
    view = _of()

    assert [plain(line) for line in _facts(view)["Không được làm"]] == ["Chốt vội."]
    assert [plain(line) for line in view.meta] == ["Căn cứ chính: 2/NQ"]
    assert (view.title, plain(view.lead)) == ("Kế hoạch buổi họp: Họp nhà", "Bàn việc chung.")


def test_what_a_meeting_does_not_have_is_left_out() -> None:
    """No label stands over nothing, and no line names no document."""
    view = _plan(library_of({"meeting/home": {}}), "home")

    assert [type(block) for block in view.blocks] == [Table, Table]
    assert view.meta == ()
    assert _table(view, "Các hạn, đếm từ ngày họp") == [["Ngày họp", "Buổi họp", "", ""]]


@pytest.mark.parametrize("file", sorted((ROOT / "data/meetings").glob("*.yml")), ids=lambda file: file.stem)
def test_every_meeting_of_the_handbook_fits_on_a_page(own_library: Library, file: Path) -> None:
    """Its lines, counted generously, are no more than a page has."""
    view = _plan(own_library, file.stem)

    assert sum(_lines_of(line) for line in _lines(view)) <= MOST_LINES


def _facts(view: View) -> dict[str, tuple[Line, ...]]:
    (facts,) = (block for block in view.blocks if isinstance(block, Facts))
    return {fact.label: fact.lines for fact in facts.facts}


def _lines(view: View) -> Iterator[Line]:
    """Give what stands below each other: of a table's row, the longest cell."""
    yield view.lead
    yield from view.meta
    for block in view.blocks:
        if isinstance(block, Table):
            yield words(block.caption)
            yield from (max((cell.line for cell in row.cells), key=lambda line: len(plain(line))) for row in block.rows)
        elif isinstance(block, Facts):
            yield from (line for fact in block.facts for line in fact.lines)


def _lines_of(line: Line) -> int:
    return 1 + len(plain(line)) // LINE_LENGTH
