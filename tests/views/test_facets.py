"""By what cases and topics can be found: what their records say, and groups that hold each of them once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.views.blocks import Entries, Entry, Facet, Link, Section
from handbook.views.facets import SIZES
from handbook.views.inline import plain
from handbook.views.viewing import own_view
from libraries import Fields, library_of, settings_of_second

BOTH = ["high-floor", "shop-floor"]


def statement(amount: float) -> Fields:
    """Give a source that counts households."""
    value = {"amount": amount, "unit": "household"}
    return {"statements": [{"id": "many", "text": "Có {value}.", "value": value}]}


def listed(library: Library, kind: str) -> dict[str, list[Entry]]:
    """Give the entries of an index by the heading of their group; "" when there is only one group."""
    view = own_view(library, Addresses(library.settings), Target(kind))
    found: dict[str, list[Entry]] = {}
    for block in view.blocks:
        title, blocks = (block.title, block.blocks) if isinstance(block, Section) else ("", (block,))
        found[title] = [entry for inner in blocks if isinstance(inner, Entries) for entry in inner.entries]
    return found


def facets(library: Library, kind: str) -> dict[str, Facet]:
    """Give the facets of the only entry of an index."""
    ((entry,),) = listed(library, kind).values()
    return {facet.id: facet for facet in entry.facets}


def test_a_case_says_what_it_can_be_found_by() -> None:
    """Kind of branch, place, size, problem, criterion, form of meeting; what has a page is a link."""
    library = library_of(
        {
            "document/rules": {},
            "source/s": statement(12),
            "criteria/t": {},
            "problem/absent": {},
            "topic/trees": {"formats": [{"text": "Bàn theo nhóm.", "cases": ["c"]}, {"text": "Đọc."}]},
            "case/c": {"area": "Tòa B", "size": "s#many", "problems": ["absent"], "criteria": ["t#a"]},
        },
    )
    found = facets(library, "case")

    assert list(found) == ["branch-type", "area", "size", "problem", "criterion", "format"]
    assert [value.words for facet in found.values() for value in facet.values] == [
        "Tầng cao",
        "Tòa B",
        "Từ 10 đến 29",
        "Tên ngắn",
        "1. Sạch.",
        "Bàn theo nhóm",
    ]
    assert plain((found["size"].values[0].shown,)) == "12 hộ"
    assert found["criterion"].values[0].shown == Link("1", Target("criteria", "t", "a"))


def test_what_is_not_known_is_left_out() -> None:
    """A case that gives neither place nor size says nothing of them."""
    assert list(facets(library_of({"case/c": {}}), "case")) == ["branch-type"]


def test_a_topic_says_when_and_how() -> None:
    """Its quarters by their names, its forms without the full stop."""
    quarter = settings_of_second().vocabulary.quarters[0]
    library = library_of({"topic/t": {"quarters": [quarter.id]}})
    found = facets(library, "topic")

    assert [value.words for facet in found.values() for value in facet.values] == ["Tầng cao", quarter.title, "Bàn"]


@given(st.integers(min_value=0, max_value=10_000))
def test_every_size_falls_into_one_band(amount: int) -> None:
    """The band's words hold the number; bands of different numbers have different ids."""
    library = library_of({"source/s": statement(amount), "case/c": {"size": "s#many"}})
    (value,) = facets(library, "case")["size"].values
    edges = [int(word) for word in value.words.split() if word.isdigit()]

    if value.words.startswith("Dưới"):
        assert amount < edges[0] == SIZES[0]
    elif value.words.endswith("trở lên"):
        assert amount >= edges[0] == SIZES[-1]
    else:
        assert edges[0] <= amount <= edges[1]


@pytest.mark.parametrize("kind", ["case", "topic"])
def test_each_record_stands_in_one_group(kind: str) -> None:
    """By its kind of branch; of several or all kinds in a group of their own; headings count."""
    records = {
        f"{kind}/a": {"branch_types": BOTH[:1]},
        f"{kind}/b": {"branch_types": BOTH[:1]},
        f"{kind}/c": {"branch_types": BOTH[1:]},
        f"{kind}/d": {"branch_types": BOTH},
    }
    found = listed(library_of(records), kind)

    assert {title: len(entries) for title, entries in found.items()} == {
        "Tầng cao (2)": 2,
        "Tầng có cửa hàng (1)": 1,
        "Mọi loại hình (1)": 1,
    }
