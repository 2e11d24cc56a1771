"""Brings data files and heads of pages into their one canonical form; the meaning and the comments stay."""

import sys
from pathlib import Path

from commands.options import Parser
from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_text
from handbook.editing.files import DataFile, data_files
from handbook.editing.formatting import format_file
from handbook.editing.trial import write as rewrite
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Format; 1 when a file cannot be read, or, with `--check`, would change; 2 for a path that is absent."""
    parser = Parser("format", "Viết lại tệp dữ liệu và phần đầu trang theo một dạng chuẩn; ý và ghi chú giữ nguyên.")
    parser.given.add_argument("paths", nargs="*", type=Path, metavar="ĐƯỜNG-DẪN", help="chỉ viết lại tệp, thư mục này")
    parser.named.add_argument("--check", action="store_true", help="chỉ kể tệp chưa đúng dạng chuẩn, không sửa")
    parser.add_config_file()
    options = parser.read(arguments)
    for path in options.paths:
        if not path.exists():
            print(f"Không có tệp hay thư mục “{path}”.", file=sys.stderr)
            return 2
    settings, findings = load_settings(options.config_file)
    if settings is None:
        print(as_text(findings))
        return 1
    wanted = [path.resolve() for path in options.paths]
    faults: list[Finding] = []
    changed = 0
    for file in data_files(settings):
        if wanted and not any(file.path.is_relative_to(path) for path in wanted):
            continue
        name = settings.name(file.path)
        told, differs = _format(file, name, write=not options.check)
        faults += told
        if differs:
            changed += 1
            print(f"{'Chưa đúng dạng chuẩn' if options.check else 'Đã viết lại'}: {name}")
    if faults:
        print(as_text(faults))
        print("Tệp có lỗi thì chưa viết lại.", file=sys.stderr)
    return int(bool(faults) or (options.check and changed > 0))


def _format(file: DataFile, name: str, *, write: bool) -> tuple[list[Finding], bool]:
    data = file.path.read_bytes()
    text, faults = format_file(data, name, file.model)
    if text is None or text.encode() == data:
        return faults, False
    if write:
        rewrite({file.path: text})
    return faults, True
