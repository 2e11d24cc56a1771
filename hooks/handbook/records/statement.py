"""Statements: where facts live. Documents and sources hold them; everything else refers to them.

How sure a statement is, is computed by the library from where it was seen and never typed.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Day, Flag, Model, Number, Text, unique_ids
from handbook.records.closed_lists import UnitId
from handbook.records.references import SourceReference
from handbook.records.shared import Identified

VALUE_MARK = "{value}"

Extent = Literal["full", "excerpt", "report", "mentioned"]
Qualifier = Literal["about", "over", "nearly"]

EXTENT_WORDS: dict[Extent, str] = {
    "full": "đọc trọn văn bản",
    "excerpt": "đọc đoạn trích nguyên văn",
    "report": "nguồn thuật lại",
    "mentioned": "nguồn chỉ nhắc tên",
}
QUALIFIER_WORDS: dict[Qualifier, str] = {"about": "khoảng", "over": "hơn", "nearly": "gần"}


class Seen(Model):
    """One place where a statement was seen."""

    source: SourceReference = Field(title="Nguồn", description="Id của nguồn (thư mục sources) nơi đã thấy điều này.")
    extent: Extent = Field(
        title="Đọc được đến đâu",
        description="full: đọc trọn văn bản chính thức; excerpt: đọc đoạn trích nguyên văn; "
        "report: nguồn thuật lại; mentioned: chỉ nhắc tên.",
    )
    checked_on: Day = Field(title="Ngày đối chiếu", description="Ngày đã mở nguồn để đối chiếu, dạng 2026-11-22.")
    differs: Flag = Field(
        default=False, title="Nguồn nói khác", description="true khi nguồn này ghi khác điều đang nêu."
    )
    note: Text | None = Field(default=None, title="Ghi chú", description="Nguồn nói gì khác, hoặc vị trí trong nguồn.")


class Value(Model):
    """A number with its unit; printed wherever the statement is referred to."""

    amount: Number = Field(title="Số", description="Con số, viết kiểu 90 hoặc 94.44 (dấu chấm thập phân).")
    unit: UnitId = Field(title="Đơn vị", description="Id đơn vị khai trong handbook.yml, ví dụ minute.")
    qualifier: Qualifier | None = Field(
        default=None, title="Mức độ", description="about: khoảng; over: hơn; nearly: gần. Bỏ trống khi là số đúng."
    )


class Statement(Identified):
    """One fact in our own words, with its number, its place in the text and where it was seen."""

    text: Text = Field(
        title="Nội dung",
        description="Diễn đạt lại ngắn gọn, không chép câu của nguồn. Có số thì viết {value} vào chỗ con số.",
        max_length=600,
    )
    value: Value | None = Field(
        default=None, title="Con số", description="Con số của điều này, để mọi nơi cùng đọc một chỗ."
    )
    place: Text | None = Field(
        default=None, title="Vị trí", description="Vị trí trong văn bản: điều, khoản, mục, phần."
    )
    seen_in: tuple[Seen, ...] = Field(
        default=(), title="Đã thấy ở đâu", description="Những nguồn đã đọc được điều này. Để trống là chưa đối chiếu."
    )
    note: Text | None = Field(default=None, title="Lưu ý", description="Điều người đọc cần biết trước khi dùng.")
    left_out: Text | None = Field(
        default=None, title="Lý do chưa dùng", description="Vì sao không trang nào dùng điều này (nếu cố ý để riêng)."
    )

    @model_validator(mode="after")
    def _value_stands_in_the_text(self) -> Self:
        marks = self.text.count(VALUE_MARK)
        if self.value is not None and marks != 1:
            raise PydanticCustomError(
                "value_mark",
                "Điều này có con số nhưng câu chữ chưa có đúng một chỗ {mark}.",
                {"at": ("text",), "mark": VALUE_MARK, "hint": f"Viết {VALUE_MARK} vào đúng chỗ con số trong “text”."},
            )
        if self.value is None and marks:
            raise PydanticCustomError(
                "value_mark",
                "Câu chữ có {mark} nhưng chưa khai con số.",
                {"at": ("text",), "mark": VALUE_MARK, "hint": "Thêm “value” với “amount” và “unit”."},
            )
        return self


Statements = Annotated[tuple[Statement, ...], AfterValidator(unique_ids("điều"))]
