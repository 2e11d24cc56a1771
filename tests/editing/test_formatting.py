"""The canonical form: the same meaning, every comment where it was, the model's order, and nothing left to change."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from editing.written_records import values_of, written
from handbook.editing.formatting import ChangedMeaningError, Tree, format_file, order_of, write_file_tree
from handbook.editing.nodes import Child, Document, Mapping, Single
from handbook.editing.tree_reading import read_tree
from handbook.reading.model_fields import fields_at
from handbook.reading.yaml_files import read_yaml_text
from handbook.records.checklist import Checklist
from handbook.records.kinds import KINDS, Kind
from handbook.records.page import Page


def _formatted(text: str, model: Any = None, name: str = "x.yml") -> str:
    formatted, findings = format_file(text.encode(), name, model)
    assert formatted is not None, findings
    return formatted


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a record made smaller says little more and takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_record_keeps_its_meaning_and_its_comments(kind: Kind, data: st.DataObject) -> None:
    """Whatever is written however: values and comments stay, keys stand as the model has them, twice is once."""
    values = data.draw(values_of(kind.model))
    source = data.draw(st.composite(written)(values))

    text = _formatted(source.text, kind.model)

    read, findings = read_yaml_text(text, "x.yml")
    assert read is not None
    assert findings == []
    assert read.values == values
    assert _formatted(text, kind.model) == text
    assert _keys_in_order(read.values, kind.model, ())
    lines = text.split("\n")
    head = next(number for number, line in enumerate(lines) if not line.startswith("#") and line)
    for remark, path in source.above.items():
        number = next(number for number, line in enumerate(lines) if line.strip() == remark)
        stands_at = next(later for later in range(number, len(lines)) if lines[later].strip()[:1] not in {"#", ""})
        assert stands_at == read.place(path, key=True).line - 1 or number < head
    for remark, path in source.beside.items():
        assert lines[read.place(path, key=True).line - 1].endswith(f"  {remark}")
    assert sorted(line.strip() for line in lines if line.strip() in source.after) == sorted(source.after)


def _keys_in_order(values: Any, model: Any, path: tuple[Any, ...]) -> bool:
    if isinstance(values, dict):
        known = [key for key in fields_at(model, path) if key in values]
        return list(values) == known and all(_keys_in_order(one, model, (*path, key)) for key, one in values.items())
    if isinstance(values, list):
        return all(_keys_in_order(one, model, (*path, number)) for number, one in enumerate(values))
    return True


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("b:   'x'\na: \"z\"", "b: x\na: z\n"),
        ("a: 'no'", 'a: "no"\n'),
        ("a: 'a \"b\": c'", "a: 'a \"b\": c'\n"),
        ("a: >\n  một\n  hai\n", "a: một hai\n"),
        ("a: |\n  một\n  hai\n", "a: |-\n  một\n  hai\n"),
        ("a:\n- x\n- z\n", "a: [x, z]\n"),
        ("a: [Một câu, hai]", "a:\n  - Một câu\n  - hai\n"),
        ("a: {c: 1, b: {d: 2}}", "a:\n  c: 1\n  b:\n    d: 2\n"),
        ("a:\n  b: x\n  # một\n\n\n\n  # hai\nc: z\n", "a:\n  b: x\n  # một\n\n  # hai\nc: z\n"),
        ("a: []\nb: {}", "a: []\nb: {}\n"),
        ("a: 94.40\nb: 2026-11-22\nc: True", "a: 94.40\nb: 2026-11-22\nc: true\n"),
        ("\n\n# đầu\n\n\n\na: x\n\n\n# trên\nb: 'z' # cạnh\n", '# đầu\n\na: x\n\n# trên\nb: "z"  # cạnh\n'),
        ("a: ['x', # một\n  z]\n", 'a:\n  - "x"  # một\n  - z\n'),
        ("a:  # vì sao\n  - b: 1\n    # cuối\n# sau\n", "a:  # vì sao\n  - b: 1\n    # cuối\n# sau\n"),
        ("a:\n- b\n# của c\nc: 1\n", "a: [b]\n# của c\nc: 1\n"),
        ("a: xa\u0301", "a: xá\n"),
        ("\ufeffa: x\r\nb: z\r\n", "a: x\nb: z\n"),
    ],
)
def test_the_canonical_form_of(source: str, canonical: str) -> None:
    """Quotes only where reading needs them, lists of ids on a line, mappings in lines, one empty line at most."""
    assert _formatted(source) == canonical
    assert _formatted(canonical) == canonical


def test_a_long_list_of_ids_stands_in_lines() -> None:
    """What does not fit into a line is not squeezed into one."""
    ids = [f"mot-id-kha-dai-{number}" for number in range(9)]

    assert _formatted(f"a: [{', '.join(ids)}]") == "a:\n" + "".join(f"  - {one}\n" for one in ids)


def test_keys_stand_in_the_order_of_the_model_with_their_comments() -> None:
    """A comment goes where its key goes; the comment at the head of a file stays."""
    source = "# đầu\ntitle: T\n# phiên bản\nschema_version: 1\n# lạ\nla: 1\nsummary: S\n"

    assert _formatted(source, Checklist) == "# đầu\n# phiên bản\nschema_version: 1\ntitle: T\nsummary: S\n# lạ\nla: 1\n"


def test_a_page_keeps_its_prose() -> None:
    """Only the head of a page is written anew; its end is one line feed."""
    source = "---\ndescription: 'Mô tả.'\ntitle: T\n---\n\n\n# Một\n\n* a\n   *  b  \n\n\n"

    assert _formatted(source, Page, "x.md") == "---\ntitle: T\ndescription: Mô tả.\n---\n\n# Một\n\n* a\n   *  b  \n"
    assert _formatted("# Không đầu\n", Page, "x.md") == "# Không đầu\n"


@pytest.mark.parametrize(
    "source", ["a: [", "a: 1\na: 2", "a: b: c", "a: no", "a: &x 1", "- a", "", "a:\n\tb: 1", "# a"]
)
def test_a_file_with_a_fault_is_not_touched(source: str) -> None:
    """What cannot be read for sure is told instead."""
    formatted, findings = format_file(source.encode(), "x.yml", None)

    assert formatted is None
    assert findings


def test_what_is_left_empty_says_so() -> None:
    """Nothing is written as nothing, so that nobody takes the next line for its value."""
    assert _formatted("a:\nb: ~\n") == "a: null\nb: null\n"


def test_a_text_whose_spaces_count_keeps_them() -> None:
    """A line that begins with a tab is written with escapes: in a block the tab would be refused as an indent."""
    assert _formatted('a: "một\\n\\thai"\n') == 'a: "một\\n\\thai"\n'


def test_two_comments_of_one_value_both_stay() -> None:
    """One beside the key, one beside the value that stands below it."""
    assert _formatted("a: # khóa\n  'một chữ' # giá trị\n") == '# khóa\na: "một chữ"  # giá trị\n'


def test_what_would_be_read_otherwise_is_never_written() -> None:
    """Should writing ever go wrong, no file is touched."""
    wrong = Mapping((Child(Single(1, written="2"), "a"),))
    with pytest.raises(ChangedMeaningError):
        write_file_tree(Tree(Document((), wrong), None), order_of(None))
    with pytest.raises(TypeError, match="only mappings"):
        read_tree("- a\n")


def test_a_comment_behind_a_list_stays_there() -> None:
    """It belongs to the list, not to its last value."""
    assert _formatted("a: [x, z]  # vì\nb: [\n  x,\n  'z'  # hai\n]  # ba\n") == (
        'a: [x, z]  # vì\nb:  # ba\n  - x\n  - "z"  # hai\n'
    )
