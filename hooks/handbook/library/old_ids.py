"""Ids that were used before: what they stand for now, so that no published address is lost. Knows no addresses."""

from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.sheet import Sheet
from handbook.library.target import REPORT, Target
from handbook.records.references import Reference
from handbook.records.shared import Identified


def old_parts(entry: Entry | Sheet) -> dict[str, str]:
    """Give the ids that parts of a record had before, each with the id the part has now."""
    return {
        old: part_id
        for part_id, part in entry.parts.items()
        if isinstance(part.model, Identified)
        for old in part.model.old_ids
    }


def old_anchors(library: Library, target: Target) -> dict[str, str]:
    """Give the anchors that the page of a target had before, each with the one it has now."""
    entry = library.sheets.get(target.id) if target.kind == REPORT else library.entries.get(target.whole())
    return old_parts(entry) if entry is not None else {}


def old_records(library: Library) -> dict[Target, Target]:
    """Give the records as they were called before, each with what it is called now."""
    return dict(library.entries.former())


def renamed(library: Library, reference: Reference) -> Target | None:
    """Find what a reference means that uses an old id; None when there is no such old id, or not only one."""
    found = []
    for entry in (library.entries[target] for target in library.entries):  # all, where one alone is gone through too
        if entry.kind not in (reference.kinds or (entry.kind,)) or reference.kind not in {"", entry.kind}:
            continue
        if reference.id != entry.id and reference.id not in entry.record.old_ids:
            continue
        part = old_parts(entry).get(reference.part, reference.part)
        if not part or part in entry.parts:
            found.append(Target(entry.kind, entry.id, part))
    is_old = len(found) == 1 and (found[0].id, found[0].part) != (reference.id, reference.part)
    return found[0] if is_old else None
