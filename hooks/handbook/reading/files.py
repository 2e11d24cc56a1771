"""What one file says: its values, its prose, and where each stands. It must not know what kind of record it is."""

from dataclasses import dataclass, field, replace
from typing import Any

from handbook.reading.places import Place, Places, ValuePath
from handbook.reading.yaml_parsing import parse
from handbook.text.pickling import QuicklyPickled


@dataclass(frozen=True, slots=True)
class ReadFile(QuicklyPickled):
    """A file that could be read.

    `name` is its path as shown to people, relative to the project's root. `body` is the Markdown after the front matter
    and `body_line` the line on which it starts ("" and 0 for a YAML file). `told` holds the paths of values that a
    finding of the reading already speaks of.
    """

    name: str
    kept: Any = field(repr=False)
    """The values as long as they are at hand; None once they are spared."""
    body: str = ""
    body_line: int = 0
    told: frozenset[ValuePath] = frozenset()
    places: Places = field(default_factory=lambda: Places(""), repr=False, compare=False)

    @property
    def values(self) -> Any:
        """What the file says; read once more where that was spared."""
        return parse(self.places.text, self.name).values if self.kept is None else self.kept

    def spared(self) -> "ReadFile":
        """The file without its values at hand: whoever has made a model of them rarely asks for them again."""
        return replace(self, kept=None) if self.kept else self

    @property
    def text(self) -> str:
        """All that stands in it, comments and marks of writing included: for a quick look, before values are read."""
        return f"{self.places.text}\n{self.body}"

    def place(self, path: ValuePath, *, key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest enclosing value when there is none."""
        return self.places.place(path, key=key)

    def place_of(self, path: ValuePath, needle: str, occurrence: int = 0) -> Place:
        """The place of a piece of text inside a text value; the value's own place when it cannot be told."""
        return self.places.place_of(path, needle, occurrence)
