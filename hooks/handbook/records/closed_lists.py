"""Ids of closed lists in fields: each type says of which list. Whether the list has the id is a rule."""

from functools import lru_cache
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from handbook.reading.fields import ID_PATTERN


class VocabularyId(str):
    """An id of a closed list; each subclass says of which."""

    __slots__ = ()

    list_name: ClassVar[str] = ""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read an id from text; whether the list has it is a rule. A list is short, so each id is made only once."""
        return core_schema.no_info_after_validator_function(
            lru_cache(cls), core_schema.str_schema(strict=True, pattern=ID_PATTERN, max_length=80)
        )


class RoleId(VocabularyId):
    """A role in a meeting."""

    __slots__ = ()
    list_name = "roles"


class PhaseId(VocabularyId):
    """A phase of a meeting."""

    __slots__ = ()
    list_name = "phases"


class BranchTypeId(VocabularyId):
    """A type of branch."""

    __slots__ = ()
    list_name = "branch_types"


class QuarterId(VocabularyId):
    """A quarter of the year."""

    __slots__ = ()
    list_name = "quarters"


class PlaceId(VocabularyId):
    """A place with rules of its own."""

    __slots__ = ()
    list_name = "places"


class OwnerId(VocabularyId):
    """Who looks after a page or a record."""

    __slots__ = ()
    list_name = "owners"


class UnitId(VocabularyId):
    """A unit of measure."""

    __slots__ = ()
    list_name = "units"
