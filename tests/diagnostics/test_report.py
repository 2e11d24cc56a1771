"""Reports of findings: for a terminal, for a program, for GitHub."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from handbook.diagnostics import Code, Finding, Severity
from handbook.diagnostics.report import as_github, as_json, as_text
from handbook.text.nfc import is_nfc

UNKNOWN = Finding(
    "data/checklists/x.yml", 12, 5, Code.REFERENCE_UNKNOWN, "Không có bản ghi “hd-43”.", "Có phải là “hd-42”?"
)
UNUSED = Finding("data/a.yml", 3, 1, Code.STATEMENT_UNUSED, "Điều này chưa được dùng.", severity=Severity.WARNING)


def test_nothing_found_says_nothing() -> None:
    """Without findings the report for people is empty and the one for programs an empty list."""
    assert as_text([]) == ""
    assert as_json([]) == "[]"
    assert as_github([]) == ""


def test_the_text_has_place_severity_message_code_and_hint() -> None:
    """Findings are sorted by place, each told once, and counted in the last line."""
    expected = """\
data/a.yml:3:1: cảnh báo: Điều này chưa được dùng. [statement.unused]
data/checklists/x.yml:12:5: lỗi: Không có bản ghi “hd-43”. [reference.unknown]
    Cách sửa: Có phải là “hd-42”?
1 lỗi, 1 cảnh báo."""

    assert as_text([UNKNOWN, UNUSED, UNKNOWN]) == expected


def test_the_json_has_the_fields_of_a_finding() -> None:
    """A program reads the same findings with the same names, in readable letters."""
    report = as_json([UNKNOWN])

    assert "hd-43”." in report
    assert json.loads(report) == [
        {
            "path": "data/checklists/x.yml",
            "line": 12,
            "column": 5,
            "code": "reference.unknown",
            "message": "Không có bản ghi “hd-43”.",
            "hint": "Có phải là “hd-42”?",
            "severity": "error",
        }
    ]


def test_github_is_told_in_its_own_form() -> None:
    """A workflow command carries file, line, column and title; its separators are escaped in values."""
    finding = Finding("a,b:c.yml", 1, 2, Code.YAML_SYNTAX, "100%\nxong", "sửa: a, b")

    assert as_github([finding]) == (
        "::error file=a%2Cb%3Ac.yml,line=1,col=2,title=Lỗi cú pháp YAML [yaml.syntax]::100%25%0Axong%0Asửa: a, b"
    )
    assert as_github([UNUSED]).startswith("::warning ")


@given(st.text(), st.text(min_size=1))
def test_a_quoted_value_cannot_command_the_terminal(message: str, hint: str) -> None:
    """Whatever a message quotes from a file, a finding takes two lines of text and no control character."""
    report = as_text([Finding("a.yml", 1, 1, Code.VALUE_OWN, message, hint)])

    assert len(report.split("\n")) == 3
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", report)


def test_every_code_has_a_stable_name_and_a_vietnamese_title() -> None:
    """A code is dotted lower-case words, its member's name says the same, and its title is composed text."""
    for code in Code:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z0-9]+)*", code.value)
        assert code.name == code.value.upper().replace(".", "_").replace("-", "_")
        assert code.title
        assert is_nfc(code.title)
        assert Code(code.value) is code
    assert len({code.title for code in Code}) == len(Code)
