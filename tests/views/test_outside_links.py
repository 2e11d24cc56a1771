"""The page of outside links says where each is used and when it was seen well; sources and documents say the latter."""

import dataclasses
from typing import Any

import pytest

from handbook.addresses.addresses import Addresses
from handbook.addresses.long_pages import MOST_USES
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.settings.vocabulary import ReportEntry
from handbook.views.blocks import Bullets, Facts, Line, Link, Outside, Paragraph, Section, Table, View
from handbook.views.inline import plain
from handbook.views.outside_links import LONGEST, short_address
from handbook.views.viewing import view_of
from libraries import DAY, library_of, settings_of_second

A, B = "https://a.example/bai-viet", "https://b.example/"
THE_PAGE = Target(REPORT, "outside-links")
EARLIER = DAY.replace(day=1)
GOOD = {"address": A, "seen_well_on": EARLIER, "asked_on": EARLIER, "outcome": "answers", "status": 200}
GONE = {"address": B, "seen_well_on": EARLIER, "asked_on": DAY, "outcome": "missing", "status": 404}
COPY = {"url": A, "opened": True, "note": "Thiếu phụ lục."}
RECORDS: dict[str, dict[str, Any]] = {"source/flyer": {"url": A}, "document/rules": {"copies": [COPY]}}
PAGES = {"first.md": f"[Bài]({B}), [lại nữa]({B})"}


def _library(*kept: dict[str, Any]) -> Library:
    settings = settings_of_second()
    entry = ReportEntry(id="outside-links", slug="lien-ket", title="Liên kết", lead="Ra ngoài.")
    vocabulary = settings.vocabulary.model_copy(update={"reports": (entry,)})
    deployment = settings.deployment.model_copy(update={"address": None})
    settings = dataclasses.replace(settings, vocabulary=vocabulary, deployment=deployment)
    sheets = {"links": {"links": list(kept)}} if kept else {}
    return library_of(RECORDS, PAGES, settings=settings, sheets=sheets)


def _view(library: Library, target: Target = THE_PAGE) -> View:
    return view_of(library, Addresses(library.settings), target)


def _rows(view: View) -> list[list[Line]]:
    return [
        [cell.line for cell in row.cells] for block in view.blocks if isinstance(block, Table) for row in block.rows
    ]


def test_each_address_is_listed_with_what_uses_it() -> None:
    """What needs a look first, each user once, with both days."""
    rows = _rows(_view(_library(GOOD, GONE)))

    assert [[plain(cell) for cell in row] for row in rows] == [
        ["b.example", "Trang first.md", "01/11/2026", "22/11/2026, máy chủ trả lời là không có trang này (mã 404)"],
        ["a.example/bai-viet", "Bản ghi flyer; 1", "01/11/2026", "01/11/2026, mở được"],
    ]
    assert rows[0][0] == (Outside("b.example", B),)
    assert rows[0][1] == (Link("Trang first.md", Target(PAGE, "first.md")),)


def test_what_is_no_record_is_named_too() -> None:
    """A report by its title; the settings, and what has no page, by their files."""
    changes = {"changes": [{"date": DAY, "text": f"Xem {A} và {B}."}]}
    settings = _library().settings
    deployment = settings.deployment.model_copy(update={"contact": B})
    settings = dataclasses.replace(settings, deployment=deployment)
    bare = library_of({}, settings=settings, sheets={"changes": changes})
    entry = ReportEntry(id="changes", slug="moi", title="Có gì mới", lead="Mới.")
    vocabulary = settings.vocabulary.model_copy(update={"reports": (*settings.vocabulary.reports, entry)})
    shown = dataclasses.replace(bare, settings=dataclasses.replace(settings, vocabulary=vocabulary))

    [file] = {sheet.file.name for sheet in bare.sheets.values()}
    name = settings.deployment_file.name
    assert [plain(row[1]) for row in _rows(_view(bare))] == [file, f"{name}; {file}"]
    assert [plain(row[1]) for row in _rows(_view(shown))] == ["Có gì mới", f"{name}; Có gì mới"]
    assert _rows(_view(shown))[0][1] == (Link("Có gì mới", Target(REPORT, "changes")),)


def test_files_without_a_page_are_named_each() -> None:
    """The settings, and what is asked of pages, where both lead to one address."""
    settings = _library().settings
    settings = dataclasses.replace(settings, deployment=settings.deployment.model_copy(update={"contact": B}))
    asked = {"pages": [{"to": "first.md", "words": [f"trang {B}"]}]}
    library = library_of({}, {"first.md": "Trang."}, settings=settings, sheets={"asked": asked})

    [row] = _rows(_view(library))
    assert plain(row[1]) == f"{settings.deployment_file.name}; {library.sheets['asked'].file.name}"


def test_of_very_many_users_only_some_are_named() -> None:
    """No row is to grow with all of them; it says how many more there are."""
    records = {f"source/s{number:03}": {"url": A} for number in range(MOST_USES + 2)}
    [row] = _rows(_view(library_of(records, settings=_library().settings)))

    assert sum(isinstance(piece, Link) for piece in row[1]) == MOST_USES
    assert plain(row[1]).endswith(" và 2 nơi khác")


def test_the_page_counts() -> None:
    """How many answered, how many did not, how many nobody asked."""
    view = _view(_library(GONE))

    assert [plain(line) for line in view.meta] == ["2 địa chỉ, 1 không mở được hoặc chưa rõ, 1 chưa kiểm tra."]


def test_a_handbook_that_never_asked_says_so() -> None:
    """No day is made up, and the command is named."""
    view = _view(_library())

    [told] = [block for block in view.blocks if isinstance(block, Paragraph)]
    assert plain(told.line).startswith(
        "Chưa địa chỉ nào được kiểm tra. Trên máy có mạng, chạy python3 scripts/links.py"
    )
    assert {(plain(seen), plain(last)) for _, _, seen, last in _rows(view)} == {("Chưa rõ", "Chưa kiểm tra")}


def test_a_handbook_without_outside_links_says_so() -> None:
    """Instead of an empty table."""
    library = library_of({}, settings=_library().settings)

    assert [plain(block.line) for block in _view(library).blocks if isinstance(block, Paragraph)] == [
        "Cẩm nang này không có liên kết ra ngoài."
    ]
    assert _rows(_view(library)) == []


def _source_words(library: Library) -> list[str]:
    facts = [block for block in _view(library, Target("source", "flyer")).blocks if isinstance(block, Facts)]
    return [plain(line) for block in facts for fact in block.facts if fact.label == "Địa chỉ" for line in fact.lines]


def _copy_words(library: Library) -> list[str]:
    found = [block for block in _view(library, Target("document", "rules")).blocks if isinstance(block, Section)]
    [section] = [one for one in found if one.anchor == "ban-dang"]
    return [plain(line) for block in section.blocks if isinstance(block, Bullets) for line in block.lines]


def test_a_source_says_when_its_address_was_seen_well() -> None:
    """Only if that is known."""
    assert _source_words(_library()) == [A]
    assert _source_words(_library(GOOD)) == [A, "Thấy mở được ngày 01/11/2026."]


def test_a_copy_of_a_document_says_when_it_was_seen_well() -> None:
    """Between whether it was opened and what is said of it."""
    assert _copy_words(_library()) == [f"{A} (đã mở được). Thiếu phụ lục."]
    assert _copy_words(_library(GOOD)) == [f"{A} (đã mở được). Thấy mở được ngày 01/11/2026. Thiếu phụ lục."]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/", "a.example"),
        ("http://a.example:801/x?y=%20", "a.example:801/x?y= "),
        ("https://a.example/b%C3%A0i", "a.example/bài"),
        ("https://a.example/" + "x" * 99, "a.example/" + "x" * (LONGEST - 11) + "…"),
    ],
)
def test_an_address_is_shown_readable_and_short(address: str, shown: str) -> None:
    """Without its scheme, its letters decoded, cut where it is long."""
    assert short_address(address) == shown
