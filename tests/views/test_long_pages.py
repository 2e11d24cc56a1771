"""Indexes and reports that are too long for one page: every entry stands on one of their pages, and leads are kept."""

import dataclasses
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses
from handbook.addresses.long_pages import CRITERION, ENTRY, LONGEST, MOST_USES, further_pages, pages_of
from handbook.library.library import Library
from handbook.library.target import REPORT, Target
from handbook.rules.pages import anchors_of_target, find_generated, generated_pages
from handbook.rules.published import addresses_now
from handbook.views.blocks import Block, Entries, Files, Section, Statements, Table, View
from handbook.views.long_view import ANCHOR
from handbook.views.viewing import own_view, view_of
from libraries import Fields, library_of

MANY = LONGEST // ENTRY + 30
"""Enough for two pages of any list."""
TABLES = 20
CRITERIA = [{"id": f"c{one}", "number": str(one), "text": "Sạch."} for one in range(12)]
STATEMENTS = [{"id": f"s{one}", "text": "Đủ người."} for one in range(8)]
RECORDS: dict[str, Fields] = {
    **{f"case/c{one:03}": {"title": f"Nơi {one:03}", "short_title": f"Nơi {one:03}"} for one in range(MANY)},
    **{f"document/d{one:03}": {"title": f"Nội quy {one:03}", "statements": STATEMENTS} for one in range(TABLES)},
    **{f"criteria/t{one:03}": {"criteria": CRITERIA, "document": "d000"} for one in range(TABLES)},
    **{f"problem/p{one:03}": {"title": f"Vắng {one:03}"} for one in range(MANY)},
    **{f"term/w{one:03}": {"title": f"Từ {one:03}"} for one in range(MANY)},
}
LONG = (
    Target("case"),
    Target("problem"),
    Target("term"),
    Target(REPORT, "criteria-items"),
    Target(REPORT, "problem-remedies"),
    Target(REPORT, "to-compare"),
    Target(REPORT, "downloads"),
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Give a handbook of which nearly every list is too long for one page."""
    return library_of(RECORDS)


def _pages(library: Library, first: Target) -> list[View]:
    addresses = Addresses(library.settings)
    return [view_of(library, addresses, one) for one in (first, *further_pages(library, first))]


def _units(blocks: Sequence[Block]) -> Iterator[object]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _units(block.blocks)
        elif isinstance(block, Entries | Statements):
            yield from block.entries
        elif isinstance(block, Files | Table):
            yield from block.rows


@pytest.mark.parametrize("first", LONG, ids=str)
def test_every_entry_stands_on_one_page_in_its_place(library: Library, first: Target) -> None:
    """The pages together hold what the whole holds, in the same order; none holds everything or nothing."""
    whole = own_view(library, Addresses(library.settings), first)
    pages = _pages(library, first)

    assert len(pages) > 1
    assert whole.paging is None
    assert [unit for page in pages for unit in _units(page.blocks)] == list(_units(whole.blocks))
    assert all(list(_units(page.blocks)) for page in pages)


@pytest.mark.parametrize("first", LONG, ids=str)
def test_every_page_leads_to_all_others(library: Library, first: Target) -> None:
    """Each page says which one it is, and names all of them in order; what it names is there."""
    generated = generated_pages(library, Addresses(library.settings))
    pages = _pages(library, first)

    for number, page in enumerate(pages, 1):
        assert page.paging is not None
        assert page.paging.number == number
        named = [one.target for one in page.paging.pages]
        assert named == [page.target for page in pages]
        assert page.meta[-1][-1].words
        assert set(named) <= set(generated.values())
    assert len({page.title for page in pages}) == len(pages)


@pytest.mark.parametrize("first", [one for one in LONG if one.id], ids=str)
def test_a_published_anchor_stays_on_the_first_page(library: Library, first: Target) -> None:
    """What links could lead to before the page was split is still there: its section, or where that is now."""
    head, *others = _pages(library, first)
    own = {block.anchor for block in head.blocks if isinstance(block, Section)}
    assert head.paging is not None
    moved = {one.anchor: one.target for one in head.paging.elsewhere}

    assert own.isdisjoint(moved)
    assert {*own, *moved} == set(anchors_of_target(library, first))
    for anchor, target in moved.items():
        there = next(page for page in others if page.target == dataclasses.replace(target, part=""))
        assert target.part == anchor
        assert anchor in {block.anchor for block in there.blocks if isinstance(block, Section)}


def test_what_is_short_stays_on_one_page() -> None:
    """A list that one page holds names no others."""
    library = library_of({name: fields for name, fields in RECORDS.items() if name[-3:] < "005"})
    for target in LONG:
        (page,) = _pages(library, target)
        assert page.paging is None
        assert page.target == target


def test_further_pages_have_addresses_that_nothing_else_has(library: Library) -> None:
    """They stand below the first page, are found by their file, and are no promise: what stands there moves."""
    addresses = Addresses(library.settings)
    generated = generated_pages(library, addresses)
    second = Target("case", page=2)

    assert addresses.page_file(second) == f"{library.settings.kind('case').slug}/2.md"
    assert find_generated(library, addresses, addresses.page_file(second)) == second
    assert find_generated(library, addresses, addresses.page_file(dataclasses.replace(second, page=99))) is None
    assert len(generated) == len(set(generated.values()))
    assert anchors_of_target(library, second) == ()
    assert addresses.page_address(second) not in addresses_now(library, addresses)
    assert addresses.link(dataclasses.replace(second, part=ANCHOR), addresses.page_address(second)) == f"#{ANCHOR}"


def test_a_part_of_a_group_says_which_part_it_is(library: Library) -> None:
    """A heading counts what stands under it on this page, and says how much there is on all."""
    sections = [
        block for page in _pages(library, Target("case")) for block in page.blocks if isinstance(block, Section)
    ]
    for section in sections:
        (block,) = section.blocks
        assert isinstance(block, Entries)
        assert section.title.endswith(f" ({len(block.entries)})")
        assert section.hint.endswith(f" trong {MANY}")


def test_a_group_that_ends_before_a_page_is_not_on_it() -> None:
    """Documents in force fill the first page; the one that no longer holds stands on the last alone."""
    many = {f"document/d{one:03}": {"title": f"Nội quy {one:03}"} for one in range(MANY)}
    pages = _pages(library_of({**many, "document/old": {"status": "superseded"}}), Target("document"))

    titles = [[block.title for block in page.blocks if isinstance(block, Section)] for page in pages]
    assert len(titles[0]) == 1
    assert len(titles[-1]) == 2


def test_one_table_longer_than_a_page_stands_on_one_page() -> None:
    """What cannot be parted makes no empty page beside it."""
    criteria = [{"id": f"c{one}", "number": str(one), "text": "Sạch."} for one in range(2 * LONGEST // CRITERION)]
    library = library_of({"criteria/t": {"criteria": criteria}, "document/rules": {}})

    assert pages_of(library, Target(REPORT, "criteria-items")) == (range(1),)


def test_there_is_no_page_after_the_last(library: Library) -> None:
    """Asking for it is a mistake of whoever asks."""
    term = Target("term")
    after = dataclasses.replace(term, page=len(pages_of(library, term)) + 1)

    with pytest.raises(LookupError, match="has no page"):
        view_of(library, Addresses(library.settings), after)


@given(st.integers(min_value=1, max_value=2000))
def test_pages_are_about_as_long(count: int) -> None:
    """However many entries there are: none is left out, none is there twice, and no page is nearly empty."""
    library = _terms(count)
    pages = pages_of(library, Target("term"))

    assert [unit for page in pages for unit in page] == list(range(count))
    assert max(map(len, pages)) <= LONGEST // ENTRY
    assert max(map(len, pages)) - min(map(len, pages)) <= 1


class _Counted:
    """So many records of one kind."""

    def __init__(self, count: int) -> None:
        self.count = count

    def targets(self, _: str) -> list[None]:
        """Give nothing so many times: only their number counts."""
        return [None] * self.count


def _terms(count: int) -> Library:
    return dataclasses.replace(library_of({}), entries=_Counted(count))  # type: ignore[arg-type]


def test_a_statement_names_some_of_those_who_use_it() -> None:
    """Many places may use one statement; its page names a number of them, and says how many more there are."""
    users = {f"term/t{one:03}": {"meaning": "((d#s))"} for one in range(MOST_USES + 7)}
    library = library_of({"document/d": {"statements": [{"id": "s", "text": "Đủ."}]}, **users})

    view = own_view(library, Addresses(library.settings), Target("document", "d"))

    (entry,) = (one for one in _units(view.blocks) if getattr(one, "anchor", "") == "s")
    assert len(getattr(entry, "uses", ())) == MOST_USES
    assert getattr(entry, "more", "") == "và 7 nơi khác"
