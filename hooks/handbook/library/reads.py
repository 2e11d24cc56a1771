"""What can be read of a library, each thing by a name that another run knows too, and what has been read so far."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from handbook.library.answers import named_function
from handbook.library.target import Target

ALL = "all"
"""Everything there is."""
RECORDS = "records"
"""Which records there are, whatever they say."""
NAMES_OF_KINDS = "kinds"
"""Which kinds have records."""
FORMER = "former"
"""What records were called before."""
UNDER_REVIEW = "reviewed"
"""What the records say that are to be read again from time to time."""
OUTSIDE = "outside"
"""Which records lead outside the handbook, and where to."""
USES, NAMED, PAGES, SHEETS = "uses", "named", "pages", "sheets"
"""The whole of a table."""
TOLD = "told"
"""What a function tells of one thing."""
RECORD, ID, KIND, TARGETS, LISTINGS, FILLING = "record", "id", "kind", "targets", "listings", "filling"
"""What a record says; which kinds have a record with an id; what the records of a kind say; which they are; by what
readers look for them; which of them is the first to fill each field."""
TITLE, PARTS, DRAFT = "title", "parts", "draft"
"""What a record is called in few words; which parts it has; whether it is a draft."""


class Reads:
    """What has been read, by name, while somebody watched."""

    __slots__ = ("_watched",)

    def __init__(self) -> None:
        self._watched: list[set[str]] = []

    def note(self, name: str) -> None:
        """Take down that something was read."""
        if self._watched:
            self._watched[-1].add(name)

    def note_all(self, names: Iterable[str]) -> None:
        """Take down that several things were read."""
        if self._watched:
            self._watched[-1].update(names)

    @contextmanager
    def watch(self, *, apart: bool = False) -> Iterator[set[str]]:
        """Collect what is read from here on; whoever watches around it learns of it at the end.

        Args:
            apart: Nobody around it is to learn of it, unless this fails.
        """
        seen: set[str] = set()
        self._watched.append(seen)
        try:
            yield seen
        except BaseException:
            apart = False
            raise
        finally:
            self._watched.pop()
            if not apart:
                self.note_all(seen)


def read_of_record(target: Target) -> str:
    """Name what a record says."""
    return f"{RECORD} {target.kind}/{target.id}"


def read_of_id(record_id: str) -> str:
    """Name which kinds have a record with an id."""
    return f"{ID} {record_id}"


def read_of_kind(kind: str) -> str:
    """Name all that the records of a kind say."""
    return f"{KIND} {kind}"


def read_of(table: str, key: object) -> str:
    """Name one row of a table."""
    return f"{table} {written(key)}"


def read_of_told(tell: Callable[..., Any], key: Target | str) -> str:
    """Name what a function tells of something."""
    return f"{TOLD} {named_function(tell)} {written(key)}"


def written(key: object) -> str:
    """Write the key of a row as the reads have it."""
    return f"{key.kind}/{key.id}#{key.part}" if isinstance(key, Target) else str(key)


def unwritten(text: str) -> Target | str:
    """Give the key that was written so: no other key has both marks."""
    whole, mark, part = text.rpartition("#")
    kind, slash, of_kind = whole.partition("/")
    return Target(kind, of_kind, part) if mark and slash else text
