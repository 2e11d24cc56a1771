"""The ids that a record and its parts had before, for tools that find under them what readers kept then."""

from typing import Any

from handbook.library.entry import Entry
from handbook.library.old_ids import old_parts


def former_ids(entry: Entry) -> dict[str, Any]:
    """Give them as a part of a tool's rules: `former` of the record, `renamed` of its parts from old to new."""
    former, renamed = list(entry.record.old_ids), old_parts(entry)
    return ({"former": former} if former else {}) | ({"renamed": renamed} if renamed else {})
