"""The web editor's configuration: one collection a kind of record, the single files, the pages. Reads no record.

Everything comes from the models and the vocabulary. What the web editor must not do (delete, rename) is switched off:
references would break unseen; scripts/rename.py does it well.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handbook.editing.cms_fields import Choices, Widget, widgets
from handbook.editing.files import DataFile, data_files
from handbook.editing.new_record import LONGEST_ID
from handbook.library.record_files import PROSE_SUFFIX
from handbook.reading.fields import ID_PATTERN
from handbook.records.kinds import KINDS, Kind
from handbook.records.links import Links
from handbook.records.page import Page
from handbook.settings.lists import closed_lists
from handbook.settings.loading import LISTS
from handbook.settings.settings import Settings

Config = dict[str, Any]

BODY = "body"
"""Under this name the form holds the Markdown below a file's front matter."""
BACKEND = "test-repo"
"""Its name for the browser's own file system, which needs no account; cms.js puts our folder in its place."""
FORMAT = "json"
"""The form gets values and gives values, and calls every file so; how the file is written is not its business."""
LIST_TITLES = {
    "kinds": "Loại bản ghi",
    "roles": "Vai trò",
    "phases": "Giai đoạn",
    "branch_types": "Loại hình",
    "quarters": "Quý",
    "places": "Địa phương",
    "owners": "Người phụ trách",
    "prose": "Lời văn",
    "reports": "Trang dựng từ toàn bộ dữ liệu",
}


def cms_config(settings: Settings) -> Config:
    """Give the configuration of the web editor for a handbook."""
    choices = Choices(closed_lists(settings), frozenset(kind.id for kind in settings.vocabulary.kinds))
    collections = [_records(kind, settings, choices) for kind in KINDS if kind.id in choices.kinds]
    return {
        "load_config_file": False,
        "backend": {"name": BACKEND},
        "app_title": settings.deployment.name,
        "media_folder": settings.name(settings.docs_dir),
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_ID},
        "output": {"omit_empty_optional_fields": True},
        "collections": [*collections, *_others(settings, choices)],
    }


def form_name(name: str) -> str:
    """Give what the web editor calls a file: its name with the suffix of what the form gets."""
    return Path(name).with_suffix(f".{FORMAT}").as_posix()


def _records(kind: Kind, settings: Settings, choices: Choices) -> Config:
    entry = settings.kind(kind.id)
    return {
        "name": kind.id,
        "label": entry.title,
        "description": entry.index_lead,
        "folder": settings.name(settings.data_dir / kind.folder),
        "extension": FORMAT,
        "format": FORMAT,
        "create": True,
        "delete": False,
        "summary": "{{title}}",
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "pattern": [ID_PATTERN, "Chỉ dùng chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ."],
        },
        "fields": [*widgets(kind.model, choices), *_body(kind.suffix)],
    }


def _body(suffix: str) -> list[Widget]:
    if suffix != PROSE_SUFFIX:
        return []
    story = {"label": "Bài", "hint": "Viết bằng Markdown; bảng, khung ghi chú giữ nguyên như đã gõ."}
    return [{"name": BODY, **story, "widget": "richtext", "modes": ["raw"], "required": False}]


def _others(settings: Settings, choices: Choices) -> Iterator[Config]:
    """Give the files that are no records: pages written by hand, then closed lists, settings and single files.

    What a command writes has no form.
    """
    files = [file for file in data_files(settings) if not file.kind and file.model is not Links]
    for name, label, wanted in (
        ("pages", "Bài viết", [file for file in files if file.model is Page]),
        ("single", "Danh mục, thiết lập", [file for file in files if file.model is not Page]),
    ):
        if wanted:
            yield {"name": name, "label": label, "files": [_file(file, settings, choices) for file in wanted]}


def _file(file: DataFile, settings: Settings, choices: Choices) -> Config:
    name = settings.name(file.path)
    is_page = file.model is Page
    titles = {f"{report.id}.yml": report.title for report in settings.vocabulary.reports}
    titles |= {list_file: LIST_TITLES.get(list_name, list_file) for list_name, list_file, _ in LISTS}
    return {
        "name": name.replace("/", "_").replace(".", "_"),
        "label": name if is_page else titles.get(file.path.name, "Thiết lập của cẩm nang"),
        "file": form_name(name),
        "format": FORMAT,
        "fields": [*widgets(file.model, choices), *_body(file.path.suffix)],
    }
