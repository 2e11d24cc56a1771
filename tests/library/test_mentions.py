"""Every reference is found where it stands: in fields, in texts however they are written, in prose."""

from hypothesis import given
from hypothesis import strategies as st

from handbook.library.mentions import Referring, referrings_of_entry, referrings_of_page
from handbook.library.target import Target
from handbook.reading.yaml_files import read_yaml_text
from libraries import library_of

PROSE = st.lists(
    st.sampled_from(
        ["((rules))", "((rules#quorum))", "((rules chữ hiện))", "đủ hộ", "`((rules))`", "\n\n", "\n- ", "# "]
    ),
    max_size=12,
).map(" ".join)


def _at(text: str, referring: Referring) -> str:
    place = referring.place()
    return text.split("\n")[place.line - 1][place.column - 1 :]


@given(PROSE)
def test_a_reference_in_prose_is_placed_where_it_is_written(body: str) -> None:
    """Line and column lead to the two brackets; what stands in code is no reference."""
    page = library_of({}, {"a.md": body}).pages["a.md"]
    text = f"---\ntitle: Trang a.md\ndescription: Một trang.\n---\n{body}\n"

    found = list(referrings_of_page(page))

    assert len(found) == sum(body.count(raw) for raw in ("((rules#", "((rules chữ")) + (
        body.count("((rules))") - body.count("`((rules))`")
    )
    for referring in found:
        assert _at(text, referring).startswith(referring.raw)
        assert referring.origin == Target("page", "a.md")


@given(st.lists(st.sampled_from(["((rules))", "((rules#quorum))", "đủ hộ"]), min_size=1, max_size=6))
def test_the_same_reference_twice_in_a_text_has_two_places(words: list[str]) -> None:
    """Each occurrence in a record's text is told at its own column."""
    text = " ".join(words)
    entry = library_of({"source/a": {"note": text}}).entries[Target("source", "a")]

    found = list(referrings_of_entry(entry))

    assert [referring.raw for referring in found] == [word for word in words if word != "đủ hộ"]
    places = [referring.place() for referring in found]
    assert sorted(set(places)) == places
    assert all(place.line == places[0].line for place in places)


def test_a_reference_in_a_text_of_many_lines_is_placed_on_its_line() -> None:
    """A folded text keeps the lines of the file."""
    read, findings = read_yaml_text("note: >\n  Dòng một.\n  Dòng hai ((rules)).\n", "a.yml")

    assert read is not None, findings
    place = read.place_of(("note",), "((rules))")
    assert (place.line, place.column) == (3, 12)


def test_a_reference_in_a_field_belongs_to_the_part_it_stands_in() -> None:
    """An item refers for itself, not for its checklist; the story refers for the whole case."""
    items = [{"id": "count", "text": "Đếm.", "duty": "should", "statements": ["rules#quorum"]}]
    library = library_of(
        {
            "checklist/meeting": {"phases": [{"phase": "meet", "items": items}]},
            "case/floor": {"body": "\nTheo ((rules)).\n"},
        }
    )

    assert [(referring.origin, referring.field) for referring in library.referrings] == [
        (Target("checklist", "meeting", "count"), True),
        (Target("case", "floor"), False),
    ]
