"""The closed lists (vocabulary/): kinds with their addresses, roles, phases, types of branch, places."""

from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Id, Model, Text, Whole, unique_ids


class Entry(Model):
    """An entry of a closed list."""

    id: Id = Field(title="Id", description="Tên ngắn không dấu.")
    title: Text = Field(title="Tên", description="Tên hiện trên trang.")


class KindEntry(Entry):
    """How a kind of record is called on the site, and where its pages stand."""

    slug: Id = Field(title="Địa chỉ", description="Phần địa chỉ của loại này, ví dụ van-ban.")
    index_title: Text = Field(title="Tên trang danh mục", description="Tiêu đề của trang danh mục.")
    index_lead: Text = Field(title="Lời dẫn", description="Một, hai câu dưới tiêu đề trang danh mục.")


def _addresses_differ(kinds: tuple[KindEntry, ...]) -> tuple[KindEntry, ...]:
    first: dict[str, str] = {}
    for index, kind in enumerate(kinds):
        if first.setdefault(kind.slug, kind.id) != kind.id:
            raise PydanticCustomError(
                "slug",
                "Hai loại “{one}” và “{other}” cùng địa chỉ “{slug}”.",
                {
                    "one": first[kind.slug],
                    "other": kind.id,
                    "slug": kind.slug,
                    "at": (index, "slug"),
                    "code": "page.collision",
                    "hint": "Đổi “slug” của một loại.",
                },
            )
    return kinds


class PlaceEntry(Entry):
    """A place with rules of its own."""

    chip: Text = Field(title="Nhãn", description="Nhãn trên trang, ví dụ Riêng Lào Cai.")


_Entry = TypeVar("_Entry", bound=Entry)


class EntryList(Model, Generic[_Entry]):
    """A file of the vocabulary."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    entries: Annotated[tuple[_Entry, ...], AfterValidator(unique_ids("mục"))] = Field(
        title="Danh sách", description="Các mục theo thứ tự hiện trên trang."
    )


class KindList(EntryList[KindEntry]):
    """The file of the kinds: no two of them may share an address."""

    entries: Annotated[tuple[KindEntry, ...], AfterValidator(unique_ids("loại")), AfterValidator(_addresses_differ)] = (
        Field(title="Danh sách", description="Các loại theo thứ tự hiện trên trang.")
    )


class Vocabulary(Model):
    """All closed lists. A list whose file is missing is empty."""

    kinds: tuple[KindEntry, ...] = ()
    roles: tuple[Entry, ...] = ()
    phases: tuple[Entry, ...] = ()
    branch_types: tuple[Entry, ...] = ()
    quarters: tuple[Entry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
