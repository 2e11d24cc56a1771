"""What people call things when they search: everyday words for a page that says it otherwise. One file, asked.yml.

Search finds the pages by them; no page prints them.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from handbook.reading.fields import Model, Text, Whole
from handbook.records.destination import SLUG, Destination

Phrase = Annotated[Text, Field(max_length=80)]


class WholePage(Destination):
    """Leads to a record or a page, never to a part of one: search finds pages."""

    pattern: ClassVar[str] = rf"^(({SLUG}:)?{SLUG}|([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.md)$"
    form: ClassVar[str] = "id của bản ghi, hoặc đường dẫn của trang: thu-muc/trang.md"


class AskedPage(Model):
    """A page with the words that people ask for it by."""

    to: WholePage = Field(
        title="Trang", description="Id bản ghi, hoặc đường dẫn trang, ví dụ dieu-hanh/mo-dau.md; không kèm #phần."
    )
    words: Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=12)] = Field(
        title="Người ta hỏi bằng chữ nào",
        description="Cụm chữ thường ngày mà trang thật sự trả lời, ví dụ họp chán, buồn ngủ. Không lặp lại tên trang.",
    )


class Asked(Model):
    """The file of all such pages."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    pages: Annotated[tuple[AskedPage, ...], Field(min_length=1)] = Field(
        title="Các trang", description="Mỗi trang một mục; ô tìm kiếm dùng những chữ này, không trang nào in ra."
    )
