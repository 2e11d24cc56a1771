"""Renames a record or a part of one everywhere; old addresses keep leading to it. All or nothing."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from commands.options import Parser
from commands.schemas import refresh_ids
from handbook.addresses.addresses import Addresses
from handbook.build.preparation import prepare
from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_text
from handbook.editing.new_record import kind_called
from handbook.editing.refusal import RefusedError
from handbook.editing.renaming import Texts, rename_part, rename_record
from handbook.editing.trial import tried, worse, write
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Rename; 0 when done, 1 when refused (nothing is changed then)."""
    parser = Parser("rename", "Đổi id của một bản ghi, hoặc của một phần trong bản ghi, ở mọi nơi.")
    parser.given.add_argument("kind", metavar="LOẠI", help="loại bản ghi, ví dụ document")
    parser.given.add_argument("old", metavar="ID", help="id đang dùng; một phần trong bản ghi thì viết id#phần")
    parser.given.add_argument("new", metavar="ID-MỚI", help="id mới (của phần thì chỉ viết id mới của phần)")
    parser.add_config_file()
    parser.add_date()
    options = parser.read(arguments)
    settings, findings = load_settings(options.config_file, date=options.date)
    if settings is None:
        print(as_text(findings))
        return 1
    library, reading = load_library(settings)
    try:
        texts = _texts(library, options)
    except RefusedError as error:
        print(error, file=sys.stderr)
        if library.unread:
            print(as_text(reading))
        return 1
    day = settings.date
    before = _findings(settings.config_file, day)
    told = worse(before, tried(settings, texts, lambda config_file: _findings(config_file, day)))
    if told:
        print(as_text(told))
        print("Đổi như vậy thì sinh lỗi trên; chưa sửa tệp nào.", file=sys.stderr)
        return 1
    write(texts)
    refresh_ids(settings)
    print(f"Đã đổi “{options.old}” thành “{options.new}”. Tệp đã sửa:")
    for path, text in sorted(texts.items()):
        print(f"  {settings.name(path)}{' (đã chuyển sang tên mới)' if text is None else ''}")
    print("Địa chỉ cũ tự dẫn sang chỗ mới. Xem lại bằng git diff.")
    return 0


def _texts(library: Library, options: argparse.Namespace) -> Texts:
    kind = kind_called(options.kind)
    record_id, _, part = options.old.partition("#")
    addresses = Addresses(library.settings)
    if kind.id not in {entry.id for entry in library.settings.vocabulary.kinds}:
        raise RefusedError(f"Loại “{kind.id}” chưa có tên và địa chỉ.", "Thêm một mục vào vocabulary/kinds.yml.")
    rename = rename_part if part else rename_record
    return rename(library, addresses, Target(kind.id, record_id, part), options.new)


def _findings(config_file: Path, day: dt.date) -> list[Finding]:
    settings, findings = load_settings(config_file, date=day)
    return findings if settings is None else [*findings, *prepare(settings).findings]
