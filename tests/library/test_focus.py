"""A library in which one thing alone is gone through: all others can be looked up, and none of them is met."""

from handbook.library.focus import focused
from handbook.library.target import Target
from libraries import DAY, library_of

A, B = Target("term", "a"), Target("term", "b")
LIBRARY = library_of(
    {"term/a": {"meaning": "((b))"}, "term/b": {"meaning": "((a)), https://b.example/"}},
    {"x.md": "((b))"},
    sheets={"changes": {"changes": [{"date": DAY, "text": "Mới ((a)).", "see": []}]}},
)


def test_one_record_is_gone_through_and_all_are_known() -> None:
    """Which records there are, and what each says, is known; the pages and sheets belong to another look."""
    look = focused(LIBRARY, A)

    assert list(look.entries.values()) == [LIBRARY.entries[A]]
    assert list(look.entries.items()) == [(A, LIBRARY.entries[A])]
    assert list(look.of_kind("term")) == [LIBRARY.entries[A]]
    assert (list(look.entries.targets("term")), list(look.entries.targets("source"))) == ([A], [])
    assert (look.entries.card(B), look.entries.is_draft(B)) == (LIBRARY.entries.card(B), False)
    assert (list(look.entries.parts_of(B)), list(look.entries.kinds_of("b"))) == ([], ["term"])
    assert list(look.entries.under_review()) == []
    assert (list(look.entries.outside()), list(look.entries.listings("source"))) == ([], [])
    assert list(focused(LIBRARY, B).entries.outside()) == [(B, ("https://b.example/",))]
    assert (look.entries[B], B in look.entries, len(look.entries), list(look.entries)) == (
        LIBRARY.entries[B],
        True,
        2,
        [A, B],
    )
    assert [one.raw for one in look.referrings] == ["((b))"]
    for table, whole, name in ((look.pages, LIBRARY.pages, "x.md"), (look.sheets, LIBRARY.sheets, "changes")):
        assert (table[name], name in table, len(table), list(table)) == (whole[name], True, 1, [name])
        assert (list(table.values()), list(table.items())) == ([], [])


def test_without_a_record_everything_else_is_gone_through() -> None:
    """The pages and sheets, and what the settings refer to."""
    look = focused(LIBRARY, None)

    assert (list(look.entries.values()), list(look.entries.items()), list(look.entries.outside())) == ([], [], [])
    assert B in look.entries
    assert (list(look.pages), list(look.sheets)) == (["x.md"], ["changes"])
    assert [one.raw for one in look.referrings] == ["((a))", "((b))"]
