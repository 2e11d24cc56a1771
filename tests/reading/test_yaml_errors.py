"""Each complaint of the YAML parser becomes what an editor sees and can do, at the place that has to be changed."""

import pytest

from handbook.reading.places import FIRST, Places
from handbook.reading.yaml_files import read_yaml_text

UNMATCHED = "Khóa “y” không khớp với dòng trên"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: [b] c\n", "1:8", "Thừa chữ “c”."),
        ("a: b]\nc: {d: e}}\n", "2:10", "Thừa dấu ngoặc đóng."),
        ('a: "b" c\n', "1:8", "Sau nháy đóng còn thừa chữ “c”."),
        ("a: b\n- c\n", "2:1", "Dấu gạch đầu dòng đứng sai chỗ."),
        ("a:\n  - b\n c\n", "3:2", "Dòng này thụt vào không khớp với các dòng trên."),
        ("a: !<b c>\n", "1:7", "Từ đây không đọc được theo cú pháp YAML."),
        (
            "x\ny: b\n",
            "2:2",
            "Khóa “y” không khớp với dòng trên: dòng này thành chữ nối tiếp của giá trị bắt đầu ở dòng 1.",
        ),
        ("--- a: b\n", "1:6", "Khóa “--- a” không khớp với dòng trên."),
    ],
)
def test_a_complaint_is_told_where_it_can_be_mended(text: str, place: str, message: str) -> None:
    """One finding, and no word of the parser's own."""
    [finding] = read_yaml_text(text, "a.yml")[1]

    assert (f"{finding.line}:{finding.column}", finding.message) == (place, message)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n    id: b\n  - id: c\n", "2:5"),
        ("a:\n    id: b\n\n    # ghi chú\n    text: c\n  - id: d\n", "2:5"),
        ("a:\n    id: b\n    text: c\n  - id: d\n    text: e\n", "2:5"),
    ],
)
def test_a_first_item_without_its_dash_is_told_where_it_begins(text: str, place: str) -> None:
    """The parser complains of the second item, which is right; empty lines and comments above it are no items."""
    [finding] = read_yaml_text(text, "a.yml")[1]

    assert f"{finding.line}:{finding.column}" == place
    assert finding.message.startswith("Mục đầu của danh sách không có gạch đầu dòng")


def test_a_dash_on_the_first_lines_has_no_item_above_it() -> None:
    """Nothing deeper stands above the line: it is the dash itself that is told."""
    [finding] = read_yaml_text("# ghi chú\n\na: b\n\n- c\n", "a.yml")[1]

    assert (finding.line, finding.message) == (5, "Dấu gạch đầu dòng đứng sai chỗ.")


def test_a_file_with_faults_everywhere_is_not_told_without_end() -> None:
    """A thousand findings are more than anybody reads; the file is then no record."""
    read, findings = read_yaml_text("".join(f"a{number}: 0{number}\n" for number in range(1, 1200)), "a.yml")

    assert read is None
    assert len(findings) == 1000


def test_a_text_without_values_has_one_place() -> None:
    """What is asked of an empty file is told at its beginning."""
    places = Places("# ghi chú\n")

    assert places.place(("a",)) == FIRST
    assert places.place_of(("a",), "b") == FIRST
