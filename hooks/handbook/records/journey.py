"""The journey: a way with a beginning and an end, step by step, over several pages. One file, journey.yml.

A page that belongs to a step shows where its reader is.
"""

from typing import Annotated

from pydantic import AfterValidator, Field

from handbook.reading.fields import Model, Text, Whole, unique_ids
from handbook.records.destination import Destination, Pointer
from handbook.records.shared import Identified


class Step(Identified):
    """A step of the journey."""

    title: Text = Field(title="Tên bước", description="Động từ và việc, ngắn, ví dụ Giao việc chuẩn bị.", max_length=80)
    when: Text | None = Field(default=None, title="Khi nào", description="Khi nào làm, vài chữ.", max_length=120)
    text: Text = Field(title="Làm gì", description="Một, hai câu về việc của bước này.", max_length=400)
    pages: tuple[Destination, ...] = Field(
        default=(),
        title="Trang của bước",
        description="Những trang thuộc hẳn bước này; mỗi trang chỉ thuộc một bước. Đầu trang sẽ ghi đang ở bước nào.",
    )
    see: tuple[Pointer, ...] = Field(
        default=(), title="Xem thêm", description="Việc trong bảng kiểm, điển hình, trang khác giúp làm bước này."
    )


class Journey(Model):
    """All steps in order."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    steps: Annotated[tuple[Step, ...], Field(min_length=2), AfterValidator(unique_ids("bước"))] = Field(
        title="Các bước", description="Các bước theo thứ tự làm."
    )
