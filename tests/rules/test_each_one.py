"""Every thing is looked at by itself: what is passed over, or right, hides no fault of what comes after it."""

import dataclasses
from typing import Any

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.coverage import coverage_of
from handbook.library.library import Library
from handbook.library.mentions import in_file
from handbook.library.target import Target
from handbook.reading.places import Place
from handbook.rules import documents, drafts, duties, letters, old_ids, pages, pairings, points, published, typography
from handbook.rules.reports import destinations_lead_somewhere
from handbook.rules.statements import statements_are_used
from libraries import DAY, TYPOGRAPHY, Fields, library_of, settings_of_second, statement, worth
from number_cases import bands, levels, table

Records = dict[str, Fields]
MANY_CASES: Records = {f"case/c{number:02}": {} for number in range(40)}
"""More than stand on one page of their index."""
WORDS: Records = {"document/rules": {"statements": [statement("words"), worth("forty", 40)]}}


def _addresses(library: Library) -> Addresses:
    return Addresses(library.settings)


def test_further_pages_of_an_index_are_found_and_not_promised() -> None:
    """They move as the handbook grows: there is such a page today, but no list of addresses holds it to that."""
    library = library_of({**MANY_CASES, "document/rules": {}})
    addresses = _addresses(library)
    second = Target("case", page=2)
    file = addresses.page_file(second)
    now = published.addresses_now(library, addresses)

    assert pages.find_generated(library, addresses, file) == second
    assert pages.find_generated(library, addresses, file.replace("2", "9")) is None
    assert addresses.page_address(second) not in now
    assert addresses.page_address(Target("document", "rules")) in now


def test_a_draft_that_changes_name_is_told_with_its_page() -> None:
    """The page is named as it is written."""
    change = {"date": settings_of_second().date, "text": "Mới.", "see": [{"to": "tu-ngu/a.md"}]}
    library = library_of({"term/a": {"draft": True}, "term/b": {}}, sheets={"changes": {"changes": [change]}})

    assert [one.message for one in drafts.links_lead_to_no_draft(library, _addresses(library))] == [
        "Trang “tu-ngu/a.md” còn là bản nháp, chưa đăng."
    ]


def test_a_draft_may_link_to_a_draft() -> None:
    """Both wait."""
    library = library_of({"term/a": {"draft": True}}, {"x.md": "[a](tu-ngu/a.md)"})
    page = library.pages["x.md"]
    waiting = dataclasses.replace(page, meta=page.meta.model_copy(update={"draft": True}))
    library = dataclasses.replace(library, pages={"x.md": waiting})

    assert list(drafts.links_lead_to_no_draft(library, _addresses(library))) == []


def test_a_blank_of_a_story_is_told_on_its_line() -> None:
    """Whichever line of the story it is."""
    body = "\n## Mục\n\nMột câu.\n\n(Điền câu chuyện)\n"
    library = library_of({"case/a": {"body": body}})
    [finding] = drafts.blanks_are_filled(library)
    file = library.entry(Target("case", "a")).file

    number = file.body.split("\n").index("(Điền câu chuyện)") + 1
    assert finding.line == in_file(file, Place(number, 1)).line


def test_a_record_without_blanks_hides_no_other() -> None:
    """Each record is looked at."""
    library = library_of({"term/a": {}, "term/b": {"meaning": "(Điền nghĩa)"}})

    assert [one.path for one in drafts.blanks_are_filled(library)] == ["terms/b.yml"]


def test_a_record_without_statements_hides_no_unused_one() -> None:
    """Whichever kind comes first."""
    library = library_of({"term/a": {}, "document/rules": {"statements": [statement("quorum")]}})

    assert [one.path for one in statements_are_used(library)] == ["documents/rules.yml"]


def _two_tables(first: Fields, second: Fields) -> Library:
    return library_of({"criteria/a": first, "criteria/b": second, **WORDS})


def test_levels_after_those_that_are_passed_over_are_looked_at() -> None:
    """A table that its source leaves unclear, and a level whose number nobody knows, hide nothing."""
    wrong = levels(0, 70)["criteria/table"]
    unclear: Fields = {**wrong, "source_unclear": ["Nguồn ghi lệch."]}
    unknown = levels(0, 70)["criteria/table"]
    told = [{"when": "Khi.", "points": "rules#words"}, {"when": "Khi.", "points": 70}]
    unknown["criteria"][0]["levels"] = told

    assert len(list(points.levels_lie_inside(_two_tables(unclear, wrong)))) == 1
    assert len(list(points.levels_lie_inside(library_of({"criteria/a": unknown, **WORDS})))) == 1


def test_a_level_below_nothing_is_told_without_a_top() -> None:
    """Where nobody says how much a criterion gives, nothing is below zero all the same."""
    [finding] = points.levels_lie_inside(library_of(levels(-1, points=None)))

    assert finding.message == "Mức −1 điểm nằm ngoài khoảng 0–0 của tiêu chí."


@pytest.mark.parametrize("first", [{}, {"bands": [{"title": "Mức", "at_least": "rules#words"}]}])
def test_bands_after_those_that_cannot_be_told_are_looked_at(first: dict[str, Any]) -> None:
    """A table without grades, and one whose limit nobody knows, hide nothing of the next."""
    sound = table({"id": "a", "points": 100})["criteria/table"]
    wrong = bands((80, None), (10, 80))["criteria/table"]

    assert len(list(points.bands_cover_the_range(_two_tables({**sound, **first}, wrong)))) == 1


def test_limits_of_bands_may_be_given_by_statements() -> None:
    """The numbers stand in a document; what is read from it counts like what is typed."""
    given: Records = {"document/rules": {"statements": [worth("total", 100), worth("limit", 80), worth("wrong", 90)]}}

    def told(top: str, below: str) -> list[str]:
        bands_given = [{"title": "Tốt", "at_least": top}, {"title": "Kém", "at_least": 0, "below": below}]
        one = table({"id": "a", "points": 100}, total="rules#total", bands=bands_given)["criteria/table"]
        return [found.message for found in points.bands_cover_the_range(library_of({**given, "criteria/table": one}))]

    assert told("rules#limit", "rules#limit") == []
    assert told("rules#limit", "rules#wrong") == ["Mức “Kém” phải dưới 80, đang là 90."]
    given["document/rules"]["statements"][0]["value"]["amount"] = 70
    assert told("rules#limit", "rules#limit") == ["Mức “Tốt” bắt đầu từ 80, trên tổng điểm 70."]


def test_an_id_like_none_of_many_is_looked_for_in_the_table() -> None:
    """Too many to name, none of them near."""
    criteria = [{"id": f"criterion-{number}"} for number in range(40)]
    library = library_of(table(*criteria, bands=[{"title": "Tốt", "at_least": 0, "needs_full": ["xyz"]}]))

    assert [one.hint for one in points.bands_need_what_is_there(library)] == [
        "Viết id của một tiêu chí hoặc một phần trong chính bảng này."
    ]


def test_a_measure_without_a_statement_hides_no_other() -> None:
    """The reference that leads nowhere is told elsewhere."""
    library = library_of({TYPOGRAPHY: {"margin_left": "rules#gone", "margin_right": 61}, **WORDS})

    assert [one.message for one in typography.measures_hold_numbers(library)] == [
        "Số đo 61 nằm ngoài khoảng dùng được trên giấy A4."
    ]


def test_a_document_without_a_date_hides_no_other() -> None:
    """Whichever comes first."""
    later = DAY.replace(year=DAY.year + 1)
    library = library_of(
        {"document/a": {"issued_on": None, "issued_note": "Chưa rõ."}, "document/b": {"issued_on": later}}
    )

    assert [one.path for one in documents.dates_run_forward(library)] == ["documents/b.yml"]


def _replacing(old: str, **fields: Any) -> Fields:
    return {"supersedes": [{"document": old, "relation": "stated"}], **fields}


def test_all_that_contradict_a_document_are_named() -> None:
    """Two that replace one in force, and two of the same name."""
    library = library_of({"document/a": {}, "document/b": _replacing("a"), "document/c": _replacing("a")})

    assert ["“b”, “c” nói thay nó" in one.message for one in documents.status_fits(library)] == [True]
    alike = next(one for one in documents.names_differ(library) if one.path == "documents/a.yml")
    assert alike.message.endswith("tên gọi tắt của “b”, “c”.")


def test_the_newest_document_of_a_circle_is_found() -> None:
    """A circle is told by another rule; whoever follows it comes to an end."""
    library = library_of({"document/x": {}, "document/a": _replacing("x"), "document/b": _replacing("a")})
    round_about = library_of(
        {
            "document/x": {},
            "document/a": {"supersedes": [{"document": one, "relation": "stated"} for one in ("x", "b")]},
            "document/b": _replacing("a"),
        }
    )

    for one in (library, round_about):
        assert documents.newest(one, Target("document", "x")) == Target("document", "b")


def test_a_duty_that_is_supported_hides_no_other() -> None:
    """Each item of a phase is looked at."""
    items = [
        {"id": "a", "text": "Làm.", "duty": "must", "statements": ["rules#words"]},
        {"id": "b", "text": "Làm.", "duty": "must"},
    ]
    records: Records = {
        "checklist/list": {"phases": [{"phase": "prepare", "items": items}]},
        "document/rules": {"statements": [statement("words", "board")]},
        "source/board": {},
    }

    assert [one.message.split("”")[0] for one in duties.duties_are_supported(library_of(records))] == ["Việc “b"]


def test_a_sound_basis_hides_no_superseded_one() -> None:
    """Each statement that an item rests on is looked at."""
    records: Records = {
        "checklist/list": {
            "phases": [
                {
                    "phase": "prepare",
                    "items": [
                        {"id": "a", "text": "Làm.", "duty": "should", "statements": ["board#b", "now#n", "old#o"]}
                    ],
                }
            ]
        },
        "source/board": {"statements": [statement("b")]},
        "document/now": {"number": "1", "statements": [statement("n")]},
        "document/old": {
            "number": "2",
            "status": "superseded",
            "status_note": "Theo lời kể.",
            "statements": [statement("o")],
        },
    }

    assert len(list(duties.nothing_current_rests_on_superseded(library_of(records)))) == 1


def test_letters_are_counted_in_a_body_too() -> None:
    """All of them, wherever they stand; a word of three letters is named whole."""
    library = library_of({}, {"a.md": "日本語, 日本語.\n\n日本語"})

    assert [one.message for one in letters.letters_can_be_printed(library)] == [
        "Phông chữ in không có “日本語” (U+65E5 U+672C U+8A9E), 3 lần."
    ]


def test_each_part_has_old_ids_of_its_own() -> None:
    """Two parts with different old ids share none; two with the same do."""
    for other, told in (("y", 0), ("x", 1)):
        parts = [statement("a", old_ids=["x"]), statement("b", old_ids=[other])]
        assert (
            len(list(old_ids.old_ids_of_parts_are_free(library_of({"document/rules": {"statements": parts}})))) == told
        )


def test_a_link_by_an_old_id_is_told_from_the_folder_of_its_page() -> None:
    """Where a link leads depends on where it stands."""
    library = library_of({"document/rules": {"old_ids": ["law"]}}, {"x/y.md": "[a](../noi-quy/law.md)"})

    assert [one.hint for one in old_ids.links_use_new_ids(library, _addresses(library))] == [
        "Viết “../noi-quy/rules.md”."
    ]


def test_a_criterion_that_is_served_hides_no_other() -> None:
    """Each criterion of a table is looked at."""
    item = {"id": "sweep", "text": "Quét.", "duty": "should", "criteria": ["table#a"]}
    records: Records = {
        **table({"id": "a", "points": 40}, {"id": "b", "points": 60}),
        "checklist/list": {"phases": [{"phase": "prepare", "items": [item]}]},
    }
    library = library_of(records)

    assert [one.message.split("”")[0] for one in pairings.check_pairings(library, coverage_of(library))] == [
        "Tiêu chí “b"
    ]


def test_a_page_that_cannot_be_read_hides_no_missing_one() -> None:
    """Each destination is looked at."""
    see = [{"to": "b.md"}, {"to": "xyz.md"}]
    change = {"date": DAY, "text": "Mới.", "see": see}
    library = library_of(
        {}, {"a.md": "a"}, unread=frozenset({Target("page", "b.md")}), sheets={"changes": {"changes": [change]}}
    )

    assert [one.message for one in destinations_lead_somewhere(library, _addresses(library))] == [
        "Không có trang “xyz.md”."
    ]
