"""The closed lists (vocabulary/): kinds and reports with their addresses, roles, phases, types of branch, places."""

from collections.abc import Callable
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Id, Model, Text, Whole, unique_ids

ReportId = Literal[
    "to-compare",
    "review",
    "codes",
    "changes",
    "journey",
    "downloads",
    "criteria-items",
    "problem-remedies",
    "topic-quarters",
    "outside-links",
    "fields",
    "fields-document",
    "fields-source",
    "fields-checklist",
    "fields-criteria",
    "fields-case",
    "fields-meeting",
    "fields-topic",
    "fields-problem",
    "fields-form",
    "fields-term",
]


class Entry(Model):
    """An entry of a closed list."""

    id: Id = Field(title="Id", description="Tên ngắn không dấu.")
    title: Text = Field(title="Tên", description="Tên hiện trên trang.")


class KindEntry(Entry):
    """How a kind of record is called on the site, and where its pages stand."""

    slug: Id = Field(title="Địa chỉ", description="Phần địa chỉ của loại này, ví dụ van-ban.")
    index_title: Text = Field(title="Tên trang danh mục", description="Tiêu đề của trang danh mục.")
    index_lead: Text = Field(title="Lời dẫn", description="Một, hai câu dưới tiêu đề trang danh mục.")


class ReportEntry(Model):
    """A page made from the whole library; without its entry it is not published."""

    id: ReportId = Field(
        title="Id",
        description="to-compare: điều còn phải đối chiếu; review: cần kiểm lại; "
        "codes: mã lỗi; changes: có gì mới; journey: từng bước một; "
        "downloads: các tệp để tải; criteria-items: tiêu chí và việc giúp đạt; problem-remedies: khó khăn và cách gỡ; "
        "topic-quarters: chuyên đề theo loại hình và quý; outside-links: liên kết ra ngoài; "
        "fields: các trang giải thích khóa của bản ghi; "
        "fields- kèm tên một loại, như fields-document: từng khóa của loại đó.",
    )
    slug: str = Field(
        title="Địa chỉ",
        description="Địa chỉ của trang, có thể có thư mục, ví dụ bien-tap/ma-loi.",
        pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)*$",
    )
    title: Text = Field(title="Tên trang", description="Tiêu đề của trang.")
    lead: Text = Field(title="Lời dẫn", description="Một, hai câu dưới tiêu đề.")


_Addressed = TypeVar("_Addressed", KindEntry, ReportEntry)


def _addresses_differ(what: str) -> Callable[[tuple[_Addressed, ...]], tuple[_Addressed, ...]]:
    """Make a check that no two entries share an address; `what` names them in Vietnamese."""

    def check(entries: tuple[_Addressed, ...]) -> tuple[_Addressed, ...]:
        first: dict[str, str] = {}
        for index, entry in enumerate(entries):
            if first.setdefault(entry.slug, entry.id) != entry.id:
                raise PydanticCustomError(
                    "slug",
                    "Hai {what} “{one}” và “{other}” cùng địa chỉ “{slug}”.",
                    {
                        "what": what,
                        "one": first[entry.slug],
                        "other": entry.id,
                        "slug": entry.slug,
                        "at": (index, "slug"),
                        "code": "page.collision",
                        "hint": f"Đổi “slug” của một {what}.",
                    },
                )
        return entries

    return check


class OwnerEntry(Entry):
    """Who looks after pages and records: a role or a group, not a private person."""

    account: str | None = Field(
        default=None,
        title="Tài khoản",
        description="Tên ở kho mã, ví dụ @nhom-bien-tap, để kho mã tự mời xem lại. Chưa có thì bỏ.",
        pattern=r"^@[\w./-]+$",
    )


class ProseEntry(Entry):
    """A rule of the house for prose: words that are not written, or how long a sentence may be."""

    title: Text = Field(title="Vì sao", description="Một câu nói vì sao, hiện trong lời báo lỗi.")
    words: tuple[Text, ...] = Field(default=(), title="Từ không dùng", description="Không phân biệt hoa, thường.")
    instead: Text | None = Field(default=None, title="Viết thay", description="Từ nên viết, nếu có một từ.")
    longest_sentence: Whole | None = Field(
        default=None, ge=8, le=200, title="Câu dài nhất", description="Một câu có nhiều nhất bấy nhiêu tiếng."
    )
    excepted: tuple[Text, ...] = Field(
        default=(), title="Tệp được miễn", description="Đường dẫn tính từ thư mục gốc, ví dụ docs/bien-tap.md."
    )


class PlaceEntry(Entry):
    """A place with rules of its own."""

    chip: Text = Field(title="Nhãn", description="Nhãn trên trang, ví dụ Riêng Lào Cai.")


_Entry = TypeVar("_Entry", bound=Entry | ReportEntry)


class EntryList(Model, Generic[_Entry]):
    """A file of the vocabulary."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    entries: Annotated[tuple[_Entry, ...], AfterValidator(unique_ids("mục"))] = Field(
        title="Danh sách", description="Các mục theo thứ tự hiện trên trang."
    )


class KindList(EntryList[KindEntry]):
    """The file of the kinds: no two of them may share an address."""

    entries: Annotated[
        tuple[KindEntry, ...], AfterValidator(unique_ids("loại")), AfterValidator(_addresses_differ("loại"))
    ] = Field(title="Danh sách", description="Các loại theo thứ tự hiện trên trang.")


class ReportList(EntryList[ReportEntry]):
    """The file of the pages made from the whole library: no two of them may share an address."""

    entries: Annotated[
        tuple[ReportEntry, ...], AfterValidator(unique_ids("trang")), AfterValidator(_addresses_differ("trang"))
    ] = Field(title="Danh sách", description="Các trang dựng từ toàn bộ dữ liệu.")


class Vocabulary(Model):
    """All closed lists. A list whose file is missing is empty."""

    kinds: tuple[KindEntry, ...] = ()
    roles: tuple[Entry, ...] = ()
    phases: tuple[Entry, ...] = ()
    branch_types: tuple[Entry, ...] = ()
    quarters: tuple[Entry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    owners: tuple[OwnerEntry, ...] = ()
    prose: tuple[ProseEntry, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
