"""Values that do not fit a model become Vietnamese findings with places."""

import datetime as dt
import re
from typing import Annotated, Any, Literal, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, Strict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from handbook.diagnostics import Finding
from handbook.reading.fields import Day, Flag, Id, Model, Number, Text, Url, Whole
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml_text
from handbook.text.nfc import is_nfc


class Part(Model):
    """A part of a thing."""

    kind: Literal["part"] = "part"
    id: Id = Field(title="Mã")
    points: Number = Field(default=1, title="Điểm", ge=0, le=10)


class Other(Model):
    """Another part of a thing."""

    kind: Literal["other"]
    text: Text


class Thing(Model):
    """A thing with a field of every type there is."""

    title: Text | None = Field(default=None, title="Tên", max_length=20)
    day: Day | None = None
    flag: Flag = False
    count: Whole = 1
    amount: Number = 1
    address: Url | None = None
    choice: Literal["before", "during", "after"] | None = None
    parts: tuple[Part, ...] = ()
    mixed: tuple[Annotated[Part | Other, Field(discriminator="kind")], ...] = ()
    loose: Part | Text | None = None
    code: Annotated[str, Strict(), StringConstraints(pattern="^[A-Z]+-[0-9]+$")] | None = None
    unforeseen: dt.timedelta | None = None
    names: tuple[Text, ...] | None = Field(default=None, min_length=1)
    needed: Text = Field(title="Điều cần", description="Viết một câu.")

    @model_validator(mode="after")
    def _own_check(self) -> Self:
        if self.count == 13:
            raise PydanticCustomError(
                "unlucky", "Số {n} không dùng.", {"n": 13, "hint": "Viết 12.", "code": "value.range", "at": ("count",)}
            )
        return self


def findings(text: str) -> list[Finding]:
    """What is told of a thing that has everything it needs besides this text."""
    read, found = read_yaml_text(f"{text}\nneeded: x\n", "a.yml")
    assert read is not None
    return found + validate(Thing, read)[1]


@pytest.mark.parametrize(
    ("text", "place", "code", "message", "hint"),
    [
        ("title: 2026", "1:8", "value.text-expected", "số 2026", '"2026"'),
        ("title: 2026-11-22", "1:8", "value.text-expected", "ngày 2026-11-22", '"2026-11-22"'),
        ("title: true", "1:8", "value.text-expected", "đúng/sai", '"true"'),
        ("title: {Bước 1: hai}", "1:8", "yaml.cut-by-colon", "“Bước 1: hai”", '"Bước 1: hai"'),
        ("names: [Bước 1: hai]", "1:9", "yaml.cut-by-colon", "“Bước 1: hai”", '"Bước 1: hai"'),
        ("title: ' '", "1:8", "value.empty", "trống", "bỏ hẳn"),
        ("title: một hai ba bốn năm sáu bảy", "1:8", "value.length", "nhiều nhất 20 ký tự, ở đây có 26", "ngắn lại"),
        ("day: 22/11/2026", "1:6", "value.date-expected", "chữ “22/11/2026”", "2026-11-22"),
        ("day: '2026-11-22'", "1:6", "value.date-expected", "cần ngày", "2026-11-22, không có nháy"),
        ("day: 31/2/2026", "1:6", "value.date-expected", "cần ngày", "năm-tháng-ngày"),
        ("flag: 'true'", "1:7", "value.type", "true hoặc false", "true, không có nháy"),
        ("flag:", "1:6", "value.empty", "trống", "true hoặc false"),
        ("count: 1.5", "1:8", "value.number-expected", "số nguyên", "12"),
        ("count: '7'", "1:8", "value.number-expected", "chữ “7”", "Viết 7,"),
        ("amount: 94,44", "1:9", "value.number-expected", "cần số,", "94.44"),
        ("address: vi.example", "1:10", "value.pattern", "vi.example", "https://"),
        ("choice: dduring", "1:9", "value.choice", "dduring", "Chọn: during, "),
        ("choice: ''", "1:9", "value.empty", "trống", "Chọn: before, during, after."),
        ("code: a-1", "1:7", "value.pattern", "“a-1” không đúng mẫu", "mẫu [A-Z]+-[0-9]+"),
        ("unforeseen: ba ngày", "1:13", "value.type", "cần giá trị khác, nhưng đây là chữ “ba ngày”", ""),
        ("parts: x", "1:8", "value.type", "danh sách", "- "),
        ("parts:\n  - x", "2:5", "value.type", "nhóm khóa", "khóa: giá trị"),
        ("parts:\n  - id: Đảng ủy", "2:9", "value.pattern", "“Đảng ủy”", "dang-uy"),
        ("parts:\n  - points: 2", "2:5", "value.missing", "“id” (Mã)", "id: …"),
        ("parts:\n  - id: a\n    points: 11", "3:13", "value.range", "không được quá 10, ở đây là 11", "con số"),
        ("parts:\n  - id: a\n    point: 1", "3:5", "value.unknown-key", "“point”", "“points”"),
        ("parts:\n  - id: a\n    zzz: 1", "3:5", "value.unknown-key", "“zzz”", "kind, id, points"),
        ("mixed:\n  - kind: others", "2:5", "value.choice", "others", "Chọn: other, part"),
        ("mixed:\n  - text: a", "2:5", "value.missing", "“kind”", "kind: …"),
        ("mixed:\n  - kind: other\n    texxt: a\n    text: b", "3:5", "value.unknown-key", "texxt", "“text”"),
        ("loose:\n  points: 3", "2:3", "value.missing", "“id”", "id: …"),
        ("loose: 5", "1:8", "value.text-expected", "số 5", '"5"'),
        ("names: []", "1:8", "value.empty", "trống", "bỏ hẳn"),
        ("tittle: a", "1:1", "value.unknown-key", "“tittle”", "“title”"),
        ("count: 13", "1:8", "value.range", "Số 13 không dùng.", "Viết 12."),
        ("title: no", "1:8", "yaml.boolean-word", "“no”", '"no"'),
        ("count: 012", "1:8", "yaml.number", "012", '"012"'),
    ],
)
def test_what_does_not_fit_is_told_once(text: str, place: str, code: str, message: str, hint: str) -> None:
    """Each misfit gives one finding with its place, its code, what is wrong and what to do."""
    found = findings(text)

    assert [(f"{finding.line}:{finding.column}", finding.code.value) for finding in found] == [(place, code)]
    assert message in found[0].message
    assert hint in found[0].hint


def test_a_missing_key_is_told_with_its_title_and_help() -> None:
    """What the field is called and what to write stands in the finding."""
    read, _ = read_yaml_text("title: a\n", "a.yml")
    assert read is not None

    [finding] = validate(Thing, read)[1]

    assert finding.message == "Thiếu khóa “needed” (Điều cần)."
    assert finding.hint == "Thêm dòng “needed: …”. Viết một câu."


@pytest.mark.parametrize(
    ("text", "place"),
    [("title: a\nparts:\n  - id: b\n    points: 3\n", (4, 13)), ("names: [a, b]\n", (1, 12)), ("parts: []\n", (1, 8))],
)
def test_what_is_missing_at_the_end_is_told_behind_all_that_is_there(text: str, place: tuple[int, int]) -> None:
    """The last key of a model belongs behind the last value, however deep that stands."""
    read, _ = read_yaml_text(text, "a.yml")
    assert read is not None

    [finding] = validate(Thing, read)[1]

    assert (finding.line, finding.column) == place


def test_a_part_of_a_file_can_be_validated() -> None:
    """Places are those in the file, though only a part was checked."""
    read, _ = read_yaml_text("a:\n  - id: A\n", "a.yml")
    assert read is not None

    made, [finding] = validate(Part, read, read.values["a"][0], ("a", 0))

    assert made is None
    assert (finding.line, finding.column) == (2, 9)


def test_what_fits_becomes_the_model() -> None:
    """Without faults the model is made and nothing is told."""
    read, _ = read_yaml_text("needed: x\nday: 2026-11-22\namount: 2.5\n", "a.yml")
    assert read is not None

    made, found = validate(Thing, read)

    assert found == []
    assert made is not None
    assert (made.needed, made.day, made.amount) == ("x", dt.date(2026, 11, 22), 2.5)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "a"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Thing.model_fields, "x"]), ANYTHING))
def test_any_values_give_the_model_or_vietnamese_findings(values: dict[str, Any]) -> None:
    """Whatever the values, each finding is in Vietnamese and none speaks pydantic's English."""
    read, _ = read_yaml_text("needed: x\n", "a.yml")
    assert read is not None

    made, found = validate(Thing, read, values)

    assert (made is None) == bool(found)
    for finding in found:
        assert is_nfc(finding.hint) or not is_nfc(str(values))
        assert not re.search(r"\b(?:Input|should|valid|Field required|unable)\b", finding.message)
