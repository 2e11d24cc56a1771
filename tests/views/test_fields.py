"""The pages that explain the fields of a kind: from its model, with examples from the handbook."""

import dataclasses
from typing import Any, get_args

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.field_pages import FIELDS, explained_kind
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.records.kinds import KINDS, Kind
from handbook.rules.pages import anchors_of_target, pages_can_be_found
from handbook.search.index import RANKS
from handbook.search.page import EDITING
from handbook.search.views import found_view
from handbook.settings.settings import Settings
from handbook.settings.vocabulary import ReportEntry, ReportId
from handbook.views.blocks import Bullets, Code, Link, Row, Section, Table, View
from handbook.views.fields import fields_view
from handbook.views.inline import plain
from handbook.views.viewing import view_of
from libraries import library_of, settings_of_second, statement, worth

RECORDS: dict[str, dict[str, Any]] = {
    "source/flyer": {},
    "document/rules": {"statements": [statement("quorum", "flyer"), worth("fee", 20)]},
    "criteria/contest": {"total": "rules#fee"},
    "checklist/sweep": {
        "phases": [
            {
                "phase": "prepare",
                "items": [{"id": "a", "text": "Quét sân.", "duty": "must", "statements": ["rules#quorum"]}],
            }
        ]
    },
}


def _settings() -> Settings:
    settings = settings_of_second()
    known: tuple[ReportId, ...] = tuple(one for one in get_args(ReportId) if one.startswith(FIELDS))
    entries = tuple(
        ReportEntry(id=one, slug=f"khoa/{one}", title=f"Khóa {one}", lead="Mỗi khóa giữ gì.") for one in known
    )
    return dataclasses.replace(settings, vocabulary=settings.vocabulary.model_copy(update={"reports": entries}))


def _library() -> Library:
    return library_of(RECORDS, settings=_settings())


def _view(library: Library, report_id: str) -> View:
    return view_of(library, Addresses(library.settings), Target(REPORT, report_id))


def _rows(view: View) -> dict[str, Row]:
    tables = (block for section in view.blocks if isinstance(section, Section) for block in section.blocks)
    return {row.anchor: row for table in tables if isinstance(table, Table) for row in table.rows}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_field_of_a_kind_is_explained(kind: Kind) -> None:
    """Its key, title, help, whether it must be there; at an anchor of its own, which links may use."""
    library = _library()
    view = _view(library, f"{FIELDS}-{kind.id}")
    rows = _rows(view)

    for name, field in kind.model.model_fields.items():
        key, help_, written, _ = (plain(cell.line) for cell in rows[name.replace("_", "-")].cells)
        assert key == f"{name} {field.title}"
        assert help_ == field.description
        assert written.startswith("Bắt buộc. " if field.is_required() else "Không bắt buộc. ")
    sections = [block.anchor for block in view.blocks if isinstance(block, Section)]
    anchors = anchors_of_target(library, view.target)
    assert len(set(anchors)) == len(anchors)
    assert set(anchors) == {*sections, *rows}


def test_an_example_is_what_a_record_says() -> None:
    """The first value there is, as it is written in the file; where there is none, it says so."""
    rows = _rows(_view(_library(), "fields-checklist"))

    assert plain(rows["phases-items-text"].cells[3].line) == "“Quét sân.”"
    assert rows["phases-items-statements"].cells[3].line == (Code("rules#quorum"),)
    assert rows["phases-items-duty"].cells[3].line == (Code("must"),)
    assert plain(rows["phases-items-proof"].cells[3].line) == "Chưa bản ghi nào dùng"
    assert rows["phases-items"].cells[3].line == (
        Link("Các khóa bên trong: Các việc", Target(REPORT, "fields-checklist", "nhom-phases-items")),
    )
    total = _rows(_view(_library(), "fields-criteria"))["total"].cells[3].line
    assert total == (Code("rules#fee"),)
    seen = _rows(_view(_library(), "fields-document"))["statements-seen-in-checked-on"].cells[3].line
    assert seen == (Code("2026-11-22"),)


def test_what_may_stand_there_is_told() -> None:
    """Choices, entries of closed lists with their words, and the kinds that a reference leads to."""
    rows = _rows(_view(_library(), "fields-checklist"))

    assert "Một trong: must, should." in plain(rows["phases-items-duty"].cells[2].line)
    assert "clerk: " in plain(rows["phases-items-roles"].cells[2].line)
    links = [piece.target for piece in rows["phases-items-statements"].cells[2].line if isinstance(piece, Link)]
    assert links == [Target("document"), Target("source")]


def test_the_pages_of_all_kinds_are_listed_on_one() -> None:
    """So that the navigation names one page, not one for each kind."""
    library = _library()
    (listed,) = _view(library, FIELDS).blocks
    assert isinstance(listed, Bullets)

    linked = {piece.target.id for line in listed.lines for piece in line if isinstance(piece, Link)}

    assert linked == {f"{FIELDS}-{kind.id}" for kind in KINDS}
    told = {finding.message for finding in pages_can_be_found(library, Addresses(library.settings))}
    assert "Trang “khoa/fields.md” dựng từ dữ liệu chưa có trong điều hướng." in told
    assert not any("fields-" in message for message in told)


def test_readers_find_what_is_for_readers_first() -> None:
    """These pages name every kind, but whoever looks for a form wants a form."""
    library = _library()

    sorts = {found_view(library, _view(library, one), one).sort for one in (FIELDS, f"{FIELDS}-form")}

    assert sorts == {EDITING}
    assert min(RANKS, key=RANKS.__getitem__) == EDITING


def test_every_kind_may_have_its_page() -> None:
    """The vocabulary knows a report for each; a report for no kind is a fault of ours."""
    explained = {kind.id for one in get_args(ReportId) if (kind := explained_kind(one)) is not None}
    assert explained == {kind.id for kind in KINDS}

    report = ReportEntry(id="codes", slug="ma", title="Mã", lead="Mã.")
    with pytest.raises(LookupError, match="codes"):
        fields_view(_library(), report)
