"""What was seen of outside addresses is kept in one canonical file, until the address is used no more."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.editing.formatting import format_file
from handbook.editing.link_keeping import Answer, links_text, with_answers
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml_text
from handbook.records.links import WELL, Links, Outcome, SeenLink

TODAY = dt.date(2026, 11, 22)
BEFORE = dt.date(2026, 10, 1)
A, B, C = "https://a.example/", "https://b.example/x#y", "https://c.example/?q=1"


def _seen(address: str, day: dt.date = BEFORE, outcome: Outcome = "answers") -> SeenLink:
    well = day if outcome in WELL else None
    return SeenLink(address=address, seen_well_on=well, asked_on=day, outcome=outcome)


def _kept(*links: SeenLink) -> Links:
    return Links(schema_version=1, links=links)


def test_an_answer_takes_the_place_of_an_older_one() -> None:
    """The day is new; what was not asked stays as it was; what is used nowhere is dropped."""
    kept = with_answers(_kept(_seen(A), _seen(B), _seen(C)), {A: Answer("moved", 200, C)}, {A, B}, TODAY)

    moved = SeenLink(address=A, seen_well_on=TODAY, asked_on=TODAY, outcome="moved", status=200, leads_to=C)
    assert kept == (moved, _seen(B))


@pytest.mark.parametrize(("before", "seen_well_on"), [((), None), ((_seen(A),), BEFORE), ((_seen(A, TODAY),), TODAY)])
def test_the_day_it_was_seen_well_outlives_a_failure(
    before: tuple[SeenLink, ...], seen_well_on: dt.date | None
) -> None:
    """Even one of the same day."""
    [link] = with_answers(_kept(*before), {A: Answer("silent")}, {A}, TODAY)

    assert (link.outcome, link.seen_well_on, link.asked_on) == ("silent", seen_well_on, TODAY)


def test_new_addresses_stand_in_order() -> None:
    """Whatever the order in which they were asked."""
    kept = with_answers(_kept(_seen(B)), {C: Answer("answers"), A: Answer("answers")}, {A, B, C}, TODAY)

    assert [link.address for link in kept] == [A, B, C]


def test_an_address_that_no_file_may_hold_is_not_written() -> None:
    """A sign that nobody sees would be refused in the next check: the caller hears of it instead."""
    with pytest.raises(ValueError, match=r"U\+0007"):
        links_text((_seen("https://a.example/\a"),), "links.yml")


LETTERS = st.characters(min_codepoint=ord("!"), max_codepoint=ord("~"), exclude_characters='<>"') | st.sampled_from(
    "ăđ…“😀"
)
ADDRESSES = st.text(LETTERS, min_size=1, max_size=20).map(lambda text: f"https://{text}")
ANSWERS = st.builds(
    Answer,
    st.sampled_from(get_args(Outcome)),
    st.none() | st.integers(100, 999),
    st.none() | ADDRESSES,
)


@given(answers=st.dictionaries(ADDRESSES, ANSWERS, max_size=4))
def test_what_is_written_is_read_back(answers: dict[str, Answer]) -> None:
    """In canonical form, whatever stands in an address."""
    kept = with_answers(_kept(), answers, answers.keys(), TODAY)

    text = links_text(kept, "links.yml")

    assert format_file(text.encode(), "links.yml", Links) == (text, [])
    read, findings = read_yaml_text(text, "links.yml")
    assert read is not None, findings
    links, findings = validate(Links, read)
    assert findings == []
    assert links is not None
    assert links.links == kept
