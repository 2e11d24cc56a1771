"""Writes the files by which the repository works with people: the form for a model branch, and who reviews what."""

from pathlib import Path

from commands.options import Parser
from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_text
from handbook.editing.case_form import issue_form, plain_template
from handbook.editing.code_owners import code_owners
from handbook.editing.trial import write
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Write the files anew; with `--check`, 1 when one of them is not in step."""
    parser = Parser("repository", "Viết lại các tệp của kho mã sinh từ dữ liệu: mẫu gửi điển hình, người xem lại.")
    parser.named.add_argument("--check", action="store_true", help="chỉ kể tệp chưa khớp dữ liệu, không sửa")
    parser.add_config_file()
    options = parser.read(arguments)
    settings, findings = load_settings(options.config_file)
    if settings is None:
        return _refused(findings)
    library, findings = load_library(settings)
    if findings:
        return _refused(findings)
    behind = 0
    for file, text in repository_files(library).items():
        path = settings.root / file
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        behind += 1
        print(f"{'Chưa khớp' if options.check else 'Đã viết lại'}: {file}")
        if not options.check:
            _write(path, text)
    return int(options.check and behind > 0)


def repository_files(library: Library) -> dict[str, str]:
    """Give each file by its path from the root, and its text."""
    return {
        ".github/ISSUE_TEMPLATE/dien-hinh.yml": issue_form(library.settings),
        ".gitlab/issue_templates/dien-hinh.md": plain_template(library.settings),
        "CODEOWNERS": code_owners(library),
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write({path: text})


def _refused(findings: list[Finding]) -> int:
    print(as_text(findings))
    return 1
