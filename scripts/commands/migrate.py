"""Brings records of an older version of the models up to date; comments stay."""

from pathlib import Path

from commands.options import Parser
from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_text
from handbook.editing.files import DataFile, data_files
from handbook.editing.formatting import Tree, order_of, read_file_tree, write_file_tree
from handbook.editing.migrating import MIGRATIONS, NewerVersionError, migrated_document
from handbook.editing.trial import write
from handbook.records.shared import SCHEMA_VERSION
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Migrate; 1 when a file cannot be read or is too new, or, with `--check`, is of an older version."""
    parser = Parser("migrate", f"Chuyển bản ghi của phiên bản cũ sang phiên bản {SCHEMA_VERSION}; ghi chú giữ nguyên.")
    parser.named.add_argument("--check", action="store_true", help="chỉ kể tệp còn ở phiên bản cũ, không sửa")
    parser.add_config_file()
    options = parser.read(arguments)
    settings, findings = load_settings(options.config_file)
    if settings is None:
        print(as_text(findings))
        return 1
    faults: list[Finding] = []
    texts: dict[Path, str] = {}
    for file in data_files(settings):
        if not file.kind:
            continue
        name = settings.name(file.path)
        try:
            text, told = _migrated(file, name)
        except NewerVersionError as error:
            print(f"{name}: phiên bản {error} mới hơn phiên bản {SCHEMA_VERSION} của bộ mã này; hãy cập nhật bộ mã.")
            return 1
        faults += told
        if text is not None:
            texts[file.path] = text
    if faults:
        print(as_text(faults))
        return 1
    for path in texts:
        print(f"{'Phiên bản cũ' if options.check else 'Đã chuyển'}: {settings.name(path)}")
    if options.check:
        return int(bool(texts))
    write(texts)
    if not texts:
        print(f"Mọi bản ghi đã ở phiên bản {SCHEMA_VERSION}.")
    return 0


def _migrated(file: DataFile, name: str) -> tuple[str | None, list[Finding]]:
    """Give the new text of a file; None when it stays as it is, or cannot be read."""
    tree, faults = read_file_tree(file.path.read_bytes(), name)
    if tree is None or tree.document is None:
        return None, faults
    document = migrated_document(tree.document, file.kind, MIGRATIONS, SCHEMA_VERSION)
    if document is tree.document:
        return None, faults
    return write_file_tree(Tree(document, tree.body), order_of(file.model)), faults
