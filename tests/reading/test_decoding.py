"""Bytes become text, or it is told why not."""

import unicodedata
from pathlib import Path

import pytest

from handbook.reading.decoding import decode, read_data
from handbook.reading.yaml_files import read_yaml_text


def told(data: bytes) -> list[str]:
    """What is told of the bytes, as "line:column code"."""
    return [f"{finding.line}:{finding.column} {finding.code}" for finding in decode(data, "a.yml")[1]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: Đủ\r\nb: c\r\n".encode(), []),
        (b"", ["1:1 file.empty"]),
        (b" \r\n\t\n", ["1:1 file.empty"]),
        ("\ufeffa: b\n".encode(), ["1:1 file.bom"]),
        ("\ufeff".encode(), ["1:1 file.bom", "1:1 file.empty"]),
        ("a: b\n".encode("utf-16"), ["1:1 file.encoding"]),
        ("a: b\n".encode("utf-16-le"), ["1:1 file.encoding"]),
        ("đ: b\nê: ".encode() + b"\xff", ["2:4 file.encoding"]),
        ("a: b\nchi bộ".encode()[:-1], ["2:6 file.encoding"]),
        ("a: x\x07\x07\nb:\u200b\n".encode(), ["1:5 text.control-character", "2:3 text.control-character"]),
        (b"a: b\rc: d\n", ["1:5 text.control-character"]),
        ("a: b\nc: chi bo\u0323\n".encode(), ["2:9 text.nfc"]),
        ("a: ax\u0302\u0323\n".encode(), ["1:5 text.nfc"]),  # marks in the wrong order, on a letter that takes none
    ],
)
def test_what_is_wrong_with_a_file_is_told_at_its_place(data: bytes, expected: list[str]) -> None:
    """Encoding, hidden characters and decomposed letters are told with line and column."""
    assert told(data) == expected


def test_windows_line_ends_read_like_others() -> None:
    """A file from Windows gives the same text."""
    assert decode(b"a: b\r\nc: d\r\n", "a.yml") == ("a: b\nc: d\n", [])


def test_an_old_vietnamese_encoding_is_guessed() -> None:
    """A file in Windows-1258 is told as such."""
    decomposed = unicodedata.normalize("NFD", "đảng viên").replace("e\u0302", "ê")

    findings = decode(decomposed.encode("cp1258"), "a.yml")[1]

    assert "Windows-1258" in findings[0].message


def test_an_encoding_that_cannot_be_guessed_is_not_guessed() -> None:
    """Bytes that Windows-1258 does not know either are told without a guess."""
    findings = decode(b"a: \x8a\n", "a.yml")[1]

    assert findings[0].message == "Tệp không phải UTF-8: byte 0x8A ở đây không đọc được."


def test_a_file_that_is_not_there_or_too_big_is_told(tmp_path: Path) -> None:
    """A missing file, a folder in its place and a file over one megabyte are findings."""
    big = tmp_path / "big.yml"
    big.write_bytes(b"a" * 1_000_001)

    assert [finding.code.value for finding in read_data(tmp_path / "none.yml", "none.yml")[1]] == ["file.missing"]
    assert [finding.code.value for finding in read_data(tmp_path, "folder")[1]] == ["file.missing"]
    assert [finding.code.value for finding in read_data(big, "big.yml")[1]] == ["file.too-big"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (r'"a\x07b"', "text.control-character"),
        (r'"a\u200bb"', "text.control-character"),
        (r'"e\u0301"', "text.nfc"),
        (r'"\u00e9\tb"', ""),
        (r"'a\x07b'", ""),
    ],
)
def test_an_escape_brings_nothing_in_that_the_file_may_not_hold(written: str, code: str) -> None:
    """What is told when it stands in a file is told when an escape stands for it; single quotes know no escapes."""
    _, findings = read_yaml_text(f"a: {written}\n", "a.yml")

    assert [(finding.code, finding.column) for finding in findings] == ([(code, 4)] if code else [])
