"""The pages that explain the fields of a kind: which report explains which kind, and the anchors of its fields."""

from collections.abc import Iterable, Iterator

from handbook.records.kinds import KINDS, Kind
from handbook.records.outlines import Outline, groups_of

FIELDS = "fields"
"""The report that lists those pages."""

_EXPLAINED = {f"{FIELDS}-{kind.id}": kind for kind in KINDS}
_WHOLE = "ban-ghi"


def explained_kind(report_id: str) -> Kind | None:
    """Give the kind whose fields a report explains; None for any other report."""
    return _EXPLAINED.get(report_id)


def field_anchors(kind: Kind) -> Iterator[str]:
    """Give every anchor of the page of a kind: its groups and its fields."""
    for path, fields in groups_of(kind.model):
        yield group_anchor(path)
        yield from (field_anchor((*path, field)) for field in fields)


def group_anchor(path: Iterable[Outline]) -> str:
    """Give the anchor of the fields that stand under a path; the empty path is the record itself."""
    return f"nhom-{field_anchor(path) or _WHOLE}"


def field_anchor(path: Iterable[Outline]) -> str:
    """Give the anchor of a field."""
    return "-".join(field.key.replace("_", "-") for field in path)
