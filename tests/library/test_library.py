"""The library: what a reference leads to, who uses what, which document came after which."""

import datetime as dt

import pytest

from handbook.library.certainty import Level
from handbook.library.library import Unresolved
from handbook.library.target import PAGE, Target
from handbook.records.references import CriterionReference, DocumentReference, Reference, StatementReference
from libraries import library_of, statement

BOTH = {
    "document/rules": {"statements": [statement("quorum", "board"), statement("only-here", "board")]},
    "source/rules": {"statements": [statement("quorum")]},
    "source/board": {},
}


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (Reference("", "board"), Target("source", "board")),
        (Reference("", "nothing"), Unresolved(())),
        (Reference("", "rules"), Unresolved(("document", "source"))),
        (Reference("source", "rules"), Target("source", "rules")),
        (Reference("case", "rules"), Unresolved(())),
        (DocumentReference("", "rules"), Target("document", "rules")),
        (DocumentReference("source", "rules"), Unresolved(())),
        (Reference("", "rules", "only-here"), Target("document", "rules", "only-here")),
        (Reference("", "rules", "quorum"), Unresolved(("document", "source"))),
        (StatementReference("document", "rules", "quorum"), Target("document", "rules", "quorum")),
        (Reference("", "board", "quorum"), Unresolved(("source",), missing_part=True)),
        (Reference("", "rules", "nothing"), Unresolved(("document", "source"), missing_part=True)),
        (CriterionReference("", "rules", "quorum"), Unresolved(())),
    ],
)
def test_a_reference_leads_to_one_thing_or_says_why_not(reference: Reference, expected: Target | Unresolved) -> None:
    """By id alone, by kind, by part; a part may decide between two records of one id."""
    assert library_of(BOTH).resolve(reference) == expected


def test_a_record_that_could_not_be_read_is_not_called_missing() -> None:
    """A reference to a faulty file leads nowhere for now, even where another kind has a record with the id."""
    library = library_of(BOTH, unread=frozenset({Target("case", "floor"), Target("checklist", "board")}))

    assert library.resolve(Reference("", "floor")) == Unresolved((), unread=True)
    assert library.resolve(Reference("", "board")) == Unresolved(("source",), unread=True)
    assert library.resolve(Reference("source", "board")) == Target("source", "board")


def test_a_checked_library_gives_targets_or_fails_loudly() -> None:
    """Asking for the target of a reference that leads nowhere is a programming mistake."""
    with pytest.raises(LookupError):
        library_of(BOTH).target(Reference("", "nothing"))


def test_links_go_both_ways() -> None:
    """A statement knows the item, the page and the record that refer to it, each once, in order."""
    items = [
        {"id": "count", "text": "Đếm theo ((rules#quorum)), ((rules#quorum)).", "duty": "should"},
        {"id": "vote", "text": "Bầu.", "duty": "should", "statements": ["rules#quorum"]},
    ]
    library = library_of(
        {
            "document/rules": {"statements": [statement("quorum"), {"id": "own", "text": "Xem ((rules#quorum))."}]},
            "checklist/meeting": {"phases": [{"phase": "meet", "items": items}], "documents": ["rules"]},
        },
        {"index.md": "((rules#quorum)) và `((rules#own))`"},
    )

    assert library.uses == {
        Target("document", "rules"): (Target("checklist", "meeting"),),
        Target("document", "rules", "quorum"): (
            Target("checklist", "meeting", "count"),
            Target("checklist", "meeting", "vote"),
            Target(PAGE, "index.md"),
        ),
    }


def test_documents_follow_each_other_by_date() -> None:
    """Successors come in the order of their dates, those without a date last."""
    library = library_of(
        {
            "document/old": {},
            "document/c": {
                "issued_on": dt.date(2026, 2, 1),
                "supersedes": [{"document": "old", "relation": "stated"}],
            },
            "document/a": {
                "issued_on": None,
                "issued_note": "Chưa rõ.",
                "supersedes": [{"document": "old", "relation": "stated"}],
            },
            "document/d": {
                "issued_on": dt.date(2026, 1, 1),
                "supersedes": [{"document": "old", "relation": "inferred"}],
            },
        }
    )
    old = Target("document", "old")

    assert [target.id for target in library.successors(old)] == ["d", "c", "a"]
    assert library.predecessors(Target("document", "d")) == (old,)
    assert library.predecessors(old) == ()


def test_what_a_source_says_was_seen_in_that_source() -> None:
    """A source's statement is reported by it; one whose title alone was read tells nothing."""
    library = library_of(
        {
            "source/read": {"statements": [statement("a")]},
            "source/title-only": {"reading": "title", "statements": [statement("a")]},
        }
    )

    assert library.judge(Target("source", "read", "a")).level is Level.REPORTED
    assert library.judge(Target("source", "title-only", "a")).level is Level.UNCHECKED


def test_kinds_are_those_that_have_records() -> None:
    """A kind without records has no index."""
    assert library_of(BOTH).kinds() == ("document", "source")
