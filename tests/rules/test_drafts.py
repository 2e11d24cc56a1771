"""Drafts stay among themselves: what leads to their pages, and what the navigation may name."""

from dataclasses import replace

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.drafts import published
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.rules import drafts, pages
from handbook.settings.configuration import NavigationEntry
from libraries import library_of, settings_of_second

DRAFT = {"term/a": {"draft": True}, "term/b": {}}


def _links(library: Library) -> list[str]:
    return [str(finding.code) for finding in drafts.links_lead_to_no_draft(library, Addresses(library.settings))]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[a](tu-ngu/a.md)", ["reference.draft"]),
        ("[a](./tu-ngu/a.md#muc)", ["reference.draft"]),
        ("[a](tu-ngu/b.md)", []),
        ("[a](tu-ngu/index.md)", []),
        ("`[a](tu-ngu/a.md)`", []),
    ],
)
def test_a_page_links_to_no_draft(link: str, told: list[str]) -> None:
    """A link to the page that a draft will have is told; code is no link."""
    assert _links(library_of(DRAFT, {"x.md": link})) == told


def test_the_index_of_a_kind_of_drafts_alone_is_not_there() -> None:
    """A kind whose records are all drafts has no index either."""
    library = library_of({"term/a": {"draft": True}}, {"x.md": "[a](tu-ngu/index.md)"})

    assert _links(library) == ["reference.draft"]
    assert drafts.hidden_pages(library, Addresses(library.settings)) == {"tu-ngu/a.md", "tu-ngu/index.md"}


def test_a_single_file_names_no_draft() -> None:
    """A change that points to the page of a draft is told at its place."""
    changes = {"changes": [{"date": "2026-01-02", "text": "Mới.", "see": [{"to": "tu-ngu/a.md"}]}]}
    changes["changes"][0]["date"] = settings_of_second().date  # type: ignore[assignment]

    assert _links(library_of(DRAFT, sheets={"changes": changes})) == ["reference.draft"]


def test_what_is_published_knows_of_no_draft() -> None:
    """No record, no page and no use of a draft is left; without drafts it is the library itself."""
    library = library_of({**DRAFT, "term/c": {"draft": True, "meaning": "((b))"}}, {"x.md": "((b))"})
    shown = published(library)

    assert [target.id for target in shown.entries] == ["b"]
    assert library.uses[Target("term", "b")] == (Target("term", "c"), Target("page", "x.md"))
    assert shown.uses[Target("term", "b")] == (Target("page", "x.md"),)
    assert published(shown) is shown


@pytest.mark.parametrize("named", [True, False])
def test_the_navigation_may_name_a_draft_and_need_not(*, named: bool) -> None:
    """A draft's place in the navigation can be written down before it is published."""
    entries = ("x.md", "tu-ngu/a.md", "tu-ngu/index.md") if named else ("x.md",)
    navigation = tuple(NavigationEntry(page, 1, 1) for page in entries)
    settings = replace(settings_of_second(), navigation=navigation)
    settings = replace(settings, vocabulary=settings.vocabulary.model_copy(update={"reports": ()}))
    library = library_of({"term/a": {"draft": True}}, {"x.md": "a"}, settings=settings)
    addresses = Addresses(settings)

    assert list(pages.navigation_leads_somewhere(library, addresses)) == []
    assert list(pages.pages_can_be_found(library, addresses)) == []
