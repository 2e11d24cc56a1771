"""The options that commands share, their Vietnamese help, and how wrong ones are told. Knows no command."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_github, as_json, as_text

ROOT = Path(__file__).resolve().parents[2]
REPORTS: dict[str, Callable[[Iterable[Finding]], str]] = {"text": as_text, "json": as_json, "github": as_github}
_WORDS = {"expected one argument": "cần một giá trị"}


class _Help(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: object, prefix: object = None
    ) -> None:
        del prefix
        super().add_usage(usage, actions, groups, prefix="Cách dùng: ")  # type: ignore[arg-type]


class Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese; `--help` and `--debug` are in every command."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"python3 scripts/{command}.py",
            description=description,
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.given = self.add_argument_group("Đối số")
        self.named = self.add_argument_group("Tùy chọn")
        self.named.add_argument("-h", "--help", action="help", help="in phần trợ giúp này rồi dừng")
        self.named.add_argument("--debug", action="store_true", help="khi hỏng, in mọi chi tiết kỹ thuật")

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the command line and end with 2."""
        self.exit(2, f"{message}\nXem cách dùng: {self.prog} --help\n")

    def read(self, arguments: list[str]) -> argparse.Namespace:
        """Read a command line; a wrong one ends the program with 2."""
        options, unknown = self.read_known(arguments)
        if unknown:
            self.error(f"Không có tùy chọn này: {' '.join(unknown)}")
        return options

    def read_known(self, arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
        """Read a command line and give back what is not known beside what is."""
        try:
            return self.parse_known_args(arguments)
        except argparse.ArgumentError as error:
            self.error(f"Tùy chọn {error.argument_name}: {_WORDS.get(error.message, error.message)}.")

    def add_config_file(self) -> None:
        """Add `--config-file`."""
        self.named.add_argument(
            "--config-file",
            type=_file,
            default=ROOT / "mkdocs.yml",
            metavar="TỆP",
            help="tệp cấu hình của cẩm nang (mặc định: mkdocs.yml cạnh thư mục scripts)",
        )

    def add_date(self) -> None:
        """Add `--date`."""
        self.named.add_argument(
            "--date",
            type=_date,
            metavar="NGÀY",
            help="ngày dựng, dạng 2026-11-22 (mặc định: ngày của lần ghi gần nhất trong git)",
        )

    def add_port(self, default: int) -> None:
        """Add `--port`."""
        self.named.add_argument(
            "--port", type=_port, default=default, metavar="CỔNG", help=f"cổng (mặc định: {default})"
        )

    def add_format(self) -> None:
        """Add `--format`."""
        self.named.add_argument(
            "--format",
            type=_format,
            default="text",
            metavar="DẠNG",
            help="dạng báo lỗi: text (cho người), json, github (mặc định: text)",
        )


def _file(text: str) -> Path:
    file = Path(text)
    if not file.is_file():
        raise argparse.ArgumentTypeError(f"không có tệp “{text}”")
    return file


def _port(text: str) -> int:
    highest = 65535
    if not text.isdecimal() or int(text) > highest:
        raise argparse.ArgumentTypeError(f"“{text}” không phải số cổng (0 đến {highest})")
    return int(text)


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng năm-tháng-ngày, ví dụ 2026-11-22") from None


def _format(text: str) -> str:
    if text not in REPORTS:
        raise argparse.ArgumentTypeError(f"“{text}” không có; chọn {', '.join(REPORTS)}")
    return text
