"""Pages made from the whole library: what is still to compare, the codes, what is new, the journey."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from building import SECOND
from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.rules.pages import anchors_of_target
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from handbook.settings.vocabulary import ReportEntry
from handbook.views.blocks import Bullets, Facts, Line, Link, Note, Paragraph, Section, Statements, Table, View
from handbook.views.changes import newest_changes
from handbook.views.inline import plain
from handbook.views.journey import position, steps_of_pages
from handbook.views.viewing import view_of
from libraries import library_of, settings_of_second, statement

STEPS: list[dict[str, Any]] = [
    {"id": "one", "title": "Một", "text": "Làm một.", "pages": ["first.md"]},
    {"id": "two", "title": "Hai", "text": "Làm hai.", "pages": ["source:flyer"], "see": [{"to": "rules"}]},
    {"id": "three", "title": "Ba", "text": "Làm ba."},
]
RECORDS: dict[str, dict[str, Any]] = {"source/flyer": {}, "document/rules": {"statements": [statement("quorum")]}}
PAGES = {"first.md": "Bài.", "other.md": "Bài."}


def _view(library: Library, report_id: str) -> View:
    return view_of(library, Addresses(library.settings), Target(REPORT, report_id))


def _sections(view: View) -> list[Section]:
    return [block for block in view.blocks if isinstance(block, Section)]


def _links(lines: tuple[Line, ...]) -> list[tuple[str, Target]]:
    return [(piece.words, piece.target) for line in lines for piece in line if isinstance(piece, Link)]


def _with_codes() -> Settings:
    settings = settings_of_second()
    entry = ReportEntry(id="codes", slug="ma-loi", title="Mã lỗi", lead="Mỗi mã nghĩa là gì.")
    vocabulary = settings.vocabulary.model_copy(update={"reports": (*settings.vocabulary.reports, entry)})
    return dataclasses.replace(settings, vocabulary=vocabulary)


def test_the_most_doubtful_is_compared_first() -> None:
    """Unchecked, then disputed, then told by one source, then by several; what was read in an excerpt is not there."""
    told = [
        statement("several", "press-a", "press-b", extent="report"),
        statement("read", "keeper", extent="excerpt"),
        statement("single", "press-a", extent="report"),
        {**statement("disputed", "press-a", extent="report")},
        statement("unchecked"),
    ]
    told[3]["seen_in"] = [*told[3]["seen_in"], {**told[3]["seen_in"][0], "source": "press-b", "differs": True}]
    library = library_of(
        {
            "document/rules": {"statements": told, "copies": [{"url": "https://a.example/rules", "opened": False}]},
            "document/read": {"statements": [statement("whole", "keeper", extent="full")]},
            "source/keeper": {"nature": "official"},
            "source/press-a": {"nature": "press"},
            "source/press-b": {"nature": "press"},
        }
    )

    view = _view(library, "to-compare")

    (section,) = _sections(view)
    facts, statements = section.blocks
    assert isinstance(statements, Statements)
    assert [entry.anchor for entry in statements.entries] == [
        "rules.unchecked",
        "rules.disputed",
        "rules.single",
        "rules.several",
    ]
    assert isinstance(facts, Facts)
    assert "https://a.example/rules, chưa mở được toàn văn" in [plain(line) for line in facts.facts[1].lines]
    (table,) = (block for block in view.blocks if isinstance(block, Table))
    assert [plain(row.cells[1].line) for row in table.rows] == ["1", "1", "1", "1"]
    assert anchors_of_target(library, view.target) == ("rules",) == tuple(section.anchor for section in _sections(view))


def test_nothing_left_to_compare_is_said() -> None:
    """The page stays when all is done, and says so."""
    library = library_of(
        {
            "document/read": {"statements": [statement("whole", "keeper", extent="full")]},
            "source/keeper": {"nature": "official"},
        }
    )

    (block,) = _view(library, "to-compare").blocks

    assert isinstance(block, Paragraph)


def test_every_code_stands_on_the_page_of_codes() -> None:
    """Under its own anchor, once, with its name as the check prints it."""
    library = library_of({}, settings=_with_codes())

    view = _view(library, "codes")

    explained = [one for group in _sections(view) for one in group.blocks if isinstance(one, Section)]
    assert [section.anchor for section in explained] == [code.anchor for code in Code]
    assert anchors_of_target(library, view.target) == tuple(section.anchor for section in explained)
    assert all(code.value in section.title for code, section in zip(Code, explained, strict=True))


def test_changes_stand_by_day_the_newest_first() -> None:
    """Whatever their order in the file; changes of one day keep theirs."""
    days = ("2026-03-01", "2026-05-01", "2026-03-01", "2025-12-31")
    changes = [{"date": dt.date.fromisoformat(day), "text": f"Điều {number}."} for number, day in enumerate(days)]
    library = library_of({}, sheets={"changes": {"changes": changes}})

    sections = _sections(_view(library, "changes"))

    assert [section.title for section in sections] == ["01/05/2026", "01/03/2026", "31/12/2025"]
    assert [plain(line) for line in _bullets(sections[1]).lines] == ["Điều 0.", "Điều 2."]


def test_a_step_that_leads_nowhere_owns_no_page() -> None:
    """While a preview shows what is wrong: the other pages of the journey know their steps."""
    steps = [{**STEPS[0], "pages": ["source:gone", "first.md"]}, STEPS[2]]
    library = library_of(RECORDS, PAGES, sheets={"journey": {"steps": steps}})

    assert steps_of_pages(library, "") == {"first.md": 0}


def test_the_start_page_shows_three_changes_and_a_way_to_all() -> None:
    """The newest three; a handbook without changes shows nothing."""
    changes = [{"date": dt.date(2026, 1, day), "text": f"Ngày {day}."} for day in range(1, 6)]
    library = library_of({}, sheets={"changes": {"changes": changes}})

    (section,) = newest_changes(library, Addresses(library.settings))

    lines = [plain(line) for line in _bullets(section).lines]
    assert [line.partition(": ")[2] for line in lines[:-1]] == ["Ngày 5.", "Ngày 4.", "Ngày 3."]
    assert _links(_bullets(section).lines[-1:]) == [("Xem mọi thay đổi", Target(REPORT, "changes"))]
    assert newest_changes(library_of({}), Addresses(library.settings)) == ()


def test_the_journey_shows_its_steps_in_order() -> None:
    """Each under its own anchor, with its pages and what helps."""
    library = library_of(RECORDS, PAGES, sheets={"journey": {"steps": STEPS}})

    sections = _sections(_view(library, "journey"))

    assert [(section.anchor, section.title) for section in sections] == [
        ("one", "1. Một"),
        ("two", "2. Hai"),
        ("three", "3. Ba"),
    ]
    assert [target for _, target in _links(_bullets(sections[1]).lines)] == [
        Target("source", "flyer"),
        Target("document", "rules"),
    ]


@pytest.mark.parametrize(
    ("target", "here", "links"),
    [
        (Target(PAGE, "first.md"), "1/3: Một", [("Hai", Target("source", "flyer")), ("Xem cả 3 bước", "one")]),
        (
            Target("source", "flyer"),
            "2/3: Hai",
            [("Một", Target(PAGE, "first.md")), ("Ba", Target(REPORT, "journey", "three")), ("Xem cả 3 bước", "two")],
        ),
    ],
)
def test_a_page_of_a_step_says_where_its_reader_is(
    target: Target, here: str, links: list[tuple[str, Target | str]]
) -> None:
    """The step, the one before, the one after, and the whole journey at this step."""
    library = library_of(RECORDS, PAGES, sheets={"journey": {"steps": STEPS}})

    (note,) = position(library, Addresses(library.settings), target)

    assert note.title == f"Đang ở bước {here}"
    wanted = [(words, Target(REPORT, "journey", to) if isinstance(to, str) else to) for words, to in links]
    assert _links(note.lines) == wanted


def test_a_page_that_is_only_helpful_is_at_no_step() -> None:
    """What a step names under "see", the journey itself and all other pages show no step."""
    library = library_of(RECORDS, PAGES, sheets={"journey": {"steps": STEPS}})
    others = (Target("document", "rules"), Target(PAGE, "other.md"), Target(REPORT, "journey"), Target("source"))

    assert [position(library, Addresses(library.settings), target) for target in others] == [()] * 4


def test_a_generated_page_begins_with_its_step() -> None:
    """The note stands before everything else the record says."""
    library = library_of(RECORDS, PAGES, sheets={"journey": {"steps": STEPS}})

    view = view_of(library, Addresses(library.settings), Target("source", "flyer"))

    assert isinstance(view.blocks[0], Note)
    assert view.blocks[0].title == "Đang ở bước 2/3: Hai"


def test_a_statement_used_by_the_journey_is_used() -> None:
    """The journey is among those who use a statement, at its step, under the journey's name."""
    steps = [{**STEPS[0], "text": "Theo ((rules#quorum)).", "pages": []}, STEPS[2]]
    library = library_of(RECORDS, sheets={"journey": {"steps": steps}})

    assert library.uses[Target("document", "rules", "quorum")] == (Target(REPORT, "journey", "one"),)
    told = [block for section in _sections(_view_of_rules(library)) for block in section.blocks]
    (statements,) = (block for block in told if isinstance(block, Statements))
    assert statements.entries[0].uses == (Link("Một quý của tòa nhà", Target(REPORT, "journey", "one")),)


def _view_of_rules(library: Library) -> View:
    return view_of(library, Addresses(library.settings), Target("document", "rules"))


def test_a_report_without_an_entry_has_no_page() -> None:
    """The second handbook does not announce the page of codes."""
    settings, _ = load_settings(SECOND / "mkdocs.yml", date=dt.date(2026, 11, 22))
    assert settings is not None

    with pytest.raises(LookupError):
        _view(library_of({}, settings=settings), "codes")


def _bullets(section: Section) -> Bullets:
    (found,) = (block for block in section.blocks if isinstance(block, Bullets))
    return found
