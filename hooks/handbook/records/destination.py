"""Where a link of the changes or of the journey leads: to a record, a part of one, or a page of the site.

Pages are named by their file inside docs/, generated ones too; whether there is one is a rule.
"""

from typing import ClassVar

from pydantic import Field

from handbook.reading.fields import Model, Text
from handbook.records.references import Reference

PAGE_SUFFIX = ".md"
SLUG = "[a-z][a-z0-9-]*"


class Destination(Reference):
    """Leads to a record, written `id` or `id#part`, or to a page, written `folder/page.md`, an `#anchor` if wanted."""

    pattern: ClassVar[str] = rf"^(({SLUG}:)?{SLUG}|([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.md)(#{SLUG})?$"
    form: ClassVar[str] = "id của bản ghi (có thể kèm #phần), hoặc đường dẫn của trang: thu-muc/trang.md"

    @property
    def names_page(self) -> bool:
        """Tell whether it names a page by its file."""
        return self.id.endswith(PAGE_SUFFIX)


class Pointer(Model):
    """A link with words of its own, where the name of what it leads to says too little."""

    to: Destination = Field(
        title="Dẫn tới",
        description="Id bản ghi (có thể kèm #phần), hoặc đường dẫn trang, ví dụ quy-trinh/index.md.",
    )
    words: Text | None = Field(default=None, title="Chữ hiện ra", description="Bỏ trống thì dùng tên của nơi dẫn tới.")
