"""What the page of a scoring table says of each criterion and grade, and what it says when little is known."""

from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.views.blocks import Criteria, Criterion, Line, Link, Note, Section, Table, View
from handbook.views.viewing import view_of
from libraries import Fields, library_of, statement

TABLE = Target("criteria", "table")
PART = {"id": "floor", "number": "1.1", "text": "Sàn sạch.", "points": 4}
CLEAN: Fields = {"id": "clean", "number": "1", "text": "Sạch.", "points": 4, "parts": [PART]}


def _library(criterion: Fields, **others: Any) -> Library:
    rules = {"document/rules": {"statements": [statement("dust")]}, "source/board": {}}
    return library_of({"criteria/table": {"criteria": [criterion]}, **rules, **others})


def _view(library: Library) -> View:
    return view_of(library, Addresses(library.settings), TABLE)


def _criterion(library: Library) -> Criterion:
    (table,) = (
        block
        for section in _view(library).blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Criteria)
    )
    (criterion,) = table.criteria
    return criterion


def _told(criterion: Criterion) -> dict[str, list[str]]:
    return {fact.label: [_plain(line) for line in fact.lines] for fact in criterion.facts}


def _plain(line: Line) -> str:
    return "".join(piece.words for piece in line)


def test_a_criterion_without_explanations_says_none() -> None:
    """No empty label stands under a criterion that nothing explains and nothing serves."""
    assert _criterion(_library(CLEAN)).facts == ()


def test_a_criterion_says_what_it_asks_and_how_it_is_reached() -> None:
    """The question first, then the meaning, the ways, and what costs points with what that rests on."""
    explained = {
        **CLEAN,
        "applies_when": "Quý này có dọn không?",
        "meaning": "Sàn sạch.",
        "ways": ["Quét.", "Lau theo ((rules))."],
        "losses": [{"text": "Có bụi.", "statements": ["rules#dust"]}],
    }

    assert list(_told(_criterion(_library(explained))).items()) == [
        ("Hỏi trước khi chấm", ["Quý này có dọn không? Không thì bỏ qua mục này."]),
        ("Nghĩa là gì", ["Sàn sạch."]),
        ("Làm thế nào để đạt", ["Quét.", "Lau theo 1."]),
        ("Hay thiếu điểm vì", ["Có bụi. (1: chưa đối chiếu)"]),
    ]


def test_a_criterion_shows_what_serves_it_and_what_costs_it() -> None:
    """Items by their number, cases, problems; each under the part that it names, and nothing of other kinds."""
    items = [{"id": name, "text": "Quét.", "duty": "should", "criteria": ["table#floor"]} for name in ("a", "b")]
    library = _library(
        CLEAN,
        **{
            "checklist/list": {"phases": [{"phase": "prepare", "items": items}]},
            "case/floor-3": {"criteria": ["table#floor"], "short_title": "Tầng 3"},
            "problem/dust": {"criteria": ["table#clean"], "short_title": "Nhiều bụi"},
            "term/clean": {"meaning": "Xem ((table#clean))."},
        },
    )

    criterion = _criterion(library)

    assert _told(criterion) == {"Khó khăn làm thiếu điểm": ["Nhiều bụi"]}
    assert [_told(part) for part in criterion.parts] == [
        {"Việc giúp đạt": ["Tên ngắn, việc 1.1, 1.2"], "Nơi đã làm": ["Tầng 3"]}
    ]


def test_a_grade_names_the_criteria_it_needs_in_full() -> None:
    """A note of the grade first, then each criterion as a link, then what happens when one is missing."""
    bands = [
        {"title": "Tốt", "at_least": 3, "note": "Chấm hai lần.", "needs_full": ["clean", "floor"]},
        {"title": "Khá", "at_least": 0, "below": 3},
    ]
    library = library_of({"criteria/table": {"criteria": [CLEAN], "bands": bands}, "document/rules": {}})

    (table,) = (
        block
        for section in _view(library).blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Table)
    )
    conditions = [row.cells[2].line for row in table.rows]

    assert [_plain(line) for line in conditions] == [
        "Chấm hai lần. Phải đạt điểm tối đa ở: 1. Sạch; 1.1. Sàn sạch. Thiếu một thì xuống mức liền sau.",
        "",
    ]
    assert [piece.target.part for piece in conditions[0] if isinstance(piece, Link)] == ["clean", "floor"]


def test_a_table_whose_criteria_are_not_known_says_so() -> None:
    """Its grades and steps are shown, and a note tells that the table itself was not read."""
    known = {"criteria": [], "procedure": [{"text": "Chấm."}]}
    library = library_of({"criteria/table": known, "document/rules": {}})

    blocks = _view(library).blocks

    assert [note.title for note in blocks if isinstance(note, Note)] == ["Chưa đọc được bảng điểm chi tiết"]
    assert next(section.title for section in blocks if isinstance(section, Section)) == "Cách chấm"
