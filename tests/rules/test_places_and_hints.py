"""What a rule points at, proposes and passes over, where a small slip would still find the fault itself."""

import dataclasses

import pytest

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.library.field_pages import FIELDS
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.prose import scan
from handbook.reading.yaml_files import read_yaml_text
from handbook.records.destination import Destination
from handbook.rules import documents, drafts, meetings, pages, prose, published, references, sources, statements, terms
from handbook.rules.freshness import check_freshness
from handbook.rules.house import house_words_are_kept
from handbook.settings.configuration import NavigationEntry
from handbook.settings.vocabulary import ProseEntry, ReportEntry
from libraries import Fields, library_of, settings_of_second, statement, worth


def _addresses(library: Library) -> Addresses:
    return Addresses(library.settings)


def test_an_old_address_keeps_the_anchors_of_the_new_one() -> None:
    """A record that was renamed is published under both names, with all that can be linked to on its page."""
    library = library_of({"document/rules": {"old_ids": ["law"], "statements": [statement("quorum")]}})
    now = published.addresses_now(library, _addresses(library))

    assert "quorum" in now["noi-quy/rules/"]
    assert now["noi-quy/law/"] == now["noi-quy/rules/"]


@pytest.mark.parametrize(("link", "told"), [("../tu-ngu/a.md", 1), ("tu-ngu/a.md", 0)])
def test_a_link_to_a_draft_is_told_from_the_folder_of_its_page(link: str, told: int) -> None:
    """Where a link leads depends on where it stands."""
    library = library_of({"term/a": {"draft": True}}, {"x/y.md": f"[a]({link})"})

    assert len(list(drafts.links_lead_to_no_draft(library, _addresses(library)))) == told


@pytest.mark.parametrize(("called", "key"), [({"called": "Nội quy"}, "called: "), ({"number": "Nội quy"}, "number: ")])
def test_a_name_alike_is_told_where_it_is_written(called: dict[str, str], key: str) -> None:
    """The short name where there is one, else the number that stands for it."""
    library = library_of({"document/a": called, "document/b": {"number": "Nội quy"}})
    finding = next(one for one in documents.names_differ(library) if one.path == "documents/a.yml")
    written = library.entry(Target("document", "a")).file.text.splitlines()[finding.line - 1]

    assert written[: finding.column - 1] == key


def test_a_word_that_is_taken_is_told_where_it_is_written() -> None:
    """The title as well as another spelling of it."""
    records: dict[str, Fields] = {
        "term/a": {"title": "Họp"},
        "term/b": {"title": "Họp"},
        "term/c": {"spellings": ["họp"]},
    }
    library = library_of(records)
    told = [(one, library.entry(Target("term", one.path[6])).file.text) for one in terms.writings_differ(library)]

    assert [text.splitlines()[one.line - 1][: one.column - 1].strip() for one, text in told] == ["title:", "-"]


def test_a_part_like_none_of_many_is_looked_up_in_its_record() -> None:
    """Too many to name, none of them near: the hint says where they stand."""
    many = [statement(f"quorum-{number}") for number in range(40)]
    library = library_of({"document/rules": {"statements": many}, "term/a": {"meaning": "((rules#xyz))"}})

    assert [finding.hint for finding in references.references_resolve(library)] == [
        "Mở bản ghi đó, chép id của phần cần dẫn."
    ]


def test_a_kind_without_a_name_is_called_by_its_id() -> None:
    """A handbook names only the kinds that it has records of."""
    second = settings_of_second()
    named = tuple(kind for kind in second.vocabulary.kinds if kind.id != "form")
    settings = dataclasses.replace(second, vocabulary=second.vocabulary.model_copy(update={"kinds": named}))
    library = library_of({"term/a": {}, "meeting/b": {"forms": ["a"]}}, settings=settings)

    assert [one.hint for one in references.references_resolve(library)] == ["Ở đây chỉ dẫn tới loại “form”."]


@pytest.mark.parametrize("first", ["https://vi-du.example/", "http://vi-du.example/", "a.md"])
def test_an_entry_of_the_navigation_that_is_right_hides_no_other(first: str) -> None:
    """Each entry is looked at."""
    navigation = (NavigationEntry(first, 1, 1), NavigationEntry("xyz.md", 2, 1))
    settings = dataclasses.replace(settings_of_second(), navigation=navigation)
    library = library_of({}, {"a.md": "a"}, settings=settings)

    assert [one.line for one in pages.navigation_leads_somewhere(library, _addresses(library))] == [2]


def test_pages_of_fields_need_no_place_in_the_navigation() -> None:
    """A page of their own lists them; that one has to be found."""
    second = settings_of_second()
    reports = tuple(ReportEntry(id=one, slug=one, title="Khóa", lead="Khóa.") for one in (FIELDS, f"{FIELDS}-term"))
    settings = dataclasses.replace(
        second,
        navigation=(NavigationEntry("a.md", 1, 1),),
        vocabulary=second.vocabulary.model_copy(update={"reports": reports}),
    )
    library = library_of({}, {"a.md": "a"}, settings=settings)

    assert [FIELDS in one.message for one in pages.pages_can_be_found(library, _addresses(library))] == [True]


def test_only_the_stroke_at_the_end_of_an_address_is_nothing() -> None:
    """A letter there makes another address."""
    urls = {"a": "https://vi-du.example/bai", "b": "https://vi-du.example/baiX", "c": "https://vi-du.example/bai/"}
    library = library_of({f"source/{name}": {"url": url} for name, url in urls.items()})

    assert [one.path for one in sources.addresses_of_sources_differ(library)] == ["sources/c.yml"]


def test_a_duration_that_a_statement_gives_holds_for_the_steps() -> None:
    """The number may stand in the document that asks for it."""
    step = {"id": "a", "phase": "meet", "text": "Bàn.", "minutes": 44}
    records: dict[str, Fields] = {
        "meeting/a": {"steps": [step], "shortest_duration": "rules#long"},
        "document/rules": {"statements": [worth("long", 45)]},
    }

    assert len(list(meetings.steps_fill_the_duration(library_of(records)))) == 1


def test_a_used_statement_hides_no_unused_one() -> None:
    """Each statement of a document is looked at."""
    records: dict[str, Fields] = {
        "document/rules": {"statements": [statement("quorum"), statement("notice")]},
        "term/a": {"meaning": "((rules#quorum))"},
    }

    assert [one.message for one in statements.statements_are_used(library_of(records))] == [
        "Điều “notice” chưa được dùng ở đâu."
    ]


@pytest.mark.parametrize(("page", "hint"), [("a.md", "bac.md"), ("x/a.md", "../bac.md")])
def test_the_page_that_is_proposed_is_written_as_a_link_from_here(page: str, hint: str) -> None:
    """It can be copied as it is."""
    wrong = hint.replace("bac", "bax")
    library = library_of({}, {page: f"[a]({wrong})", "bac.md": "b"})

    assert [one.hint for one in prose.prose_is_sound(library, _addresses(library))] == [f"Có phải là “{hint}”?"]


def test_a_word_spelled_by_escapes_is_found() -> None:
    """A file whose text holds the word nowhere may still say it."""
    rule = ProseEntry(id="press", title="Viết tiếng Việt.", words=("click",), instead="bấm")
    second = settings_of_second()
    held = dataclasses.replace(second, vocabulary=second.vocabulary.model_copy(update={"prose": (rule,)}))
    library = library_of({"term/a": {"meaning": "Hãy click."}}, settings=held)
    target = Target("term", "a")
    entry = library.entry(target)
    read, findings = read_yaml_text(entry.file.text.replace("Hãy click.", '"Hãy \\x63lick."'), entry.file.name)
    assert read is not None, findings
    spelled = dataclasses.replace(library, entries=library.entries.with_entries(dataclasses.replace(entry, file=read)))

    assert "click" not in read.text
    assert len(list(house_words_are_kept(spelled))) == 1


def test_a_part_of_a_sheet_can_be_linked_to() -> None:
    """The steps of the journey have anchors; on the page of reviews nothing lasts."""
    steps = [{"id": step, "title": "Bước", "text": "Làm.", "pages": ["a.md"]} for step in ("first", "second")]
    library = library_of({}, {"a.md": "a"}, sheets={"journey": {"steps": steps}})

    assert pages.anchors_of_target(library, Target("report", "journey")) == ("first", "second")
    assert pages.anchors_of_target(library, Target("report", "review")) == ()


def test_a_destination_keeps_the_part_it_names() -> None:
    """A page that is not there is no destination."""
    library = library_of({}, {"a.md": "## Mục\n"})
    addresses = _addresses(library)

    found = pages.find_destination(library, addresses, Destination.parse("a.md#muc"))
    assert found == Target("page", "a.md", "muc")
    assert pages.find_destination(library, addresses, Destination.parse("b.md")) is None


def test_a_document_replaced_nobody_knows_when_is_told_without_a_day() -> None:
    """Whoever cites it has to be read again all the same."""
    old = {"number": "1", "status": "superseded", "status_note": "Theo lời kể."}
    library = library_of({"document/old": old, "term/a": {"meaning": "Theo ((old))."}})

    assert [one.message for one in check_freshness(library)] == [
        "Dẫn “old”, văn bản đã bị thay, mà chưa đọc lại từ khi ấy."
    ]


def test_headings_of_the_same_words_have_anchors_of_their_own() -> None:
    """They are counted as the site counts them."""
    headings = scan("## Mục\n\n## Mục\n\n## Mục\n").headings

    assert prose.anchors_of(headings) == {"muc", "muc_1", "muc_2"}


def test_a_picture_by_a_name_without_an_address_is_told_by_its_words() -> None:
    """Nobody has to guess what is meant by nothing."""
    library = library_of({}, {"a.md": "![Hình nhà][nha]"})

    [finding] = prose.prose_is_sound(library, _addresses(library))

    assert (finding.code, finding.message, finding.hint) == (
        Code.PROSE_IMAGE,
        "Hình “Hình nhà” dùng một tên chưa khai địa chỉ.",
        "Viết ![lời tả](tệp) ngay tại chỗ.",
    )
