"""What may be drawn as bars."""

import pytest

from handbook.diagnostics.codes import Code
from handbook.rules.cases import comparisons_hold
from libraries import library_of, statement, told_of, worth

FACTS = [{"label": "Một", "statement": "book#one"}, {"label": "Hai", "statement": "book#two"}]
COMPARED = {"facts": FACTS, "comparison": {"title": "Tỷ lệ", "facts": ["Một", "Hai"]}}


def told(*statements: dict[str, object]) -> list[str]:
    """Give the codes told of a case that compares two statements of a source."""
    library = library_of({"source/book": {"statements": list(statements)}, "case/floor": COMPARED})
    return [str(finding.code) for finding in comparisons_hold(library)]


@pytest.mark.parametrize("share", [0, 38.5, 100])
def test_exact_shares_can_be_compared(share: float) -> None:
    """From nothing to the whole."""
    assert told(worth("one", share, "percent"), worth("two", 50, "percent")) == []


@pytest.mark.parametrize(
    "other",
    [
        statement("two"),
        worth("two", 50, "point"),
        worth("two", 100.5, "percent"),
        worth("two", -1, "percent"),
        worth("two", 50, "percent", qualifier="over"),
    ],
)
def test_other_numbers_cannot(other: dict[str, object]) -> None:
    """No number, another unit, more than the whole, less than nothing, not exact: each is told once."""
    assert told(worth("one", 50, "percent"), other) == [Code.CASE_COMPARISON]


def test_an_unknown_statement_is_told_by_the_rule_of_references() -> None:
    """One fault, one finding."""
    assert told(worth("one", 50, "percent")) == []


def test_words_cannot_be_compared() -> None:
    """A fact told in words has no length."""
    facts = [FACTS[0], {"label": "Hai", "text": "nhiều"}]
    library = library_of(
        {
            "source/book": {"statements": [worth("one", 50, "percent")]},
            "case/floor": {**COMPARED, "facts": facts},
        }
    )
    assert [finding.code for finding in comparisons_hold(library)] == [Code.CASE_COMPARISON]


@pytest.mark.parametrize("labels", [["Một", "Ba"], ["Một"]])
def test_a_comparison_names_facts(labels: list[str]) -> None:
    """Two at least, each the label of one fact."""
    assert told_of("case/floor", {"facts": FACTS, "comparison": {"title": "Tỷ lệ", "facts": labels}}) != []
    assert told_of("case/floor", COMPARED) == []
