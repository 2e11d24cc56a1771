"""What several kinds of record share: the base of a record, parts with an id, sentences with what they rest on."""

from typing import Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from handbook.reading.fields import ID_PATTERN, Day, Flag, Id, Model, Text, Whole
from handbook.records.closed_lists import OwnerId
from handbook.records.references import StatementReference

SCHEMA_VERSION = 1
"""The version of the models that records are written for; `migrate` brings older files up to it."""


class Identified(Model):
    """A part of a record that others may refer to."""

    id: Id = Field(title="Id", description="Tên ngắn không dấu, không đổi khi sửa câu chữ.")
    old_ids: tuple[Id, ...] = Field(
        default=(), title="Id cũ", description="Các id đã từng dùng, để liên kết cũ vẫn tới đúng chỗ."
    )


class OwnPart(str):
    """An id of a part of the very record that names it; whether the record has it is a rule."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read an id from text."""
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(strict=True, pattern=ID_PATTERN, max_length=80)
        )


class SupportedLine(Model):
    """A sentence with what it rests on."""

    text: Text = Field(title="Nội dung", description="Một ý, diễn đạt ngắn.", max_length=400)
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều ý này dựa vào."
    )


class Record(Model):
    """What every kind of record has."""

    schema_version: Whole = Field(
        title="Phiên bản mẫu",
        description="Luôn là 1 cho đến khi mẫu dữ liệu thay đổi.",
        ge=1,
        le=SCHEMA_VERSION,
    )
    draft: Flag = Field(
        default=False, title="Bản nháp", description="true khi chưa đăng: vẫn được kiểm tra, nhưng không có trang."
    )
    old_ids: tuple[Id, ...] = Field(
        default=(), title="Id cũ", description="Các tên tệp đã từng dùng; địa chỉ cũ tự dẫn sang trang này."
    )
    title: Text = Field(title="Tên", description="Tên đầy đủ, hiện làm tiêu đề trang.", max_length=300)
    reviewed_on: Day | None = Field(
        default=None,
        title="Ngày kiểm lại",
        description="Ngày gần nhất có người đọc lại cả bản ghi, dạng 2026-11-22.",
    )
    owner: OwnerId | None = Field(
        default=None, title="Người phụ trách", description="Id khai trong vocabulary/owners.yml: ai lo phần này."
    )
    review_every: Whole | None = Field(
        default=None,
        ge=1,
        le=60,
        title="Chu kỳ kiểm lại",
        description="Bao nhiêu tháng thì đọc lại một lần, tính từ “reviewed_on”; chưa có ngày ấy thì đến hạn ngay.",
    )
    source_unclear: tuple[Text, ...] = Field(
        default=(),
        title="Chỗ nguồn chưa rõ",
        description="Nêu chỗ nguồn tự mâu thuẫn hoặc thiếu (số không cộng đủ, hở giữa hai mức). "
        "Có mục này thì quy tắc kiểm tương ứng nhường bước.",
    )


class Titled(Record):
    """A record that is called by a short title in lists and trails."""

    short_title: Text = Field(title="Tên ngắn", description="Tên ngắn cho danh sách và đường dẫn trang.", max_length=80)
