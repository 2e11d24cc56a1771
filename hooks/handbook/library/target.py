"""What can be linked to: a record, a part of one, the index of a kind, a report, or a page written by hand."""

from dataclasses import dataclass

from handbook.text.pickling import QuicklyPickled

PAGE = "page"
"""The kind under which pages written by hand go; their id is the path inside docs/."""

REPORT = "report"
"""The kind under which pages made from the whole library go; their ids are those of vocabulary/reports.yml."""


@dataclass(frozen=True, slots=True, order=True)
class Target(QuicklyPickled):
    """What a link leads to: a record, a part of one (`part`), or the index of a kind (`id` is empty)."""

    kind: str
    id: str = ""
    part: str = ""
    page: int = 0
    """From 2 on: a further page of an index or a report that is too long for one."""

    def whole(self) -> "Target":
        """Give the record that this part stands in."""
        return Target(self.kind, self.id) if self.part or self.page else self


SETTINGS = Target("settings")
"""What the settings refer from; no page shows them."""
