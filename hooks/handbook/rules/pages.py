"""Pages have addresses of their own, and the navigation names pages that are there."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from handbook.addresses.addresses import INDEX, Addresses
from handbook.addresses.files import DOWNLOADS, OFFERED
from handbook.addresses.long_pages import further_pages
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.comparing import documents_to_compare, tables_in_use
from handbook.library.drafts import published
from handbook.library.field_pages import FIELDS, explained_kind, field_anchors
from handbook.library.freshness import REVIEW
from handbook.library.library import Library
from handbook.library.old_ids import old_anchors
from handbook.library.sheet import MODELS
from handbook.library.target import PAGE, REPORT, Target
from handbook.records.destination import PAGE_SUFFIX, Destination
from handbook.records.kinds import KINDS, Kind

COMPARED: Mapping[str, Callable[[Library], Iterator[str]]] = {
    "criteria-items": lambda library: (entry.id for entry, _ in tables_in_use(library)),
    "problem-remedies": lambda library: (target.id for target in library.entries.targets("problem")),
    "topic-quarters": lambda library: (
        branch.id for branch in library.settings.vocabulary.branch_types if library.entries.targets("topic")
    ),
}
"""The anchors of the pages that set kinds of record side by side, by their report."""


def _anchors_of_fields(kind: Kind) -> Callable[[Library], Iterator[str]]:
    return lambda _: field_anchors(kind)


EXPLAINED: Mapping[str, Callable[[Library], Iterator[str]]] = {
    FIELDS: lambda _: iter(()),
    **{f"{FIELDS}-{kind.id}": _anchors_of_fields(kind) for kind in KINDS},
}
"""The anchors of the pages that explain the fields of records, by their report."""

_IN_SECTIONS: Mapping[str, Callable[[Library], Iterator[str]]] = {
    **COMPARED,
    **EXPLAINED,
    "to-compare": lambda library: (entry.id for entry, _, _ in documents_to_compare(library)),
    "outside-links": lambda _: iter(()),
}

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def generated_pages(library: Library, addresses: Addresses) -> dict[str, Target]:
    """Give the generated pages by their file inside docs/: every record, an index for each kind, every report."""
    return {addresses.page_file(target): target for target in (*_lists(library), *library.entries)}


def _lists(library: Library) -> Iterator[Target]:
    """Give the reports and the indexes, each with its further pages."""
    for target in (*reports(library), *map(Target, library.kinds())):
        yield target
        yield from further_pages(library, target)


def reports(library: Library) -> list[Target]:
    """Give the pages made from the whole library: those named in the vocabulary whose data is there."""
    return [
        Target(REPORT, entry.id)
        for entry in library.settings.vocabulary.reports
        if entry.id not in MODELS or entry.id in library.sheets
    ]


def anchors_of_target(library: Library, target: Target) -> tuple[str, ...]:
    """Give the anchors that links into a generated page may use: the parts of its record, its codes, its documents.

    What stands on a further page moves as the handbook grows: links use the first page, which leads on to it.
    """
    if target.page or not target.id:
        return ()
    if target.kind != REPORT:
        return (*library.entries.parts_of(target), *old_anchors(library, target))
    if target.id == "codes":
        return tuple(code.anchor for code in Code)
    if target.id == DOWNLOADS:
        kinds = library.settings.vocabulary.kinds
        return tuple(kind.slug for kind in kinds if kind.id in OFFERED and library.entries.targets(kind.id))
    if made := _IN_SECTIONS.get(target.id):
        return tuple(made(library))
    # On the page of reviews whoever has nothing to do has no part, so links to its parts would not last.
    return (*library.sheets[target.id].parts, *old_anchors(library, target)) if target.id != REVIEW else ()


def find_page(library: Library, addresses: Addresses, path: str) -> Target | None:
    """Find the page with this file inside docs/, generated or written by hand."""
    return Target(PAGE, path) if path in library.pages else find_generated(library, addresses, path)


def find_generated(library: Library, addresses: Addresses, path: str) -> Target | None:
    """Find the generated page with this file inside docs/ without making a list of all of them."""
    folder, name = posixpath.split(path)
    if name.removesuffix(PAGE_SUFFIX).isdecimal():
        found = (one for one in _lists(library) if one.page and addresses.page_file(one) == path)
        return next(found, None)
    kinds = library.kinds()
    for kind in library.settings.vocabulary.kinds:
        if kind.slug == folder and kind.id in kinds:
            target = Target(kind.id, "" if name == INDEX else name.removesuffix(PAGE_SUFFIX))
            if addresses.page_file(target) == path and (not target.id or target in library.entries):
                return target
    return next((target for target in reports(library) if addresses.page_file(target) == path), None)


def find_destination(library: Library, addresses: Addresses, wanted: Destination) -> Target | None:
    """Find what a link of the changes or of the journey leads to; None where it leads nowhere."""
    if not wanted.names_page:
        found = library.resolve(wanted)
        return found if isinstance(found, Target) else None
    page = find_page(library, addresses, wanted.id)
    return Target(page.kind, page.id, wanted.part) if page else None


def unread_pages(library: Library, addresses: Addresses) -> frozenset[str]:
    """Give the pages, by their file inside docs/, that would be there if everything could be read."""
    targets = library.unread | {Target(target.kind) for target in library.unread if target.kind not in {PAGE, REPORT}}
    named = {entry.id for entry in library.settings.vocabulary.kinds} | {PAGE}
    return frozenset(
        addresses.page_file(target)
        for target in targets
        if target.kind in named or (target.kind == REPORT and library.settings.report(target.id))
    )


def nearest_page(wrong: str, known: Iterable[str]) -> str | None:
    """Find the page that was probably meant; what all names share, their suffix, says nothing."""
    by_stem = {page.removesuffix(".md"): page for page in known}
    close = get_close_matches(wrong.removesuffix(".md"), list(by_stem))
    return by_stem[close[0]] if close else None


def pages_say_something(library: Library, addresses: Addresses) -> Iterator[Finding]:  # noqa: ARG001 - rules are alike
    """Tell a page written by hand that has a head and nothing under it."""
    for page in library.pages.values():
        if not page.meta.draft and not _COMMENT.sub("", page.file.body).strip():
            message, hint = "Trang chưa có nội dung nào.", "Viết nội dung dưới phần đầu trang, hoặc xóa trang."
            yield Finding(page.file.name, 1, 1, Code.PAGE_EMPTY, message, hint)


def addresses_differ(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a page written by hand that stands where a generated page stands, and a report that stands on a record."""
    for target in reports(library):
        taken = find_generated(library, addresses, addresses.page_file(target))
        if taken is not None and taken.kind != REPORT:
            vocabulary = library.settings.name(library.settings.data_dir / "vocabulary" / "reports.yml")
            message = f"Trang “{target.id}” trùng địa chỉ với trang của bản ghi: {addresses.page_address(target)}"
            yield Finding(vocabulary, 1, 1, Code.PAGE_COLLISION, message, "Đổi “slug” của trang này.")
    for path, page in library.pages.items():
        generated = find_generated(library, addresses, path)
        if generated is not None:
            yield Finding(
                page.file.name,
                1,
                1,
                Code.PAGE_COLLISION,
                f"Trang này trùng địa chỉ với trang sinh từ dữ liệu: {addresses.page_address(generated)}",
                "Đổi tên hoặc chuyển trang viết tay sang thư mục khác.",
            )


def navigation_leads_somewhere(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell an entry of the navigation whose page is not there."""
    unread = unread_pages(library, addresses)
    for entry in library.settings.navigation:
        if entry.page in unread or entry.page.startswith(("http://", "https://")):
            continue
        if find_page(library, addresses, entry.page) is not None:
            continue
        known = {*library.pages, *generated_pages(library, addresses), *unread}
        close = nearest_page(entry.page, sorted(known))
        yield Finding(
            library.settings.name(library.settings.config_file),
            entry.line,
            entry.column,
            Code.NAVIGATION_MISSING,
            f"Mục điều hướng trỏ tới “{entry.page}” nhưng không có trang đó.",
            f"Có phải là “{close}”?" if close else "Bỏ mục này, hoặc tạo trang.",
        )


def pages_can_be_found(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a page written by hand, an index or a report that the navigation does not name."""
    named = {entry.page for entry in library.settings.navigation}
    if not named:
        return
    configuration = library.settings.name(library.settings.config_file)
    for path, page in library.pages.items():
        if path not in named and not page.meta.draft and find_generated(library, addresses, path) is None:
            yield Finding(
                page.file.name,
                1,
                1,
                Code.NAVIGATION_OMITTED,
                "Trang này chưa có trong điều hướng, người đọc khó tìm thấy.",
                f"Thêm “{path}” vào mục nav của {configuration}.",
            )
    for target in (*(Target(kind) for kind in published(library).kinds()), *reports(library)):
        path = addresses.page_file(target)
        if path not in named and explained_kind(target.id) is None:  # those are listed by a page of their own
            yield Finding(
                configuration,
                1,
                1,
                Code.NAVIGATION_OMITTED,
                f"Trang “{path}” dựng từ dữ liệu chưa có trong điều hướng.",
                f"Thêm “{path}” vào mục nav.",
            )
