"""What is new: changes that readers notice, each with its day and where to look. One file, changes.yml."""

from typing import Annotated

from pydantic import Field

from handbook.reading.fields import Day, Model, Text, Whole
from handbook.records.destination import Pointer


class Change(Model):
    """One change."""

    date: Day = Field(title="Ngày", description="Ngày thay đổi, dạng 2026-11-22; không sau ngày dựng trang.")
    text: Text = Field(
        title="Điều mới", description="Một, hai câu: người đọc thấy gì mới, dùng vào việc gì.", max_length=400
    )
    see: tuple[Pointer, ...] = Field(default=(), title="Xem", description="Những trang, bản ghi liên quan.")


class Changes(Model):
    """The file of all changes."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    changes: Annotated[tuple[Change, ...], Field(min_length=1)] = Field(
        title="Các thay đổi", description="Viết thêm ở đầu danh sách; trang tự xếp mới nhất lên trước."
    )
