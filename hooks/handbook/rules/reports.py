"""The single files of data are sound: changes have happened, links lead somewhere, a page belongs to one step."""

from collections.abc import Iterator
from difflib import get_close_matches

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.mentions import leaves
from handbook.library.sheet import CHANGES, JOURNEY, PRINTED, Sheet
from handbook.library.target import PAGE, REPORT, Target
from handbook.reading.places import ValuePath
from handbook.reading.prose import scan
from handbook.records.destination import Destination
from handbook.rules.pages import (
    anchors_of_target,
    find_destination,
    find_page,
    generated_pages,
    nearest_page,
    unread_pages,
)
from handbook.rules.prose import anchors_of
from handbook.text.formats import date


def reports_have_their_data(library: Library, addresses: Addresses) -> Iterator[Finding]:  # noqa: ARG001 - rules are alike
    """Tell a page that is announced without its file, and a file whose page is not announced."""
    settings = library.settings
    vocabulary = settings.name(settings.data_dir / "vocabulary" / "reports.yml")
    for sheet_id in PRINTED:
        file = settings.name(settings.data_dir / f"{sheet_id}.yml")
        announced = settings.report(sheet_id) is not None
        if announced and sheet_id not in library.sheets and Target(REPORT, sheet_id) not in library.unread:
            message = f"Trang “{sheet_id}” đã khai nhưng chưa có tệp {file}."
            yield Finding(vocabulary, 1, 1, Code.FILE_MISSING, message, "Tạo tệp này, hoặc bỏ mục của trang.")
        elif sheet_id in library.sheets and not announced:
            message = f"Tệp này chưa có trang: {vocabulary} chưa có mục “{sheet_id}”."
            yield Finding(file, 1, 1, Code.SETTINGS_MISSING, message, "Thêm một mục với id, slug, title, lead.")


def changes_have_happened(library: Library, addresses: Addresses) -> Iterator[Finding]:  # noqa: ARG001 - rules are alike
    """Tell a change with a day after the day of the build."""
    today = library.settings.date
    for index, change in enumerate(library.changes.changes if library.changes else ()):
        if change.date > today:
            message = f"Ngày thay đổi {date(change.date)} ở sau ngày dựng trang {date(today)}."
            path = ("changes", index, "date")
            yield _finding(library.sheets[CHANGES], path, Code.CHANGE_DATE, message, "Kiểm lại năm, tháng, ngày.")


def destinations_lead_somewhere(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a page that is named but not there, and a place inside it that it does not have."""
    unread = unread_pages(library, addresses)
    for sheet, path, wanted in _page_destinations(library):
        if wanted.id in unread:
            continue
        found = find_page(library, addresses, wanted.id)
        if found is None:
            close = nearest_page(wanted.id, {*library.pages, *generated_pages(library, addresses)})
            hint = f"Có phải là “{close}”?" if close else "Kiểm lại tên tệp."
            yield _finding(sheet, path, Code.REFERENCE_UNKNOWN, f"Không có trang “{wanted.id}”.", hint)
        elif wanted.part and wanted.part not in (anchors := _anchors(library, found)):
            nearest = get_close_matches(wanted.part, anchors, cutoff=0.4)
            hint = f"Có phải là “#{nearest[0]}”?" if nearest else "Neo là đề mục viết không dấu, nối bằng gạch nối."
            message = f"Trang “{wanted.id}” không có mục “#{wanted.part}”."
            yield _finding(sheet, path, Code.REFERENCE_PART, message, hint)


def pages_belong_to_one_step(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a page that two steps of the journey claim: its reader could not be told where they are."""
    first: dict[Target, str] = {}
    for index, step in enumerate(library.journey.steps if library.journey else ()):
        for number, page in enumerate(step.pages):
            found = find_destination(library, addresses, page)
            claimed = first.setdefault(found.whole(), step.id) if found else step.id
            if claimed != step.id:
                message = f"Trang “{page.id}” đã thuộc bước “{claimed}”."
                hint = "Giữ ở một bước; ở bước kia chuyển sang “see”."
                path = ("steps", index, "pages", number)
                yield _finding(library.sheets[JOURNEY], path, Code.JOURNEY_PAGE, message, hint)


def _page_destinations(library: Library) -> Iterator[tuple[Sheet, ValuePath, Destination]]:
    for sheet in library.sheets.values():
        for path, value, _ in leaves(sheet):
            if isinstance(value, Destination) and value.names_page:
                yield sheet, path, value


def _anchors(library: Library, target: Target) -> tuple[str, ...]:
    if target.kind == PAGE:
        return tuple(sorted(anchors_of(scan(library.pages[target.id].file.body).headings)))
    return anchors_of_target(library, target)


def _finding(sheet: Sheet, path: ValuePath, code: Code, message: str, hint: str) -> Finding:
    place = sheet.file.place(path)
    return Finding(sheet.file.name, place.line, place.column, code, message, hint)
