"""The formulas under the table: total, grade, reason, the list of grades, and what costs most."""

from collections.abc import Iterator

from handbook.downloads.spreadsheet import layout as columns
from handbook.downloads.spreadsheet.formulas import Formula, at, constant, down, first_of, plus, quoted, told
from handbook.downloads.spreadsheet.layout import Layout
from handbook.downloads.spreadsheet.leaf_cells import INVALID, LEFT_OUT, MISSING, SCORED, summed
from handbook.scoring import words
from handbook.scoring.bands import Standing, candidate, earned
from handbook.scoring.points import from_hundredths, hundredths
from handbook.scoring.result import Result, State, not_whole_words
from handbook.scoring.table import Band, ScoreTable

Cells = Iterator[tuple[int, Formula]]


def graded(table: ScoreTable) -> bool:
    """Tell whether the table can give a grade at all."""
    return table.has_points and table.whole and bool(table.bands)


def total_formulas(layout: Layout, table: ScoreTable, result: Result) -> Cells:
    """Give the formulas of the total's row: what is seen, then the counts and places that the grade needs."""
    row, first, last = layout.total, layout.first, layout.last
    states = down(first, last, columns.STATE)
    for column, state, known in (
        (columns.MISSING, MISSING, State.MISSING),
        (columns.INVALID, INVALID, State.INVALID),
        (columns.LEFT_OUT, LEFT_OUT, State.LEFT_OUT),
        (columns.SCORED, SCORED, State.SCORED),
    ):
        yield column, Formula(f"COUNTIF({states},{state})", sum(one.state is known for one in result.leaves))
    scored = any(one.state is State.SCORED for one in result.leaves)
    if not table.has_points:
        met = f"SUM({down(first, last, columns.POINTS)})"
        yield columns.ENTRY, Formula(f'IF({at(row, columns.SCORED)}=0,"",{met})', result.met if scored else "")
        return
    total, maximum = result.total or 0, result.maximum or 0
    counted = f"ROUND(SUM({down(first, last, columns.COUNTED)}),2)"
    yield columns.MAXIMUM, Formula(counted, maximum)
    yield columns.ENTRY, _pointed_sum(layout, table, total, scored=scored)
    spared = f"{constant(table.maximum)}-{at(row, columns.MAXIMUM)}"
    highest = from_hundredths((hundredths(total) or 0) + (hundredths(table.maximum) or 0) - (hundredths(maximum) or 0))
    yield columns.HIGHEST_TOTAL, Formula(f"ROUND(N({at(row, columns.ENTRY)})+{spared},2)", highest)
    if graded(table):
        yield columns.PLACE_LOW, _place(layout, table, columns.REACHED_LOW, earned(result.lowest))
        yield columns.PLACE_HIGH, _place(layout, table, columns.REACHED_HIGH, earned(result.highest))
        yield columns.AIMED, _place(layout, table, columns.FITS_LOW, candidate(result.lowest))


def _pointed_sum(layout: Layout, table: ScoreTable, total: float, *, scored: bool) -> Formula:
    """Sum the leaves that give points; what is only met or not stands in the same column."""
    whole = summed(layout.first, layout.last, total, scored=scored)
    met = [at(layout.leaves[leaf.id], columns.POINTS) for leaf in table.leaves if leaf.maximum is None]
    if not met:
        return whole
    states, points = (down(layout.first, layout.last, column) for column in (columns.STATE, columns.POINTS))
    text = f'IF(COUNTIF({states},{SCORED})=0,"",ROUND(SUM({points})-({plus(met)}),2))'
    return Formula(text, whole.value)


def _place(layout: Layout, table: ScoreTable, column: int, place: int | None) -> Formula:
    cells = down(layout.bands, layout.bands + len(table.bands) - 1, column)
    return Formula(first_of(cells), 0 if place is None else place + 1)


def band_formulas(layout: Layout, row: int, band: Band, low: Standing, high: Standing, lacks: str) -> Cells:
    """Give the hidden formulas of a grade: how the lowest and the highest possible total stand to it."""
    for total, standing, fits, full, reached, lost in (
        (
            f"N({at(layout.total, columns.ENTRY)})",
            low,
            columns.FITS_LOW,
            columns.FULL_LOW,
            columns.REACHED_LOW,
            columns.LOST_AT_MOST,
        ),
        (
            at(layout.total, columns.HIGHEST_TOTAL),
            high,
            columns.FITS_HIGH,
            columns.FULL_HIGH,
            columns.REACHED_HIGH,
            columns.LOST_AT_LEAST,
        ),
    ):
        below = "" if band.below is None else f",{total}<{at(row, columns.ENTRY)}"
        inside = f"{total}>={at(row, columns.MAXIMUM)}{below}"
        yield fits, Formula(f"IF(AND({inside}),1,0)", int(standing.fits))
        cells = [at(layout.leaves[leaf], lost) for need in band.needs for leaf in need.leaves]
        yield full, Formula(f"IF(ROUND({plus(cells)},2)=0,1,0)", int(standing.full))
        fitted = f"SUM({down(layout.bands, row, fits)})>0"
        yield reached, Formula(f"IF({fitted},{at(row, full)},0)", int(standing.reached))
    pieces = [
        f"IF(ROUND({plus([at(layout.leaves[leaf], columns.LOST_AT_LEAST) for leaf in need.leaves])},2)>0,"
        f'{quoted(", " + need.number)},"")'
        for need in band.needs
    ]
    yield columns.LACKING, Formula(f"MID({'&'.join(pieces) or quoted('')},3,500)", lacks)


def grade_formula(layout: Layout, table: ScoreTable, result: Result) -> Formula:
    """Give the grade; empty where there is none or not yet one."""
    low, high = at(layout.total, columns.PLACE_LOW), at(layout.total, columns.PLACE_HIGH)
    titles = down(layout.bands, layout.bands + len(table.bands) - 1, columns.WORDS)
    open_ = f"{_unfinished(layout)}>0,{low}=0,{low}<>{high}"
    return Formula(f'IF(OR({open_}),"",INDEX({titles},{low}))', result.grade or "")


def reason_formula(layout: Layout, table: ScoreTable, result: Result) -> Formula:
    """Give the reason: what is missing, what is wrong, or why the grade is what it is."""
    total = layout.total
    missing, invalid = at(total, columns.MISSING), at(total, columns.INVALID)
    text = _finished_reason(layout, table)
    text = f"IF({invalid}>0,{told(words.INVALID, count=invalid)},{text})"
    return Formula(f"IF({missing}>0,{told(words.MISSING, count=missing)},{text})", result.reason)


def _finished_reason(layout: Layout, table: ScoreTable) -> str:
    if not table.has_points:
        return quoted(words.NO_POINTS)
    if not table.whole:
        return quoted(not_whole_words(table))
    if not table.bands:
        return quoted(words.NO_BANDS)
    total = layout.total
    low, high, aimed = (at(total, column) for column in (columns.PLACE_LOW, columns.PLACE_HIGH, columns.AIMED))
    last = layout.bands + len(table.bands) - 1
    titles, lacking = (down(layout.bands, last, column) for column in (columns.WORDS, columns.LACKING))
    lowered = told(words.LOWERED, band=f"INDEX({titles},{aimed})", numbers=f"INDEX({lacking},{aimed})")
    same = f'IF({at(total, columns.LEFT_OUT)}>0,{quoted(words.SAME)},"")'
    text = f"IF({aimed}=0,{quoted(words.OUTSIDE)},IF({low}<>{aimed},{lowered},{same}))"
    return f"IF({low}<>{high},{quoted(words.OPEN)},{text})"


def _unfinished(layout: Layout) -> str:
    return f"{at(layout.total, columns.MISSING)}+{at(layout.total, columns.INVALID)}"


def costly_formulas(layout: Layout, row: int, rank: int, result: Result) -> Cells:
    """Give the formulas of one of the costliest leaves.

    Args:
        layout: Where everything stands.
        row: Where it is shown.
        rank: 1 for the costliest.
        result: The score as the file is written.
    """
    one = result.costliest[rank - 1] if rank <= len(result.costliest) else None
    found, ranks = at(row, columns.FOUND), down(layout.first, layout.last, columns.RANK)
    largest = f"LARGE({ranks},{rank})"
    place = layout.leaves[one.leaf.id] - layout.header if one else 0
    yield columns.FOUND, Formula(f"IF({largest}>0,MATCH({largest},{ranks},0),0)", place)
    for column, source, value in (
        (columns.NUMBER, columns.NUMBER, one.leaf.number if one else ""),
        (columns.WORDS, columns.WORDS, one.leaf.words if one else ""),
        (columns.TOLD, columns.LOST_AT_LEAST, one.lost if one else ""),
    ):
        cells = down(layout.first, layout.last, source)
        yield column, Formula(f'IF({found}=0,"",INDEX({cells},{found}))', value)
