"""A scoring table adds up: parts to their criterion, criteria to the total, levels inside, bands whole.

Where the record says that its source is unclear, the rule stands back: the source's fault is shown, not mended.
"""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry, of_model
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.places import ValuePath
from handbook.records.criteria import Criteria, Criterion, Part
from handbook.records.meeting import Meeting
from handbook.records.references import Amount, Reference
from handbook.records.shared import Record
from handbook.rules.references import nearest
from handbook.text.formats import number


def amount(library: Library, given: Amount | None) -> float | None:
    """Give the number of an amount: itself, or the one its statement holds; None where there is none."""
    if isinstance(given, Reference):
        value = library.value(given)
        return None if value is None else value.amount
    return given


def amounts_hold_numbers(library: Library) -> Iterator[Finding]:
    """Tell an amount that leads to a statement without a number."""
    for entry in library.entries.values():
        for path, given in _amounts(entry.record):
            if isinstance(given, Reference) and isinstance(library.resolve(given), Target):
                value = library.value(given)
                if value is None:
                    place = entry.file.place(path)
                    yield Finding(
                        entry.file.name,
                        place.line,
                        place.column,
                        Code.REFERENCE_PART,
                        f"Điều “{given.id}#{given.part}” không giữ con số nào.",
                        "Thêm “value” cho điều đó, hoặc dẫn tới điều có con số.",
                    )


def points_add_up(library: Library) -> Iterator[Finding]:
    """Tell parts that do not add up to their criterion, and criteria that do not add up to the total."""
    for entry, table in _tables(library):
        if table.source_unclear:
            continue
        for index, criterion in enumerate(table.criteria):
            yield from _sum(library, entry, ("criteria", index, "points"), criterion.points, criterion.parts)
        yield from _sum(library, entry, ("total",), table.total, table.criteria)


def levels_lie_inside(library: Library) -> Iterator[Finding]:
    """Tell a level that earns more than its criterion gives, less than nothing, or stands out of order."""
    for entry, table in _tables(library):
        if table.source_unclear:
            continue
        for path, part in _parts(table):
            top = amount(library, part.points)
            before: float | None = None
            for index, level in enumerate(part.levels):
                points = amount(library, level.points)
                if points is None:
                    continue
                if points < 0 or (top is not None and points > top):
                    yield _level(
                        entry,
                        (*path, "levels", index, "points"),
                        f"Mức {number(points)} điểm nằm ngoài khoảng 0–{number(top or 0)} của tiêu chí.",
                    )
                elif before is not None and points >= before:
                    yield _level(
                        entry,
                        (*path, "levels", index, "points"),
                        f"Mức {number(points)} điểm không thấp hơn mức đứng trước.",
                    )
                before = points


def bands_cover_the_range(library: Library) -> Iterator[Finding]:
    """Tell grades that leave a gap, overlap, or do not reach from zero to the total."""
    for entry, table in _tables(library):
        if table.source_unclear or not table.bands:
            continue
        upper: float | None = None
        total = amount(library, table.total)
        for index, band in enumerate(table.bands):
            path = ("bands", index)
            at_least, below = amount(library, band.at_least), amount(library, band.below)
            if at_least is None or (band.below is not None and below is None):
                break
            if index == 0 and total is not None and at_least > total:
                yield _band(
                    entry,
                    (*path, "at_least"),
                    f"Mức “{band.title}” bắt đầu từ {number(at_least)}, trên tổng điểm {number(total)}.",
                    "Xem lại giới hạn của mức này hoặc “total”.",
                )
            if index == 0 and below is not None:
                yield _band(entry, (*path, "below"), "Mức cao nhất không được có giới hạn trên.", "Bỏ “below”.")
            if index > 0 and below != upper:
                told = "chưa có" if below is None else number(below)
                yield _band(
                    entry,
                    (*path, "below"),
                    f"Mức “{band.title}” phải dưới {number(upper or 0)}, đang là {told}.",
                    "Giới hạn trên của mỗi mức là giới hạn dưới của mức đứng trước.",
                )
            if below is not None and at_least >= below:
                yield _band(
                    entry, (*path, "at_least"), f"Mức “{band.title}” không chứa điểm nào.", "Xem lại hai giới hạn."
                )
            upper = at_least
        else:
            if upper != 0:
                index = len(table.bands) - 1
                yield _band(
                    entry, ("bands", index, "at_least"), "Mức thấp nhất phải bắt đầu từ 0.", "Đặt “at_least: 0”."
                )


def bands_need_what_is_there(library: Library) -> Iterator[Finding]:
    """Tell a grade that needs the full points of a criterion which the table does not have."""
    for entry, table in _tables(library):
        known = tuple(part.id for _, part in _parts(table))
        for index, band in enumerate(table.bands):
            for number_in_list, wanted in enumerate(band.needs_full):
                if wanted not in known:
                    place = entry.file.place(("bands", index, "needs_full", number_in_list))
                    yield Finding(
                        entry.file.name,
                        place.line,
                        place.column,
                        Code.REFERENCE_PART,
                        f"Bảng này không có tiêu chí “{wanted}”.",
                        nearest(wanted, known) or "Viết id của một tiêu chí hoặc một phần trong chính bảng này.",
                    )


def _tables(library: Library) -> Iterator[tuple[Entry, Criteria]]:
    return of_model(library.of_kind("criteria"), Criteria)


def _parts(table: Criteria) -> Iterator[tuple[ValuePath, Part]]:
    for index, criterion in enumerate(table.criteria):
        yield ("criteria", index), criterion
        for part_index, part in enumerate(criterion.parts):
            yield ("criteria", index, "parts", part_index), part


def _amounts(record: Record) -> Iterator[tuple[ValuePath, Amount | None]]:
    if isinstance(record, Meeting):
        yield ("shortest_duration",), record.shortest_duration
        for index, deadline in enumerate(record.deadlines):
            yield ("deadlines", index, "days"), deadline.days
        if record.recurrence:
            yield ("recurrence", "day"), record.recurrence.day
    if isinstance(record, Criteria):
        yield ("total",), record.total
        for path, part in _parts(record):
            yield (*path, "points"), part.points
            for index, level in enumerate(part.levels):
                yield (*path, "levels", index, "points"), level.points
        for index, band in enumerate(record.bands):
            yield ("bands", index, "at_least"), band.at_least
            yield ("bands", index, "below"), band.below


def _sum(
    library: Library,
    entry: Entry,
    path: ValuePath,
    whole: Amount | None,
    parts: tuple[Part, ...] | tuple[Criterion, ...],
) -> Iterator[Finding]:
    expected = amount(library, whole)
    points = [amount(library, part.points) for part in parts]
    given = [one for one in points if one is not None]
    if expected is None or not parts or len(given) != len(points) or sum(given) == expected:
        return
    place = entry.file.place(path)
    yield Finding(
        entry.file.name,
        place.line,
        place.column,
        Code.POINTS_SUM,
        f"Các phần cộng lại được {number(sum(given))} điểm, không phải {number(expected)}.",
        "Sửa số sai; nếu chính nguồn ghi lệch thì nói ở “source_unclear”.",
    )


def _level(entry: Entry, path: ValuePath, message: str) -> Finding:
    place = entry.file.place(path)
    hint = "Xếp các mức từ cao xuống thấp, không mức nào quá điểm của tiêu chí."
    return Finding(entry.file.name, place.line, place.column, Code.POINTS_LEVEL, message, hint)


def _band(entry: Entry, path: ValuePath, message: str, hint: str) -> Finding:
    place = entry.file.place(path)
    return Finding(entry.file.name, place.line, place.column, Code.POINTS_BANDS, message, hint)
