"""Every code is explained, and its example is what the tests' own bad examples show."""

from commands.examples import as_json
from handbook.diagnostics.codes import Code
from handbook.diagnostics.explanations import EXAMPLES, group_title, load_examples, load_explanations


def test_every_code_is_explained() -> None:
    """Each has a meaning and a way to mend it."""
    explanations = load_explanations()

    assert [code.value for code in Code if code not in explanations] == []
    assert all(told.meaning.endswith(".") and told.mend for told in explanations.values())


def test_anchors_of_codes_differ() -> None:
    """A link leads to one explanation."""
    assert len({code.anchor for code in Code}) == len(Code)


def test_every_code_stands_in_one_group() -> None:
    """Codes of one group stand beside each other, so no heading comes twice."""
    titles = [group_title(code) for code in Code]

    assert len(set(titles)) == sum(here != before for before, here in zip([None, *titles], titles, strict=False))


def test_the_examples_are_those_of_the_tests() -> None:
    """What the page of codes shows is what the bad examples say now: `python3 scripts/examples.py` writes it anew."""
    assert EXAMPLES.read_text(encoding="utf-8") == as_json()


def test_every_code_of_the_check_has_an_example() -> None:
    """Only the codes of the finished site have none; each example shows what is told under its code."""
    examples = load_examples()

    assert [code.value for code in Code if code not in examples and not code.startswith("publish.")] == []
    assert all(f"[{code.value}]" in example.told for code, example in examples.items())
    assert all(bool(example.bad) == bool(example.good) for example in examples.values())
