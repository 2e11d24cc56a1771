"""A wrong command line is told in Vietnamese and ends with 2."""

import datetime as dt

import pytest

from commands.options import Parser


@pytest.fixture
def parser() -> Parser:
    """Give a parser with the shared options."""
    parser = Parser("check", "Kiểm tra.")
    parser.add_format()
    parser.add_config_file()
    parser.add_date()
    return parser


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--date", "22/11/2026"], "Tùy chọn --date: “22/11/2026” không phải ngày"),
        (["--date"], "Tùy chọn --date: cần một giá trị."),
        (["--format", "xml"], "Tùy chọn --format: “xml” không có; chọn text, json, github."),
        (["--config-file", "khong-co.yml"], "Tùy chọn --config-file: không có tệp “khong-co.yml”."),
        (["--form", "json"], "Không có tùy chọn này: --form json"),
    ],
)
def test_a_wrong_command_line_is_told(
    parser: Parser, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """The option and what is wrong with it are named."""
    with pytest.raises(SystemExit) as ended:
        parser.read(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(said)


def test_a_right_command_line_is_read(parser: Parser) -> None:
    """Values come out with their types."""
    options = parser.read(["--date", "2026-11-22", "--format", "json"])
    assert (options.date, options.format, options.debug) == (dt.date(2026, 11, 22), "json", False)


def test_help_is_vietnamese(parser: Parser, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of the parser's own English is left in the help."""
    with pytest.raises(SystemExit) as ended:
        parser.read(["--help"])
    assert not ended.value.code
    told = capsys.readouterr().out
    assert told.startswith("Cách dùng: python3 scripts/check.py")
    assert not {"usage:", "options:", "positional arguments:"} & set(told.split("\n"))
