"""What a case draws as bars must be comparable: exact shares, each in a statement that holds its number."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.case import Case

SHARE = "percent"
WHOLE = 100
"""A share is a number of this unit; the whole is this much of it."""


def comparisons_hold(library: Library) -> Iterator[Finding]:
    """Tell a compared fact whose number is missing, no share, above the whole, or not exact."""
    for entry in library.of_kind("case"):
        case = entry.record
        if not isinstance(case, Case) or case.comparison is None:
            continue
        facts = {fact.label: fact for fact in case.facts}
        for index, label in enumerate(case.comparison.facts):
            reference = facts[label].statement
            if reference is not None and not isinstance(library.resolve(reference), Target):
                continue
            value = library.value(reference) if reference else None
            if value is None or value.qualifier or value.unit != SHARE or not 0 <= value.amount <= WHOLE:
                place = entry.file.place(("comparison", "facts", index))
                yield Finding(
                    entry.file.name,
                    place.line,
                    place.column,
                    Code.CASE_COMPARISON,
                    f"“{label}” không phải một tỷ lệ phần trăm đúng số.",
                    "Chỉ so sánh số liệu dẫn tới điều có “value”: unit percent, từ 0 đến 100, không kèm “qualifier”.",
                )
