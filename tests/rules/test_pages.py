"""Rules about pages: addresses of their own, a navigation that fits, prose that links to what is there."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.target import PAGE, Target
from handbook.rules import drafts, freshness, manuscripts, old_ids, pages, prose, published, reports
from handbook.rules.checking import ADDRESS_RULES, RECORD_ADDRESS_RULES
from handbook.rules.vocabulary import kinds_are_named
from handbook.settings.configuration import NavigationEntry
from handbook.settings.settings import Settings
from libraries import library_of, settings_of_second, statement

Rule = Callable[[Library, Addresses], Iterable[Finding]]
Pages = dict[str, str]

RECORDS = {"document/rules": {"statements": [statement("quorum")]}}
REPORT_PAGE = "so-sua/con-phai-xem.md"
"""The only report of the handbooks here."""


def _with(*navigation: str) -> Settings:
    entries = tuple(NavigationEntry(page, 1, 1) for page in navigation)
    second = settings_of_second()
    reports = tuple(report for report in second.vocabulary.reports if f"{report.slug}.md" == REPORT_PAGE)
    vocabulary = second.vocabulary.model_copy(update={"reports": reports})
    return replace(second, navigation=entries, vocabulary=vocabulary)


def _codes(rule: Rule, library: Library) -> list[str]:
    return [str(finding.code) for finding in rule(library, Addresses(library.settings))]


PROSE_CASES: dict[str, tuple[str, str, str]] = {
    "a page": ("prose.link", "[a](khong-co.md)", "[a](b/c.md)"),
    "a page from the root": ("prose.link", "[a](/b/c.md)", "[a](./b/c.md)"),
    "a generated page": ("prose.link", "[a](noi-quy/rulez.md)", "[a](noi-quy/rules.md)"),
    "an index": ("prose.link", "[a](thi-dua/index.md)", "[a](noi-quy/index.md)"),
    "an anchor of a generated page": ("prose.anchor", "[a](noi-quy/rules.md#b)", "[a](noi-quy/rules.md#quorum)"),
    "an anchor here": ("prose.anchor", "## Đủ hộ\n\n[a](#du)", "## Đủ hộ\n\n[a](#du-ho)"),
    "an anchor there": ("prose.anchor", "[a](b/c.md#d)", "[a](b/c.md#muc-mot)"),
    "an anchor of a repeated heading": ("prose.anchor", "## A\n\n## A\n\n[a](#a_2)", "## A\n\n## A\n\n[a](#a_1)"),
    "an address that runs code": ("prose.link", "[a](javascript:b)", "[a](https://vi-du.example/)"),
    "an address of nobody": ("prose.link", "[a][b]", "[a][b]\n\n[b]: b/c.md"),
    "a tag": ("prose.html", "<b>a</b>", "`<b>a</b>` và 1 < 2"),
    "a picture without words": ("prose.image", "![ ](so-do.png)", "[chữ](b/c.md)"),
    "a title twice": ("prose.heading", "# A\n\n# B", "# A\n\n## B"),
    "an anchor written by hand": ("prose.heading", "## A {#Mục}", "## A {#muc}"),
    "a file that is no page": ("prose.link", "[a](phu-luc.pdf)", "[a](hinh/chia-se.png)"),
    "a reference in a heading": ("prose.heading", "## ((rules))", "## A\n\n((rules))"),
}


@pytest.mark.parametrize("case", PROSE_CASES)
def test_prose_tells_the_fault_and_only_the_fault(case: str) -> None:
    """At least one finding, all of one kind, where the fault is; none where it is just avoided."""
    code, faulty, sound = PROSE_CASES[case]
    other = {"b/c.md": "## Mục một\n\n[a](../a.md)"}

    assert set(_codes(prose.prose_is_sound, library_of(RECORDS, {"a.md": faulty, **other}))) == {code}
    assert _codes(prose.prose_is_sound, library_of(RECORDS, {"a.md": sound, **other})) == []


def test_a_story_has_no_title_and_links_by_reference() -> None:
    """A record's story stands on a generated page: its address is not the file's."""
    faulty = library_of({"case/a": {"body": "\n# Tên\n\n[a](b.md)\n"}})
    sound = library_of({"case/a": {"body": "\n## Mục\n\n[a](#muc) ((a))\n"}})

    assert _codes(prose.prose_is_sound, faulty) == ["prose.heading", "prose.link"]
    assert _codes(prose.prose_is_sound, sound) == []


@pytest.mark.parametrize(
    ("rule", "code", "faulty", "sound"),
    [
        (pages.pages_say_something, "page.empty", "<!-- sẽ viết -->", "Một câu."),
        (pages.pages_say_something, "page.empty", "", "```\nmã\n```"),
    ],
)
def test_a_page_says_something(rule: Rule, code: str, faulty: str, sound: str) -> None:
    """A comment is nothing; code is something."""
    assert _codes(rule, library_of({}, {"a.md": faulty})) == [code]
    assert _codes(rule, library_of({}, {"a.md": sound})) == []


@pytest.mark.parametrize("path", ["noi-quy/rules.md", "noi-quy/index.md"])
def test_a_page_by_hand_stands_beside_generated_ones(path: str) -> None:
    """Neither a record's address nor an index's is free."""
    assert _codes(pages.addresses_differ, library_of(RECORDS, {path: "a"})) == ["page.collision"]
    assert _codes(pages.addresses_differ, library_of(RECORDS, {"noi-quy/khac.md": "a"})) == []


def test_the_navigation_names_what_is_there_and_all_of_it() -> None:
    """Pages by hand, indexes and reports must be named, record pages need not; what is named must be there."""
    settings = _with("index.md", "noi-quy/index.md", REPORT_PAGE, "https://vi-du.example/")
    library = library_of(RECORDS, {"index.md": "a"}, settings=settings)

    assert _codes(pages.navigation_leads_somewhere, library) == []
    assert _codes(pages.pages_can_be_found, library) == []

    wrong = library_of(RECORDS, {"index.md": "a", "b.md": "b"}, settings=_with("index.md", "c.md"))
    assert _codes(pages.navigation_leads_somewhere, wrong) == ["navigation.missing"]
    assert _codes(pages.pages_can_be_found, wrong) == ["navigation.omitted"] * 3


def test_without_a_navigation_of_its_own_nothing_is_omitted() -> None:
    """MkDocs then lists all pages by itself."""
    assert _codes(pages.pages_can_be_found, library_of(RECORDS, {"b.md": "b"}, settings=_with())) == []


def test_pages_that_could_not_be_read_are_not_called_missing() -> None:
    """Links and navigation may lead to a faulty page, to a faulty record's page and to the index of its kind."""
    unread = frozenset({Target(PAGE, "b.md"), Target("criteria", "table")})
    settings = _with("a.md", "b.md", "thi-dua/index.md")
    links = "[a](b.md#c) [a](thi-dua/table.md#d) [a](thi-dua/index.md)"
    library = library_of({}, {"a.md": links}, settings=settings, unread=unread)

    assert _codes(prose.prose_is_sound, library) == []
    assert _codes(pages.navigation_leads_somewhere, library) == []


@pytest.mark.parametrize(("wrong", "near"), [("b/d.md", "b/c.md"), ("inde.md", "index.md"), ("x.md", None)])
def test_the_nearest_page_is_proposed_only_when_it_is_near(wrong: str, near: str | None) -> None:
    """The suffix that all names share says nothing."""
    assert pages.nearest_page(wrong, ["index.md", "b/c.md", "gioi-thieu.md"]) == near


def test_a_kind_with_records_needs_a_name() -> None:
    """Only kinds that have records must be in the vocabulary."""
    settings = settings_of_second()
    kinds = tuple(kind for kind in settings.vocabulary.kinds if kind.id == "source")
    lacking = replace(settings, vocabulary=settings.vocabulary.model_copy(update={"kinds": kinds}))

    assert [str(finding.code) for finding in kinds_are_named(library_of(RECORDS, settings=lacking))] == [
        "settings.missing"
    ]
    assert list(kinds_are_named(library_of({"source/a": {}}, settings=lacking))) == []


@pytest.mark.parametrize(
    ("listed", "codes"),
    [
        ("noi-quy/rules/ quorum\n", []),
        ("noi-quy/ \n./\n", []),
        ("noi-quy/rules/ quorum gone\n", ["page.lost"]),
        ("noi-quy/gone/\nnoi-quy/rules/\nb/gone/ a b\n", ["page.lost", "page.lost"]),
    ],
)
def test_what_was_published_stays(listed: str, codes: list[str], tmp_path: Path) -> None:
    """An address that is in the list and not on the site is told, and so is an anchor."""
    settings = replace(_with(), data_dir=tmp_path)
    (tmp_path / published.FILE).write_text(listed, encoding="utf-8")
    library = library_of(RECORDS, {"index.md": "a"}, settings=settings)

    assert _codes(published.published_addresses_lead_somewhere, library) == codes


def test_the_owner_of_a_page_is_in_the_list() -> None:
    """An owner that nobody has written down is told at the page that names it."""
    library = library_of({}, {"index.md": "a"})
    (page,) = library.pages.values()
    owned = replace(page, meta=page.meta.model_copy(update={"owner": "nobody"}))

    assert [
        str(one.code) for one in freshness.owners_of_pages_are_known(replace(library, pages={"index.md": owned}))
    ] == ["value.choice"]
    assert list(freshness.owners_of_pages_are_known(library)) == []


def test_every_rule_about_addresses_is_tried_here() -> None:
    """A new rule must be added to these tests."""
    assert {*RECORD_ADDRESS_RULES, *ADDRESS_RULES} == {
        pages.pages_say_something,
        pages.addresses_differ,
        pages.navigation_leads_somewhere,
        pages.pages_can_be_found,
        prose.prose_is_sound,
        reports.reports_have_their_data,  # in test_reports.py, as the next three
        reports.changes_have_happened,
        reports.destinations_lead_somewhere,
        reports.pages_belong_to_one_step,
        old_ids.links_use_new_ids,  # in test_old_ids.py
        drafts.links_lead_to_no_draft,  # in test_drafts.py
        manuscripts.prose_can_be_printed,  # in test_manuscripts.py
        published.published_addresses_lead_somewhere,
    }
