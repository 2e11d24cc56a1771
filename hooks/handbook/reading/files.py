"""What one file says: its values, its prose, and where each stands. It must not know what kind of record it is."""

from dataclasses import dataclass, field
from typing import Any

from handbook.reading.places import Place, Places, ValuePath


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that could be read.

    `name` is its path as shown to people, relative to the project's root. `body` is the Markdown after the front matter
    and `body_line` the line on which it starts ("" and 0 for a YAML file). `told` holds the paths of values that a
    finding of the reading already speaks of.
    """

    name: str
    values: Any
    body: str = ""
    body_line: int = 0
    told: frozenset[ValuePath] = frozenset()
    places: Places = field(default_factory=lambda: Places(""), repr=False, compare=False)

    def place(self, path: ValuePath, *, key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest enclosing value when there is none."""
        return self.places.place(path, key=key)

    def place_of(self, path: ValuePath, needle: str, occurrence: int = 0) -> Place:
        """The place of a piece of text inside a text value; the value's own place when it cannot be told."""
        return self.places.place_of(path, needle, occurrence)
