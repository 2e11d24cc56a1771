"""What pages say: warnings only where due, numbers as people write them, things in the order readers expect."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import SECOND
from handbook.addresses.addresses import Addresses
from handbook.library.certainty import Level
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import PAGE, Target
from handbook.records.statement import Value
from handbook.rules.pages import generated_pages
from handbook.settings.deployment import Deployment
from handbook.views.blocks import (
    Block,
    Citation,
    Entries,
    Facts,
    Figure,
    Link,
    Paragraph,
    Section,
    Story,
    Table,
    View,
    Words,
)
from handbook.views.blocks import Phase as PhaseBlock
from handbook.views.inline import figure, line_of, link, name, value_words
from handbook.views.record_page import description, users
from handbook.views.source import MOST_EVIDENCE
from handbook.views.viewing import view_of
from libraries import Fields, library_of, settings_of_second, statement, worth

RULES = Target("document", "rules")


def _view(library: Library, target: Target) -> View:
    return view_of(library, Addresses(library.settings), target)


def _blocks(view: View) -> Iterator[Block]:
    for block in view.blocks:
        yield block
        if isinstance(block, Section):
            yield from block.blocks


def _only(view: View, kind: type[Any]) -> Any:
    (found,) = (block for block in _blocks(view) if isinstance(block, kind))
    return found


def _items(*items: Fields) -> Fields:
    return {"phases": [{"phase": "prepare", "items": items[:1]}, {"phase": "meet", "items": items[1:]}]}


ITEMS = _items(*({"id": name, "text": "Làm.", "duty": "should"} for name in ("notice", "count", "vote")))


def test_every_page_of_a_handbook_has_a_view() -> None:
    """Each record and each index of the second handbook says what it is, in its own words."""
    library, findings = load_library(settings_of_second())
    assert findings == []

    for target in generated_pages(library, Addresses(library.settings)).values():
        view = _view(library, target)
        assert view.target == target
        assert view.title
        assert view.crumb
        assert view.description
        assert view.blocks
        assert not view.file or (SECOND / view.file).is_file()


@pytest.mark.parametrize(
    ("status", "warning"), [("in_force", None), ("superseded", "Đã bị thay thế"), ("unclear", "Chưa rõ hiệu lực")]
)
def test_a_link_warns_only_of_what_is_not_in_force(status: str, warning: str | None) -> None:
    """A document in force carries no chip; the others carry theirs on the document and on each of its statements."""
    library = library_of({"document/rules": {"status": status, "statements": [statement("quorum", place="Điều 5")]}})

    for target in (RULES, Target("document", "rules", "quorum")):
        chip = link(library, target).status
        assert (chip.words if chip else None) == warning


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"amount": 7, "unit": "day"}, "07 ngày"),
        ({"amount": 12, "unit": "day"}, "12 ngày"),
        ({"amount": 2.5, "unit": "day"}, "2,5 ngày"),
        ({"amount": 90, "unit": "minute"}, "90 phút"),
        ({"amount": 1440, "unit": "minute"}, "1.440 phút"),
        ({"amount": 50, "unit": "percent"}, "50%"),
        ({"amount": 94.44, "unit": "percent", "qualifier": "nearly"}, "gần 94,44%"),
        ({"amount": 50, "unit": "percent", "qualifier": "over"}, "hơn 50%"),
        ({"amount": 3, "unit": "day", "qualifier": "about"}, "khoảng 03 ngày"),
    ],
)
def test_a_number_is_written_with_its_unit(value: Fields, written: str) -> None:
    """Padding, joined signs, decimal commas and the qualifier come from unit and value."""
    assert value_words(library_of({}), Value.model_validate(value)) == written


def test_a_reference_prints_the_number_or_the_words_or_the_name() -> None:
    """A statement's number stands where it is referred to, unless words are given; anything else is named."""
    library = library_of(
        {"document/rules": {"number": "2/HS", "statements": [worth("lead", 7, "day"), statement("a")]}}
    )

    line = line_of(library, "Trước ((rules#lead)), ((rules#lead thời hạn)), theo ((rules)).")

    assert [(type(piece), piece.words) for piece in line] == [
        (Words, "Trước "),
        (Figure, "07 ngày"),
        (Words, ", "),
        (Link, "thời hạn"),
        (Words, ", theo "),
        (Link, "2/HS"),
        (Words, "."),
    ]


@pytest.mark.parametrize(("extent", "doubt"), [("full", None), ("report", None), ("mentioned", Level.UNCHECKED)])
def test_a_number_says_when_it_is_not_safe(extent: str, doubt: Level | None) -> None:
    """Only an unchecked or disputed number carries its doubt along."""
    lead = statement("lead", "board", extent=extent) | worth("lead", 7)
    library = library_of({"document/rules": {"statements": [lead]}, "source/board": {}})
    target = Target("document", "rules", "lead")
    held = library.statement(target)
    assert held is not None
    assert held.value is not None

    shown = figure(library, target, held.value)

    assert (shown.doubt.dial if shown.doubt else None) == doubt


def test_items_are_numbered_by_phase() -> None:
    """The second item of the second phase is 2.2, on its page and wherever it is named."""
    library = library_of({"checklist/meeting": {**ITEMS, "short_title": "Họp"}})

    numbers = [
        item.number
        for block in _blocks(_view(library, Target("checklist", "meeting")))
        if isinstance(block, PhaseBlock)
        for item in block.items
    ]

    assert numbers == ["1.1", "2.1", "2.2"]
    assert name(library, Target("checklist", "meeting", "vote")) == "Họp, việc 2.2"
    assert name(library, Target("checklist", "meeting", "meet")) == "Họp: Họp"


def test_documents_are_listed_by_whether_they_hold_newest_first() -> None:
    """In force, unclear, superseded, then what holds in one place only; an unknown date comes last."""
    library = library_of(
        {
            "document/a": {"issued_on": dt.date(2020, 1, 1)},
            "document/b": {"issued_on": None, "issued_note": "Chưa rõ."},
            "document/c": {"issued_on": dt.date(2024, 1, 1)},
            "document/d": {"status": "superseded"},
            "document/e": {"place": "block-b", "status": "superseded"},
        }
    )

    groups = [block for block in _view(library, Target("document")).blocks if isinstance(block, Section)]

    assert [(group.title, _ids(group.blocks[0])) for group in groups] == [
        ("Còn hiệu lực (3)", ["c", "a", "b"]),
        ("Đã bị thay thế (1)", ["d"]),
        ("Văn bản của địa phương (1)", ["e"]),
    ]


def test_a_list_of_one_group_has_no_group_titles() -> None:
    """Records stand in the order of the Vietnamese alphabet."""
    titles = {"a": "Đếm hộ", "b": "Ăn chung", "c": "Dọn sảnh", "d": "An ninh"}
    library = library_of({f"checklist/{name}": {"title": title} for name, title in titles.items()})

    (listed,) = _view(library, Target("checklist")).blocks

    assert _ids(listed) == ["d", "b", "c", "a"]


def _ids(block: Block) -> list[str]:
    assert isinstance(block, Entries)
    return [entry.link.target.id for entry in block.entries]


def test_grades_are_told_in_words() -> None:
    """Open at the top, closed in the middle, from zero at the bottom; numbers read from statements."""
    bands = [
        {"title": "Tốt", "at_least": "rules#eighty"},
        {"title": "Khá", "at_least": 50, "below": 80},
        {"title": "Kém", "at_least": 0, "below": 50, "note": "Chấm lại."},
    ]
    library = library_of({"criteria/table": {"bands": bands}, "document/rules": {"statements": [worth("eighty", 80)]}})

    table = _only(_view(library, Target("criteria", "table")), Table)

    assert [[_plain(cell.line) for cell in row.cells] for row in table.rows] == [
        ["Tốt", "từ 80 điểm trở lên", ""],
        ["Khá", "từ 50 đến dưới 80 điểm", ""],
        ["Kém", "dưới 50 điểm", "Chấm lại."],
    ]


def _plain(line: tuple[Any, ...]) -> str:
    return "".join(piece.words for piece in line)


def test_a_citation_holds_the_address_where_there_is_one() -> None:
    """The full citation ends in the public address; without one it ends in the date."""
    library = library_of({"document/rules": {}})
    bare = replace(library.settings, deployment=Deployment(schema_version=1, name="Cẩm nang"))

    with_address = _only(_view(library, RULES), Citation)
    without = _only(_view(library_of({"document/rules": {}}, settings=bare), RULES), Citation)

    assert with_address.full.endswith("Bản ngày 22/11/2026. https://vi-du.example/cu-dan/noi-quy/rules/")
    assert without.full.endswith("Bản ngày 22/11/2026.")


def test_a_record_is_used_once_by_each_page() -> None:
    """Two items of one checklist are one page that uses the record; its statements' users count too."""
    items = _items(
        {"id": "a", "text": "Làm.", "duty": "should", "statements": ["rules#quorum"]},
        {"id": "b", "text": "((rules))", "duty": "should"},
    )
    library = library_of(
        {"document/rules": {"statements": [statement("quorum")]}, "checklist/meeting": items},
        {"index.md": "((rules#quorum))"},
    )

    assert set(users(library, RULES)) == {Target("checklist", "meeting"), Target(PAGE, "index.md")}


@pytest.mark.parametrize("kind", ["form", "meeting", "topic", "term", "problem", "checklist", "source"])
def test_what_is_not_said_has_no_place(kind: str) -> None:
    """A record of which only the least is written has no empty section and no empty line."""
    view = _view(library_of({f"{kind}/a": {}}), Target(kind, "a"))

    for block in _blocks(view):
        assert not isinstance(block, Section) or block.blocks
        assert not isinstance(block, Facts) or all(fact.lines for fact in block.facts)


def test_of_a_source_that_proves_much_the_first_are_named() -> None:
    """The rest are counted: the page stays short, and nobody believes that this is all."""
    seen = {"statements": [statement(f"s{number}", "board") for number in range(MOST_EVIDENCE + 2)]}
    view = _view(library_of({"document/rules": seen, "source/board": {}}), Target("source", "board"))
    (section,) = (block for block in view.blocks if isinstance(block, Section) and block.anchor == "dung-de-doi-chieu")

    named, rest = section.blocks
    assert isinstance(named, Entries)
    assert isinstance(rest, Paragraph)
    assert section.title == f"Dùng để đối chiếu {MOST_EVIDENCE + 2} điều"
    assert len(named.entries) == MOST_EVIDENCE
    assert " 2 " in f" {_plain(rest.line)} "


def test_a_case_without_a_story_has_no_story() -> None:
    """The section stands only where there is something in it."""
    with_story = _view(library_of({"case/a": {"body": "\n## Mục\n\nChuyện.\n"}}), Target("case", "a"))
    without = _view(library_of({"case/a": {}}), Target("case", "a"))

    assert "Chuyện." in _only(with_story, Story).markdown
    assert not [block for block in _blocks(without) if isinstance(block, Story)]


@given(st.text(alphabet="aăđ .,;", min_size=1, max_size=400))
def test_a_description_fits_a_search_result(text: str) -> None:
    """Never longer than 160 characters, cut at a word's end where there is one, and said to be cut."""
    told = description(text)

    assert len(told) <= 160
    assert told == text or (told.endswith("…") and text.startswith(told[:-1]))
