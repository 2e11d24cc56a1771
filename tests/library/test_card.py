"""A card tells of a record what all are asked, and stands for what its file says."""

from handbook.library.card import Card, card_of, shared
from handbook.library.resolving import Lead
from handbook.library.target import Target
from libraries import Fields, library_of, statement

TOOLS = Target("checklist", "tools")


def card(**fields: Fields | str | bool | list[str]) -> Card:
    """The card of a checklist of two items."""
    items = [
        {"id": "a", "text": "Theo ((book#s)), rồi ((book#s)).", "duty": "should", "statements": ["book#s"]},
        {"id": "b", "text": "Xem ((book)).", "duty": "should"},
    ]
    phases = [{"phase": "prepare", "items": items}]
    library = library_of(
        {"source/book": {"statements": [statement("s")]}, "checklist/tools": {"phases": phases, **fields}}
    )
    return card_of(library.entries[TOOLS])


def test_where_references_lead_is_told_part_by_part() -> None:
    """Each once, in their order; one that also stands in a field of its own counts as such."""
    statement_ = Lead((), "", "book", "s")
    field = Lead(("document", "source"), "", "book", "s")

    assert card().leads == (("a", statement_, False), ("a", field, True), ("b", Lead((), "", "book", ""), False))
    assert card().parts == ("prepare", "a", "b")


def test_a_card_stands_for_what_the_file_says() -> None:
    """Equal files have equal digests; another word makes another."""
    assert card() == card()
    assert card().digest != card(title="Khác").digest


def test_drafts_are_not_read_again() -> None:
    """A record asks for it with a number of months."""
    asked: dict[str, str | bool] = {"review_every": 6}  # type: ignore[dict-item]

    assert [card(**one).reviewed for one in ({}, asked, {**asked, "draft": True})] == [False, True, False]


def test_the_fields_that_hold_something_are_told() -> None:
    """Each once, through lists; what is as good as absent is none."""
    told = card(draft=False, documents=[]).filled

    assert ("phases", "items", "text") in told
    assert ("phases", "items", "statements") in told
    assert list(told) == sorted(set(told))
    assert {("draft",), ("documents",), ("phases", "items"), ("phases", "items", "proof")}.isdisjoint(told)
    assert ("draft",) in card(draft=True).filled


def test_leads_and_fields_are_kept_once() -> None:
    """Thousands of cards say the same; what they say does not change."""
    known: dict[object, object] = {}
    one, other = shared(card(), known), shared(card(), known)
    assert one.filled is other.filled

    assert one == other == card()
    assert all(first is second for (_, first, _), (_, second, _) in zip(one.leads, other.leads, strict=True))
