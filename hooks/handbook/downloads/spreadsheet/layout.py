"""Which row and column of the scoring sheet holds what. Pure: it writes nothing and knows no formula."""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.scoring.table import Group, Leaf, Level, Question, ScoreTable

NUMBER, WORDS, MAXIMUM, ENTRY, TOLD = range(5)
"""The columns that are seen."""
APPLIES, STATE, POINTS, COUNTED, LOST_AT_MOST, LOST_AT_LEAST, RANK = range(6, 13)
"""The hidden columns of a leaf: whether it applies, what is known of it, its points, what it can give this time, what
it lacks if everything that does not apply earned nothing, and if it were full, and its place among the costliest."""
FITS_LOW, FULL_LOW, REACHED_LOW, FITS_HIGH, FULL_HIGH, REACHED_HIGH, LACKING = range(6, 13)
"""The hidden columns of a grade: how the lowest and the highest possible total stand to it, and what it lacks."""
MISSING, INVALID, LEFT_OUT, SCORED, HIGHEST_TOTAL, PLACE_LOW, PLACE_HIGH, AIMED = range(6, 14)
"""The hidden columns of the total."""
FOUND = 6
"""The hidden column of the costliest: at which row of the table it stands, counted from the first."""
LAST = TOLD
LAST_HIDDEN = AIMED

BodyRow = Group | Question | Leaf | Level


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows by what they hold, counted from 0."""

    header: int
    body: tuple[BodyRow, ...]
    """The rows under the header, one after the other; a criterion that is its own leaf stands as the leaf."""
    leaves: Mapping[str, int]
    questions: Mapping[str, int]
    groups: Mapping[str, tuple[int, int]]
    """The first and the last row of a criterion, by its id."""
    levels: Mapping[str, tuple[int, int]]
    """The first and the last row of a leaf's levels, by its id."""
    total: int
    grade: int
    """The reason stands right below."""
    bands: int
    """The first grade of the list of grades."""
    costliest: int
    """The first row of the costliest."""
    end: int
    """The first row after everything."""

    @property
    def first(self) -> int:
        """The first row under the header."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last row under the header."""
        return self.header + len(self.body)


def lay_out(table: ScoreTable, header: int, costly: int) -> Layout:
    """Place a table.

    Args:
        table: What is scored.
        header: The row of the column titles.
        costly: How many of the costliest leaves are shown.
    """
    body: list[BodyRow] = []
    leaves: dict[str, int] = {}
    questions: dict[str, int] = {}
    groups: dict[str, tuple[int, int]] = {}
    levels: dict[str, tuple[int, int]] = {}

    def add(row: BodyRow) -> int:
        body.append(row)
        return header + len(body)

    for group in table.groups:
        start = header + len(body) + 1
        if not group.single:
            add(group)
        for leaf in group.leaves:
            for question in leaf.questions:
                if question.id not in questions:
                    questions[question.id] = add(question)
            leaves[leaf.id] = add(leaf)
            if leaf.levels:
                rows = [add(level) for level in leaf.levels]
                levels[leaf.id] = (rows[0], rows[-1])
        groups[group.id] = (start, header + len(body))
    total = header + len(body) + 1
    bands = total + 5
    after_bands = bands + len(table.bands) + 1 if table.bands else total + 4
    costliest = after_bands + 1
    end = costliest + costly if costly else after_bands
    return Layout(header, tuple(body), leaves, questions, groups, levels, total, total + 1, bands, costliest, end)
