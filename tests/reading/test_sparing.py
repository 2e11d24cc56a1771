"""Models share what they need not own, and say the same as before."""

from handbook.reading.fields import Model, Text
from handbook.reading.sparing import GivenFields
from handbook.reading.yaml_files import read_yaml_text


class Part(Model):
    """A part."""

    text: Text
    note: Text | None = None


class Whole(Model):
    """What holds parts."""

    title: Text = "Không tên"
    parts: tuple[Part, ...] = ()


def test_sets_of_given_fields_are_shared_and_the_same() -> None:
    """Equal sets become one; what was given and what was not can still be told."""
    values = {"parts": [{"text": "a"}, {"text": "b"}, {"text": "c", "note": "d"}]}
    one, other = Whole.model_validate(values), Whole.model_validate(values)
    given = GivenFields()
    given.share(one)
    given.share(other)

    assert one == other == Whole.model_validate(values)
    assert one.model_fields_set == {"parts"}
    assert [part.model_fields_set for part in one.parts] == [{"text"}, {"text"}, {"text", "note"}]
    assert one.parts[0].model_fields_set is other.parts[1].model_fields_set


def test_a_spared_file_says_the_same() -> None:
    """Values that were let go are read again; places and text stay."""
    read, _ = read_yaml_text('title: "Tên"\nitems:\n- một\n- hai # ghi chú\n', "a.yml")
    assert read is not None
    spared = read.spared()

    assert spared.kept is None
    assert spared.values == read.values == {"title": "Tên", "items": ["một", "hai"]}
    assert spared.place(("items", 1)) == read.place(("items", 1))
    assert spared.text == read.text
