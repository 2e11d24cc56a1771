"""Writes what helps while typing: schemas, allowed ids, and the settings that say which schema is for which file."""

import json
import sys
from pathlib import Path

from commands.options import Parser
from handbook.diagnostics.report import as_text
from handbook.editing.schema import IDS_FILE
from handbook.editing.schema_files import FOLDER, SETTINGS_FILE, program_settings, schema_files
from handbook.editing.schema_ids import ids_text
from handbook.editing.trial import write
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings


def main(arguments: list[str]) -> int:
    """Write all files; 1 when the data cannot be read or the settings are no plain JSON (nothing is written then)."""
    parser = Parser("schemas", "Viết lại các tệp giúp VS Code giải thích, gợi ý và báo lỗi trong lúc gõ.")
    parser.add_config_file()
    options = parser.read(arguments)
    settings, findings = load_settings(options.config_file)
    if settings is None:
        print(as_text(findings))
        return 1
    library, _ = load_library(settings)
    folder, file = settings.root / FOLDER, settings.root / SETTINGS_FILE
    try:
        before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except ValueError as error:
        print(f"{SETTINGS_FILE} không đọc được ({error}).\n    Cách sửa: bỏ ghi chú, dấu phẩy thừa.", file=sys.stderr)
        return 1
    wanted = json.dumps(program_settings(settings, before), ensure_ascii=False, indent=2) + "\n"
    texts: dict[Path, str | None] = {folder / one.name: one.text for one in schema_files(settings)}
    texts |= {folder / IDS_FILE: ids_text(library), file: wanted}
    folder.mkdir(parents=True, exist_ok=True)
    write(texts)
    print(f"Đã viết {len(texts)} tệp trong {Path(FOLDER).parent}/.")
    return 0


def refresh_ids(settings: Settings, library: Library | None = None) -> None:
    """Write the allowed ids anew where schemas are in use and every record can be read.

    Args:
        settings: Whose schemas.
        library: Its records, drafts too; read when not given.
    """
    file = settings.root / FOLDER / IDS_FILE
    if not file.exists():
        return
    known = load_library(settings)[0] if library is None else library
    text = ids_text(known)
    if not known.unread and file.read_text(encoding="utf-8") != text:
        write({file: text})
