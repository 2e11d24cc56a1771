"""Every id of a closed list is in that list: kinds, roles, phases, types of branch, places, units."""

from collections.abc import Iterator
from difflib import get_close_matches

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.mentions import leaves
from handbook.records.closed_lists import VocabularyId

LIST_FILES = {
    "roles": "vocabulary/roles.yml",
    "phases": "vocabulary/phases.yml",
    "branch_types": "vocabulary/branch-types.yml",
    "quarters": "vocabulary/quarters.yml",
    "places": "vocabulary/places.yml",
    "owners": "vocabulary/owners.yml",
    "units": "handbook.yml",
}


def kinds_are_named(library: Library) -> Iterator[Finding]:
    """Tell a kind that has records but no name and address in the vocabulary."""
    named = {entry.id for entry in library.settings.vocabulary.kinds}
    for kind in library.kinds():
        if kind not in named:
            name = library.settings.name(library.settings.data_dir / "vocabulary" / "kinds.yml")
            yield Finding(
                name,
                1,
                1,
                Code.SETTINGS_MISSING,
                f"Loại bản ghi “{kind}” chưa có tên và địa chỉ.",
                "Thêm một mục với id, title, slug, index_title, index_lead.",
            )


def closed_lists_hold(library: Library) -> Iterator[Finding]:
    """Tell every id that its closed list does not have."""
    vocabulary = library.settings.vocabulary
    known = {
        "roles": [entry.id for entry in vocabulary.roles],
        "phases": [entry.id for entry in vocabulary.phases],
        "branch_types": [entry.id for entry in vocabulary.branch_types],
        "quarters": [entry.id for entry in vocabulary.quarters],
        "places": [entry.id for entry in vocabulary.places],
        "owners": [entry.id for entry in vocabulary.owners],
        "units": [unit.id for unit in library.settings.deployment.units],
    }
    for entry in library.written():
        for path, wanted, _ in leaves(entry):
            if not isinstance(wanted, VocabularyId) or wanted in known[wanted.list_name]:
                continue
            ids = known[wanted.list_name]
            place = entry.file.place(path)
            file = library.settings.name(library.settings.data_dir / LIST_FILES[wanted.list_name])
            close = get_close_matches(wanted, ids, cutoff=0.5)
            yield Finding(
                entry.file.name,
                place.line,
                place.column,
                Code.VALUE_CHOICE,
                f"“{wanted}” không có trong {file}.",
                _hint(ids, close),
            )


def _hint(ids: list[str], close: list[str]) -> str:
    if close:
        return f"Có phải là “{close[0]}”?"
    return f"Hiện có: {', '.join(ids)}." if ids else "Danh sách ấy chưa có mục nào: thêm mục, hoặc bỏ chỗ này."
