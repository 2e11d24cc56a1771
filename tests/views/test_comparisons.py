"""Pages that set kinds of record side by side: everything is there, gaps are words, no table is wider than a phone."""

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.rules.pages import COMPARED, anchors_of_target
from handbook.settings.vocabulary import ReportId
from handbook.views.blocks import Link, Paragraph, Row, Section, Table, View
from handbook.views.inline import plain
from handbook.views.report import LONG_REPORTS, REPORT_VIEWS
from handbook.views.viewing import view_of
from libraries import Fields, library_of, settings_of_second

REMEDIES = [
    {"id": "hard", "text": "Nhờ trên.", "effort": "high"},
    {"id": "easy", "text": "Gọi.", "effort": "low", "items": ["l#x"], "cases": ["c"]},
]
PARTS = [{"id": one, "number": f"1.{one}", "text": f"Phần {one}.", "points": 2} for one in ("p", "q")]
RECORDS: dict[str, Fields] = {
    "document/rules": {},
    "criteria/t": {
        "criteria": [
            {"id": "a", "number": "1", "text": "Sạch.", "points": 4, "parts": PARTS},
            {"id": "b", "number": "2", "text": "Đủ."},
        ]
    },
    "criteria/local": {
        "place": "block-b",
        "criteria": [{"id": "c", "number": "1", "text": "Sạch.", "elaborates": "t#a"}],
    },
    "criteria/old": {"standing": "historical"},
    "checklist/l": {
        "phases": [
            {
                "phase": "prepare",
                "items": [
                    {"id": "x", "text": "Quét.", "duty": "should", "criteria": ["t#p"]},
                    {"id": "y", "text": "Lau.", "duty": "should", "problems": ["absent"]},
                ],
            }
        ]
    },
    "case/c": {"criteria": ["t#b"]},
    "problem/absent": {"remedies": REMEDIES},
    "topic/trees": {"branch_types": ["high-floor"], "quarters": ["rainy-season"]},
    "topic/any": {"branch_types": ["high-floor"]},
}


def _view(library: Library, report_id: str) -> View:
    return view_of(library, Addresses(library.settings), Target(REPORT, report_id))


def _sections(view: View) -> dict[str, Section]:
    return {block.anchor: block for block in view.blocks if isinstance(block, Section)}


def _tables(view: View) -> Iterator[Table]:
    for section in _sections(view).values():
        yield from (block for block in section.blocks if isinstance(block, Table))


def _rows(section: Section) -> list[tuple[str, ...]]:
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return [_words(row) for row in table.rows]


def _words(row: Row) -> tuple[str, ...]:
    return tuple(plain(cell.line) for cell in row.cells)


def test_every_criterion_stands_against_its_items_and_cases() -> None:
    """Parts under their criterion; where nothing serves one, the page says so."""
    sections = _sections(_view(library_of(RECORDS), "criteria-items"))

    assert list(sections) == ["t", "local"]
    assert _rows(sections["t"]) == [
        ("1. Sạch (4 điểm)", "Xem từng phần bên dưới", "Xem từng phần bên dưới"),
        ("1.p. Phần p (2 điểm)", "Tên ngắn, việc 1.1", "Chưa có nơi nào"),
        ("1.q. Phần q (2 điểm)", "Chưa có việc nào", "Chưa có nơi nào"),
        ("2. Đủ", "Chưa có việc nào", "Tên ngắn"),
    ]


def test_a_local_criterion_leads_to_the_one_that_it_elaborates() -> None:
    """Its items are not told twice; the place stands beside the heading."""
    section = _sections(_view(library_of(RECORDS), "criteria-items"))["local"]

    assert _rows(section) == [("1. Sạch", "Như tiêu chí 1. Sạch", "Như tiêu chí 1. Sạch")]
    assert section.hint == "Riêng tòa B"


def test_gaps_are_counted() -> None:
    """What no item reaches is told at the top: a part of the first, the second, and what only looks at the first."""
    (told,) = _view(library_of(RECORDS), "criteria-items").meta

    assert plain(told) == "3 mục chưa có việc nào."


def test_remedies_stand_from_easy_to_hard_with_what_carries_them_out() -> None:
    """An item that no remedy names but that says it helps is shown as well."""
    section = _sections(_view(library_of(RECORDS), "problem-remedies"))["absent"]

    assert _rows(section) == [
        ("Gọi (làm được ngay)", "Tên ngắn, việc 1.1", "Tên ngắn"),
        ("Nhờ trên (cần cấp trên hoặc nhiều tháng)", "Chưa có việc nào", "Chưa có nơi nào"),
        ("Chưa gắn với cách gỡ nào", "Tên ngắn, việc 1.2", "Chưa có nơi nào"),
    ]
    assert section.hint == "1 làm được ngay, 1 cần cấp trên hoặc nhiều tháng"


def test_every_quarter_of_every_branch_is_shown() -> None:
    """With its topics, or with the words that there is none; a topic for any time has a row of its own."""
    sections = _sections(_view(library_of(RECORDS), "topic-quarters"))

    assert _rows(sections["high-floor"]) == [
        ("Mùa khô", "Chưa có đề tài nào"),
        ("Mùa mưa", "Tên ngắn"),
        ("Lúc nào cũng được", "Tên ngắn"),
    ]
    assert _rows(sections["shop-floor"]) == [("Mùa khô", "Chưa có đề tài nào"), ("Mùa mưa", "Chưa có đề tài nào")]


@pytest.mark.parametrize("report_id", COMPARED)
def test_a_cell_is_never_silently_empty(report_id: str) -> None:
    """Every cell says something, and three columns are the most a phone shows side by side."""
    for table in _tables(_view(library_of(RECORDS), report_id)):
        assert len(table.columns) <= 3
        for row in table.rows:
            assert all(plain(cell.line) for cell in row.cells)
            assert len(row.cells) == len(table.columns)


@pytest.mark.parametrize("report_id", COMPARED)
def test_the_anchors_are_known_to_links(report_id: str) -> None:
    """What a link may lead to is what the page has."""
    library = library_of(RECORDS)

    anchors = anchors_of_target(library, Target(REPORT, report_id))

    assert set(anchors) == set(_sections(_view(library, report_id)))
    assert anchors


@pytest.mark.parametrize("report_id", COMPARED)
def test_with_nothing_to_compare_the_page_says_so(report_id: str) -> None:
    """One sentence instead of an empty page."""
    library = library_of({})
    view = _view(library, report_id)

    assert anchors_of_target(library, Target(REPORT, report_id)) == ()
    (block,) = view.blocks
    assert isinstance(block, Paragraph)
    assert plain(block.line)


def test_a_table_without_criteria_says_so() -> None:
    """It is in use, but nobody could read its criteria yet."""
    bands: list[dict[str, Any]] = [{"title": "Tốt", "at_least": 0}]
    section = _sections(_view(library_of({"criteria/t": {"criteria": [], "bands": bands}}), "criteria-items"))["t"]

    assert "Chưa có tiêu chí nào" in "".join(
        plain(block.line) for block in section.blocks if isinstance(block, Paragraph)
    )


def test_without_quarters_topics_stand_in_one_row() -> None:
    """A handbook may know no quarters."""
    settings = settings_of_second()
    vocabulary = settings.vocabulary.model_copy(update={"quarters": ()})
    records: dict[str, Fields] = {"topic/any": {"branch_types": ["high-floor"]}}

    view = _view(library_of(records, settings=dataclasses.replace(settings, vocabulary=vocabulary)), "topic-quarters")

    assert _rows(_sections(view)["shop-floor"]) == [("Lúc nào cũng được", "Chưa có đề tài nào")]


def test_every_remedy_can_be_followed() -> None:
    """The first cell leads to the remedy on its problem's page."""
    section = _sections(_view(library_of(RECORDS), "problem-remedies"))["absent"]
    (table,) = (block for block in section.blocks if isinstance(block, Table))

    links = [piece.target for row in table.rows for piece in row.cells[0].line if isinstance(piece, Link)]
    assert links == [Target("problem", "absent", "easy"), Target("problem", "absent", "hard")]


def test_every_report_has_a_view() -> None:
    """Each id that the vocabulary may name is made by somebody."""
    assert {*REPORT_VIEWS, *LONG_REPORTS} == set(get_args(ReportId))
    assert REPORT_VIEWS.keys().isdisjoint(LONG_REPORTS)
