"""What is overdue is told in time: as a warning, so that a build does not fail by itself on some later day."""

import dataclasses
from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity
from handbook.library.freshness import Review, citations, reviews
from handbook.library.library import Library
from handbook.rules.vocabulary import LIST_FILES
from handbook.text.formats import date


def reviews_are_in_time(library: Library) -> Iterator[Finding]:
    """Warn of a page or record that should have been read again before the day of the build."""
    today = library.settings.date
    for review in reviews(library):
        if review.is_overdue(today):
            place = review.file.place(("reviewed_on",) if review.due else ("review_every",))
            yield Finding(
                review.file.name,
                place.line,
                place.column,
                Code.REVIEW_OVERDUE,
                f"{_when(review)}.{_asked(library, review.owner)}",
                "Đọc lại, sửa chỗ không còn đúng, rồi ghi ngày đọc vào “reviewed_on”.",
                Severity.WARNING,
            )


def owners_of_pages_are_known(library: Library) -> Iterator[Finding]:
    """Tell the owner of a page written by hand that its list does not have; another rule does so for records."""
    known = [owner.id for owner in library.settings.vocabulary.owners]
    for page in library.pages.values():
        if page.meta.owner is not None and page.meta.owner not in known:
            place = page.file.place(("owner",))
            file = library.settings.name(library.settings.data_dir / LIST_FILES["owners"])
            message = f"“{page.meta.owner}” không có trong {file}."
            hint = f"Hiện có: {', '.join(known)}." if known else "Thêm một mục vào tệp ấy, hoặc bỏ “owner”."
            yield Finding(page.file.name, place.line, place.column, Code.VALUE_CHOICE, message, hint)


def check_freshness(library: Library) -> list[Finding]:
    """Give what is overdue and what cites a superseded document as errors, for a run that asks for exactly that."""
    overdue = [dataclasses.replace(one, severity=Severity.ERROR) for one in reviews_are_in_time(library)]
    cited = [
        Finding(
            one.file.name,
            one.place.line,
            one.place.column,
            Code.REVIEW_SUPERSEDED,
            f"Dẫn “{one.document.id}”, văn bản đã bị thay{f' từ {date(one.since)}' if one.since else ''}, "
            f"mà chưa đọc lại từ khi ấy.{_asked(library, one.owner)}",
            "Đọc lại theo văn bản mới, rồi ghi ngày đọc vào “reviewed_on”.",
        )
        for one in citations(library)
    ]
    return [*overdue, *cited]


def _when(review: Review) -> str:
    return f"Quá hạn kiểm lại từ {date(review.due)}" if review.due else "Có chu kỳ kiểm lại mà chưa kiểm lại lần nào"


def _asked(library: Library, owner: str) -> str:
    owners = library.settings.vocabulary.owners
    return next((f" Người phụ trách: {one.title}." for one in owners if one.id == owner), "")
