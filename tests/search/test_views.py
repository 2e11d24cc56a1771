"""Pages made from data are found by what they say themselves, not by what other pages say."""

from collections.abc import Iterator

import pytest

from building import SECOND
from handbook.build.preparation import Prepared, prepare
from handbook.library.target import Target
from handbook.rules.pages import generated_pages
from handbook.search.page import INDEX, NO_MARK, Found, LaterFound
from handbook.search.views import asked_for, found_view, writings
from handbook.settings.loading import load_settings
from handbook.views.viewing import view_of


@pytest.fixture(scope="module")
def second() -> Prepared:
    """The second handbook, loaded."""
    settings, findings = load_settings(SECOND / "mkdocs.yml", site_dir=None, date=None)
    assert settings is not None, findings
    return prepare(settings)


def _found(second: Prepared, target: Target) -> Found:
    view = view_of(second.library, second.addresses, target)
    return found_view(second.library, view, second.addresses.page_address(target))


def _texts(page: Found) -> str:
    return "\n".join(text for one in page.passages for text in (one.heading, one.text))


def _all(second: Prepared) -> Iterator[Found]:
    for target in generated_pages(second.library, second.addresses).values():
        yield _found(second, target)


def test_a_page_is_given_what_people_ask_it_by(second: Prepared) -> None:
    """The page that an editor named, and no other; nothing that it prints changes."""
    pages = list(_all(second))
    asked = {page.address: page.fetch() for page in asked_for(second.library, second.addresses, pages)}
    changed = [page.address for page in pages if asked[page.address] != page]

    assert changed == ["noi-quy/"]
    assert asked["noi-quy/"].asked == ("điều cấm trong nhà",)
    assert "điều cấm trong nhà" not in _texts(asked["noi-quy/"])


def test_a_page_that_is_asked_for_otherwise_has_another_mark(second: Prepared) -> None:
    """So that the index is not taken for the one without those words; what has no mark gets none."""
    pages = [LaterFound(page.address, page.fetch, f"mark of {page.address}") for page in _all(second)]
    marks = {page.address: page.mark for page in asked_for(second.library, second.addresses, pages)}
    unmarked = asked_for(second.library, second.addresses, _all(second))

    assert [address for address, mark in marks.items() if mark != f"mark of {address}"] == ["noi-quy/"]
    assert {page.mark for page in unmarked} == {NO_MARK}


def test_every_page_can_be_found_by_words(second: Prepared) -> None:
    """Each generated page has a title, its sort in words, and something said before its first heading."""
    for page in _all(second):
        assert page.title, page.address
        assert page.label, page.address
        assert page.passages[0].text, page.address


def test_passages_stand_at_anchors_of_the_page(second: Prepared) -> None:
    """No passage but the first is without an anchor, and none says nothing."""
    for page in _all(second):
        assert page.passages[0].anchor == ""
        assert all(one.anchor and one.heading and one.text for one in page.passages[1:]), page.address


def test_a_checklist_is_found_by_its_items(second: Prepared) -> None:
    """What to do, who does it and why stand in the index; what the duty rests on does not."""
    page = _found(second, Target("checklist", "hop-cu-dan"))
    entry = second.library.entry(Target("checklist", "hop-cu-dan"))
    record: object = entry.record

    items = [item for phase in record.phases for item in phase.items]  # type: ignore[attr-defined]
    assert items
    assert all(item.text.split(" ((")[0] in _texts(page) for item in items)


def test_a_document_no_longer_in_force_is_marked(second: Prepared) -> None:
    """Readers see it in the list of results."""
    assert _found(second, Target("document", "noi-quy-2021")).status
    assert not _found(second, Target("document", "noi-quy-2025")).status


def test_an_index_is_not_found_by_the_records_it_lists(second: Prepared) -> None:
    """Only its own words count: otherwise it would come up for everything."""
    page = _found(second, Target("term"))

    assert page.sort == INDEX
    assert "Ban quản trị" not in _texts(page)


def test_a_term_is_found_by_its_abbreviations(second: Prepared) -> None:
    """They are names of its page, and search knows what they stand for."""
    page = _found(second, Target("term", "ban-quan-tri"))

    assert "BQT" in page.other_names
    assert ("BQT", "Ban quản trị") in {(one.short, one.full) for one in writings(second.library)}


def test_a_story_is_found_without_its_markup(second: Prepared) -> None:
    """References and Markdown of prose are words like any other."""
    texts = "\n".join(_texts(page) for page in _all(second) if page.sort == "case")

    assert texts
    assert "((" not in texts
    assert "**" not in texts
    assert "\n#" not in texts
