"""A file's spelling of tone marks: each word once, where it first stands, however it is used there."""

from handbook.reading.decoding import decode
from handbook.reading.spelling import misplaced_tone_marks


def test_a_word_is_told_once_with_its_count() -> None:
    """At its first place; another word has a finding of its own."""
    first, second = misplaced_tone_marks("# hoà\na: thuỷ và hoà\n", "a.yml")

    assert (first.line, first.column, str(first.code), first.hint) == (1, 3, "text.tone-mark", "Viết “hòa”.")
    assert "“hoà”" in first.message
    assert first.message.endswith(", 2 lần.")
    assert (second.line, second.column, second.hint) == (2, 4, "Viết “thủy”.")


def test_the_text_is_read_all_the_same() -> None:
    """A word spelled otherwise hides no other fault of its file."""
    text, findings = decode("title: Hoà giải\n".encode(), "a.yml")

    assert text == "title: Hoà giải\n"
    assert [str(finding.code) for finding in findings] == ["text.tone-mark"]
