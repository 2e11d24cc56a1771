"""References to records inside text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.reading.references import find_mentions, find_mentions_in_markdown, malformed

SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo ((hd-42)).", [(None, "hd-42", None, None)]),
        ("((document:hd-42#muc-1 mục 1))", [("document", "hd-42", "muc-1", "mục 1")]),
        ("((a hướng dẫn (mục 3))) và ((b))", [(None, "a", None, "hướng dẫn (mục 3)"), (None, "b", None, None)]),
        ("((a dài\n  hai dòng))", [(None, "a", None, "dài hai dòng")]),
        ("((A)) ((a#)) ((1)) (a) ((a b)", []),
        ("((a mở\n\nkhác))", []),
    ],
)
def test_references_are_found(text: str, expected: list[tuple[str | None, str, str | None, str | None]]) -> None:
    """Kind, id, part and words are told apart; what is no reference is not found."""
    assert [(found.kind, found.id, found.part, found.words) for found in find_mentions(text)] == expected


@given(st.none() | SLUGS, SLUGS, st.none() | SLUGS, st.none() | st.text("aạ b.,", min_size=1), st.text("xy ()\n"))
def test_a_written_reference_is_found_where_it_stands(
    kind: str | None, record: str, part: str | None, words: str | None, before: str
) -> None:
    """Whatever stands before it, a reference is found with its parts and its place."""
    words = " ".join(words.split()) if words else None
    head = f"{kind}:" if kind else ""
    tail = f"#{part}" if part else ""
    raw = f"(({head}{record}{tail}{' ' + words if words else ''}))"
    text = f"{before} {raw} sau"

    found = find_mentions(text)[-1]

    assert (found.kind, found.id, found.part, found.words, found.raw) == (kind, record, part, words or None, raw)
    assert text[found.start : found.end] == raw


def test_code_and_comments_are_left_alone() -> None:
    """In Markdown, references in fences, code spans and comments are none, and places stay."""
    text = "`((a))` ((b)) ``x ` ((c))``\n\n```\n((d))\n```\n<!-- ((e))\n((f)) -->\n~~~ yaml\n((g))\n~~~\n((h))\n"

    found = find_mentions_in_markdown(text)

    assert [mention.id for mention in found] == ["b", "h"]
    assert [text[mention.start : mention.end] for mention in found] == ["((b))", "((h))"]


def test_a_backtick_of_another_paragraph_opens_no_code() -> None:
    """A code span ends with its paragraph."""
    assert [mention.id for mention in find_mentions_in_markdown("a ` b\n\n((c)) `d`")] == ["c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("((hd-42)) (một) ((a b))", []),
        ("((HD 42))", ["((HD 42))"]),
        ("x ((a) y", ["((a)"]),
        ("((a#)) ((b))", ["((a#))"]),
        ("(( a ))", ["(( a ))"]),
    ],
)
def test_what_was_meant_as_a_reference_is_told(text: str, expected: list[str]) -> None:
    """Two opening brackets without a proper reference are malformed."""
    assert [found.raw for found in malformed(text)] == expected


@given(st.text("(a b:#)\n`", max_size=60))
def test_two_opening_brackets_are_a_reference_or_malformed(text: str) -> None:
    """Nothing that opens with two brackets goes unseen."""
    seen = [(found.start, found.end) for found in find_mentions(text)]
    seen += [(found.start, found.end) for found in malformed(text)]
    covered = {index for start, end in seen for index in range(start, end)}

    assert all(index in covered for index in range(len(text)) if text.startswith("((", index))
