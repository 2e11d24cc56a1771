"""How official papers are set: every measure a number, and how sure it is."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from handbook.library.certainty import Level
from handbook.settings.typography import LARGEST, measures
from handbook.settings.typography import Typography as Written
from handbook.views.typography import Typography, typography
from libraries import TYPOGRAPHY, library_of, statement, worth

MEASURES = [name for name, _ in measures(Written())]


def test_without_a_word_papers_are_set_plainly() -> None:
    """A handbook that says nothing has measures all the same, and no heading of somebody else's."""
    plain = typography(library_of({}))

    assert all(getattr(plain, name) > 0 for name in MEASURES)
    assert (plain.heading, plain.branch_mark, plain.abstract_mark, plain.bases) == ("", "", "", ())


@given(st.sampled_from(MEASURES), st.integers(1, LARGEST) | st.floats(0.5, LARGEST, allow_nan=False))
def test_a_number_is_the_same_typed_or_read(name: str, amount: float) -> None:
    """Where a measure stands, there stands the number that its statement holds; all others stay."""
    record = {"document/a": {"statements": [worth("size", amount)]}}
    typed = typography(library_of({TYPOGRAPHY: {name: amount}}))
    read = typography(library_of({**record, TYPOGRAPHY: {name: "a#size"}}))

    assert getattr(read, name) == amount
    assert [getattr(typed, one) for one in MEASURES] == [getattr(read, one) for one in MEASURES]


def test_a_document_is_as_sure_as_its_least_sure_measure() -> None:
    """One measure that nobody has checked makes the whole setting unchecked."""
    sure = {**worth("sure", 20), "seen_in": statement("x", "board")["seen_in"]}
    records = {"document/a": {"statements": [sure, worth("unsure", 30)]}, "source/board": {}}

    one = typography(library_of({**records, TYPOGRAPHY: {"margin_top": "a#sure"}}))
    both = typography(library_of({**records, TYPOGRAPHY: {"margin_top": "a#sure", "indent": "a#unsure"}}))

    assert [basis.certainty.dial for basis in one.bases] == [Level.FULL_TEXT]
    assert [basis.certainty.dial for basis in both.bases] == [Level.UNCHECKED]


def test_every_measure_that_can_be_written_is_given() -> None:
    """What handbook.yml may say and what papers are set by have the same names."""
    assert {field.name for field in fields(Typography)} == {*Written.model_fields, "bases"}
