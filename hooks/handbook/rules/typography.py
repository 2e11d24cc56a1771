"""Every measure of official papers is a number that leaves room for the text, typed or read from a statement."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.references import Reference, as_amount
from handbook.rules.points import amount
from handbook.settings.typography import LARGEST, measures
from handbook.text.formats import number


def measures_hold_numbers(library: Library) -> Iterator[Finding]:
    """Tell a measure whose statement holds no number, or whose number cannot be one of an A4 page."""
    file = library.settings.deployment_file
    for name, written in measures(library.settings.deployment.typography):
        measure = as_amount(written)
        if isinstance(measure, Reference) and not isinstance(library.resolve(measure), Target):
            continue  # told as a reference
        given = amount(library, measure)
        place = file.place(("typography", name))
        if given is None:
            message = f"Điều “{written}” không giữ con số nào."
            hint = "Thêm “value” cho điều đó, hoặc dẫn tới điều có con số."
            yield Finding(file.name, place.line, place.column, Code.REFERENCE_PART, message, hint)
        elif not 0 < given <= LARGEST:
            message = f"Số đo {number(given)} nằm ngoài khoảng dùng được trên giấy A4."
            hint = f"Dùng số lớn hơn 0, không quá {LARGEST}."
            yield Finding(file.name, place.line, place.column, Code.VALUE_RANGE, message, hint)
