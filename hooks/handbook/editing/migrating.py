"""Records of an older version of the models become records of today's, step by step. Knows files only as trees.

When a model changes so that old records no longer fit, raise `SCHEMA_VERSION` and add one migration for each kind that
changed. A kind without one only gets the new version's number.
"""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from handbook.editing.merging import with_values
from handbook.editing.nodes import Document, plain_mapping

Values = dict[str, Any]

VERSION_KEY = "schema_version"


@dataclass(frozen=True, slots=True)
class Migration:
    """What turns the values of a kind from version `to` - 1 into those of version `to`; it must not touch its input."""

    kind: str
    to: int
    change: Callable[[Values], Values]


MIGRATIONS: tuple[Migration, ...] = ()
"""All migrations there are. Version 1 is the first."""


class NewerVersionError(Exception):
    """The record is of a version that this generator does not know yet."""


def migrated(values: Values, kind: str, migrations: Sequence[Migration], current: int) -> Values:
    """Give the values of a record as the current version has them.

    Raises:
        NewerVersionError: They are of a later version.
    """
    version = values.get(VERSION_KEY)
    if not isinstance(version, int) or isinstance(version, bool) or version == current:
        return values  # what is no version is a finding of the check
    if version > current:
        raise NewerVersionError(str(version))
    for step in range(version + 1, current + 1):
        for migration in migrations:
            if (migration.kind, migration.to) == (kind, step):
                values = migration.change(copy.deepcopy(values))
        values = {**values, VERSION_KEY: step}
    return values


def migrated_document(document: Document, kind: str, migrations: Sequence[Migration], current: int) -> Document:
    """Give a record's file as the current version has it, its comments in place; the same object when nothing changes.

    Raises:
        NewerVersionError: It is of a later version.
    """
    values = plain_mapping(document.root)
    new = migrated(values, kind, migrations, current)
    return document if new == values else with_values(document, new)
