"""Every id of a closed list is in that list: kinds, roles, phases, types of branch, places, units."""

from collections.abc import Iterator
from difflib import get_close_matches

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.reading.fields import Model
from handbook.reading.places import ValuePath
from handbook.records.case import Case
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.source import Source

Named = tuple[str, ValuePath, str]
"""The closed list, where the id stands, the id."""

LIST_FILES = {
    "roles": "vocabulary/roles.yml",
    "phases": "vocabulary/phases.yml",
    "branch_types": "vocabulary/branch-types.yml",
    "places": "vocabulary/places.yml",
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
        "places": [entry.id for entry in vocabulary.places],
        "units": [unit.id for unit in library.settings.deployment.units],
    }
    for entry in library.entries.values():
        for list_name, path, wanted in _named(entry):
            if wanted in known[list_name]:
                continue
            place = entry.file.place(path)
            file = library.settings.name(library.settings.data_dir / LIST_FILES[list_name])
            close = get_close_matches(wanted, known[list_name], n=1, cutoff=0.5)
            yield Finding(
                entry.file.name,
                place.line,
                place.column,
                Code.VALUE_CHOICE,
                f"“{wanted}” không có trong {file}.",
                f"Có phải là “{close[0]}”?" if close else f"Hiện có: {', '.join(known[list_name])}.",
            )


def _named(entry: Entry) -> Iterator[Named]:
    match entry.record:
        case Document() | Source() as holder:
            yield from _place(holder)
            for index, statement in enumerate(holder.statements):
                if statement.value:
                    yield "units", ("statements", index, "value", "unit"), statement.value.unit
        case Criteria() as table:
            yield from _place(table)
            for index, step in enumerate(table.procedure):
                yield from _place(step, ("procedure", index))
        case Case() as case:
            for index, branch_type in enumerate(case.branch_types):
                yield "branch_types", ("branch_types", index), branch_type
        case Checklist() as checklist:
            yield from _named_in_checklist(checklist)


def _named_in_checklist(checklist: Checklist) -> Iterator[Named]:
    for phase_index, phase in enumerate(checklist.phases):
        yield "phases", ("phases", phase_index, "phase"), phase.phase
        for index, item in enumerate(phase.items):
            path = ("phases", phase_index, "items", index)
            for role_index, role in enumerate(item.roles):
                yield "roles", (*path, "roles", role_index), role
            yield from _place(item, path)


def _place(model: Model, path: ValuePath = ()) -> Iterator[Named]:
    place = getattr(model, "place", None)
    if place and not isinstance(model, Source):
        yield "places", (*path, "place"), place
