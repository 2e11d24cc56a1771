"""Reading YAML: values, places, and everything doubtful told at once."""

import datetime as dt
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbook.reading.places import Place
from handbook.reading.yaml_files import read_yaml, read_yaml_text
from handbook.text.nfc import is_nfc

TEXTS = st.text(alphabet="aăâđêôơưạảãáà bcxyz0123456789:#-'\"|>[]{},&*!%@`\\?~=.", max_size=30)
KEYS = st.text(alphabet="abcdeđêô_- :#'\"", min_size=1, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.dates() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
YAML_LIKE = st.text(alphabet="ab1:- \n#'\"|>[]{},&*!%@?~=.\t\ré\u0301", max_size=80)


def told(text: str) -> list[str]:
    """What is told of a text, as "line:column code"."""
    return [f"{finding.line}:{finding.column} {finding.code}" for finding in read_yaml_text(text, "a.yml")[1]]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("chữ thường", "chữ thường"),
        ('"no"', "no"),
        ("'012'", "012"),
        ("90", 90),
        ("-3", -3),
        ("94.44", 94.44),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("2026-11-22", dt.date(2026, 11, 22)),
        ('"2026-11-22"', "2026-11-22"),
        ("12-HD", "12-HD"),
        ("94,44", "94,44"),
        ("1/2", "1/2"),
        ("Yên", "Yên"),
        ("((hd-42#muc-1))", "((hd-42#muc-1))"),
        ("|\n  hai\n  dòng", "hai\ndòng\n"),
        ("[a, 1]", ["a", 1]),
    ],
)
def test_values_are_what_they_look_like(written: str, expected: Any) -> None:
    """Numbers, days, truth values and nothing are read as such; what stands in quotes is text."""
    read, findings = read_yaml_text(f"key: {written}\n", "a.yml")

    assert findings == []
    assert read is not None
    assert read.values == {"key": expected}
    assert type(read.values["key"]) is type(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words and numbers that YAML reads as something else
        ("a: no", ["1:4 yaml.boolean-word"]),
        ("a: [On, y]", ["1:5 yaml.boolean-word", "1:9 yaml.boolean-word"]),
        ("no: a", ["1:1 yaml.boolean-word"]),
        ("a: 012", ["1:4 yaml.number"]),
        ("a: 1:30", ["1:4 yaml.number"]),
        ("a: 1_000", ["1:4 yaml.number"]),
        ("a: .5", ["1:4 yaml.number"]),
        ("a: 1e3", ["1:4 yaml.number"]),
        ("a: 1.000", ["1:4 yaml.number"]),
        ("a: 0x1F", ["1:4 yaml.number"]),
        ("a: -.inf", ["1:4 yaml.number"]),
        ("a: .NaN", ["1:4 yaml.number"]),
        ("a: " + "9" * 5000, ["1:4 yaml.number"]),
        ("a: 2026-11-22 07:30:00", ["1:4 yaml.number"]),
        ("a: 2026-02-30", ["1:4 value.date-expected"]),
        # Values cut short
        ("a: Bước # một", ["1:9 yaml.cut-by-hash"]),
        ("a: #1", ["1:4 yaml.cut-by-hash"]),
        ("- a: x\n  b: đỏ  #fff\n", ["2:10 yaml.cut-by-hash", "1:1 yaml.not-a-mapping"]),
        ("a: Bước 1: chuẩn bị", ["1:10 yaml.cut-by-colon"]),
        # Keys
        ("a: 1\nb: 2\na: 3", ["3:1 yaml.duplicate-key"]),
        ("a:\n  b: 1\n  'b': 2", ["3:3 yaml.duplicate-key"]),
        ("1: a", ["1:1 yaml.key"]),
        ("2026-01-01: a", ["1:1 yaml.key"]),
        ("? [a, {b: c}]\n: d", ["1:3 yaml.key"]),
        ("{a: 1}: b", ["1:1 yaml.key"]),
        # What is refused
        ("a: &x 1\nb: *x", ["1:4 yaml.alias", "2:4 yaml.alias"]),
        ("a: &x 1\n*x : b", ["1:4 yaml.alias", "2:1 yaml.alias"]),
        ("a: &x 1\n? [*x]\n: b", ["1:4 yaml.alias", "2:3 yaml.key", "2:4 yaml.alias"]),
        ("a: {<<: b}", ["1:5 yaml.alias"]),
        ("a: !!str 1", ["1:4 yaml.tag"]),
        ("a: !!python/object:os.system {}", ["1:4 yaml.tag"]),
        ("a: =", ["1:4 yaml.key"]),
        ("a: 1\n---\nb: 2", ["2:1 yaml.many-documents"]),
        ("- a\n- b", ["1:1 yaml.not-a-mapping"]),
        ("# ghi chú\nchữ", ["2:1 yaml.not-a-mapping"]),
        ("# chỉ có ghi chú\n", ["1:1 file.empty"]),
        # Tabs
        ("a:\n\tb: 1", ["2:1 yaml.tab"]),
        ("a:\t1\nb: no", ["1:3 yaml.tab", "2:4 yaml.boolean-word"]),
        # Syntax
        ("a: 'x\nb: 1", ["1:4 yaml.syntax"]),
        ('a: "x', ["1:4 yaml.syntax"]),
        ("a: [1, 2\nb: 1", ["1:4 yaml.syntax"]),
        ("a: {b: 1\nc: 2", ["1:4 yaml.syntax"]),
        ("a: 1\nb\nc: 1", ["2:1 yaml.syntax"]),
        ("a:b\nc: d", ["2:2 yaml.syntax"]),
        ("a: 1\n- b", ["2:1 yaml.syntax"]),
        ("a: - b", ["1:4 yaml.syntax"]),
        ("a:\n  b: 1\n c: 2", ["3:2 yaml.syntax"]),
        ("- a\nb: c", ["2:1 yaml.syntax"]),
        ("a: @x", ["1:4 yaml.syntax"]),
        ('a: "x" y', ["1:8 yaml.syntax"]),
        ("a: x]\nd: z\nc: [d]]", ["3:7 yaml.syntax"]),
        ('a: "\\q"', ["1:5 yaml.syntax"]),
        ('a: "\\xzz"', ["1:7 yaml.syntax"]),
        ("a: |x\n  b", ["1:5 yaml.syntax"]),
        ("a: |0\n  b", ["1:5 yaml.syntax"]),
        ("a: &", ["1:5 yaml.syntax"]),
        ("a: !x!y z", ["1:4 yaml.syntax"]),
        ("a: ]", ["1:4 yaml.syntax"]),
        ("a: ? b", ["1:4 yaml.syntax"]),
        ("%FOO", ["1:5 yaml.syntax"]),
        ("%YAML 3.0\n---\na: 1", ["1:1 yaml.syntax"]),
        ("&a &b c", ["1:4 yaml.syntax", "1:1 yaml.alias"]),
    ],
)
def test_what_is_doubtful_is_told_at_its_place(text: str, expected: list[str]) -> None:
    """Each fault is told with its code, line and column, and nothing else is."""
    assert told(text) == expected


def test_every_message_is_vietnamese_and_says_what_to_do() -> None:
    """No word of the parser reaches an editor, and each finding has a hint."""
    text = "a: no\nb: Bước 1: hai # ba\nc: @x\na: 012\nd: &e 1\nf: !!str 2\n1: x\ng: 'mở"

    findings = read_yaml_text(text, "a.yml")[1]

    assert len(findings) > 5
    for finding in findings:
        assert is_nfc(finding.message)
        assert finding.hint
        assert not re.search(r"\b(?:expected|found|while|mapping|scalar|token)\b", finding.message + finding.hint)


def test_faults_behind_a_stray_colon_are_told_too() -> None:
    """A mistake of one sign does not hide those further down."""
    text = "a: Bước 1: hai\nb: no\nc: Bước 2: ba\nd: @e\nd: x"

    assert told(text) == [
        "1:10 yaml.cut-by-colon",
        "3:10 yaml.cut-by-colon",
        "4:4 yaml.syntax",
        "2:4 yaml.boolean-word",
        "5:1 yaml.duplicate-key",
    ]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: [", "[{"])
def test_nesting_without_end_is_refused(opening: str) -> None:
    """A text that nests a hundred thousand levels is told as too deep, and nothing falls over."""
    read, findings = read_yaml_text("a: 1\nb:\n  " + opening * 100_000, "a.yml")

    assert read is None
    assert "yaml.depth" in {finding.code.value for finding in findings}


def test_forty_levels_are_read_and_one_more_is_not() -> None:
    """The limit is forty levels of lists and mappings."""
    assert told("a: " + "[" * 39 + "]" * 39) == []
    assert told("a: " + "[" * 40 + "]" * 40) == ["1:43 yaml.depth"]


def test_aliases_cannot_explode() -> None:
    """A billion laughs give findings, not a billion values."""
    text = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(9))

    read, findings = read_yaml_text(text, "a.yml")

    assert read is not None
    assert read.values["b8"] == [None, None, None]
    assert {finding.code.value for finding in findings} == {"yaml.alias"}


def test_a_value_is_found_by_its_path() -> None:
    """Values, keys and words inside values have places; what is absent has that of what encloses it."""
    text = "title: Tên\nparts:\n  - id: mot\n    text: >\n      hai ((a)) và\n      ba ((a)) hết\n  - 'x ((b))'\n"
    read, findings = read_yaml_text(text, "a.yml")

    assert findings == []
    assert read is not None
    assert read.place(()) == Place(1, 1)
    assert read.place(("title",)) == Place(1, 8)
    assert read.place(("title",), key=True) == Place(1, 1)
    assert read.place(("parts", 0, "text"), key=True) == Place(4, 5)
    assert read.place(("parts", 0, "absent")) == Place(3, 5)
    assert read.place(("parts", 0, "absent"), key=True) == Place(3, 5)
    assert read.place(("parts", 7)) == Place(3, 3)
    assert read.place_of(("parts", 0, "text"), "((a))") == Place(5, 11)
    assert read.place_of(("parts", 0, "text"), "((a))", 1) == Place(6, 10)
    assert read.place_of(("parts", 0, "text"), "((a))", 2) == read.place(("parts", 0, "text"))
    assert read.place_of(("parts", 0, "text"), "và ba") == Place(5, 17)
    assert read.place_of(("parts", 1), "((b))") == Place(7, 8)
    assert read.place_of(("parts", 1), "") == read.place(("parts", 1))


def test_a_value_that_was_told_is_marked() -> None:
    """Later checks can see that a value has been complained about already."""
    read, _ = read_yaml_text("a: no\nb: [x # y\n  , z]\n", "a.yml")

    assert read is not None
    assert read.told == {("a",), ("b", 0)}


@given(MAPPINGS)
def test_written_values_are_read_back(values: dict[str, Any]) -> None:
    """What a YAML writer writes is read back as the same values, without a finding."""
    text = yaml.safe_dump(values, allow_unicode=True)
    read, findings = read_yaml_text(text, "a.yml")
    codes = {finding.code.value for finding in findings}

    # The writer leaves y and n without quotes, which readers of YAML 1.1 may take for truth values.
    assert codes <= {"yaml.boolean-word", "yaml.number"}
    assert read is not None
    assert read.values == values


@given(MAPPINGS, st.integers(20, 200))
def test_a_place_points_at_its_value(values: dict[str, Any], width: int) -> None:
    """The place of each text is a line on which the text begins."""
    text = yaml.safe_dump(values, allow_unicode=True, width=width)
    read, _ = read_yaml_text(text, "a.yml")

    assert read is not None
    lines = text.split("\n")
    for path, value in leaves(read.values):
        place = read.place(path)
        rest = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
        if isinstance(value, str) and value.isalnum():
            assert rest.lstrip("'\"").startswith(value)
            assert read.place_of(path, value).line == place.line


@given(YAML_LIKE | st.text(max_size=40) | st.binary(max_size=60))
def test_nothing_makes_reading_fall_over(tmp_path_factory: pytest.TempPathFactory, content: str | bytes) -> None:
    """Any file gives values or at least one finding, all inside the file."""
    file = tmp_path_factory.getbasetemp() / "any.yml"
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    file.write_bytes(data)

    read, findings = read_yaml(file, "any.yml")

    assert (read is not None) or findings
    for finding in findings:
        assert 1 <= finding.line <= data.count(b"\n") + data.count(b"\r") + 2
        assert finding.column >= 1
    if read is not None:
        for path, _ in leaves(read.values):
            assert read.place(path).line >= 1


@given(MAPPINGS, st.data())
def test_a_damaged_file_never_makes_reading_fall_over(values: dict[str, Any], data: st.DataObject) -> None:
    """Taking out or putting in a piece anywhere gives values or findings."""
    text = yaml.safe_dump(values, allow_unicode=True)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    put = data.draw(st.sampled_from(["", ":", " : ", "#", "- ", "'", '"', "[", "}", "\t", "&a ", "*a", "!x ", "---\n"]))

    read, findings = read_yaml_text(text[:start] + put + text[end:], "a.yml")

    assert (read is not None) or findings


def leaves(values: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """All values that hold no others, with their paths."""
    if isinstance(values, dict):
        return [leaf for key, value in values.items() for leaf in leaves(value, (*path, key))]
    if isinstance(values, list):
        return [leaf for index, value in enumerate(values) for leaf in leaves(value, (*path, index))]
    return [(path, values)]
