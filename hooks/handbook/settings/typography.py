"""How official papers are set: every margin, size and gap, typed once or read from the statement that holds it.

Here is only what handbook.yml says. Whether a statement is there and holds a number is a rule; what comes out stands in
the views. Without the key, papers are set plainly.
"""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field, Strict
from pydantic_core import PydanticCustomError

from handbook.reading.fields import PART_PATTERN, RECORD_PATTERN, Model, Number, Text

LARGEST = 60
"""No margin (mm) and no size or gap (pt) is larger: what is, would leave no room for the text of an A4 page."""


def _names_a_statement(text: str) -> str:
    if re.fullmatch(RECORD_PATTERN + PART_PATTERN, text) is None:
        raise PydanticCustomError(
            "measure",
            "“{text}” không phải con số, cũng không dẫn tới điều nào.",
            {
                "text": text,
                "code": "reference.malformed",
                "hint": "Viết con số, hoặc id văn bản, dấu # rồi id của điều giữ con số: van-ban#dieu.",
            },
        )
    return text


StatementId = Annotated[str, Strict(), AfterValidator(_names_a_statement)]
Measure = Number | StatementId
"""A number, or `id#statement` where a statement holds it."""

_MILLIMETRES = "Số milimét, hoặc van-ban#dieu giữ con số."
_POINTS = "Số point, hoặc van-ban#dieu giữ con số."

WORDS = frozenset({"heading", "branch_mark", "abstract_mark", "font"})
"""The fields that are words; all others are measures."""


class Typography(Model):
    """How official papers are set; what is left out is set plainly."""

    heading: Text | None = Field(
        default=None, title="Tiêu đề góc phải", description="Dòng in đậm ở góc phải đầu văn bản, có kẻ ngang bên dưới."
    )
    branch_mark: Text | None = Field(
        default=None, title="Dấu dưới tên đơn vị", description="Dấu in dưới tên đơn vị ra văn bản, ví dụ dấu sao."
    )
    abstract_mark: Text | None = Field(
        default=None, title="Dấu dưới trích yếu", description="Dấu in dưới trích yếu, ví dụ hàng gạch ngắn."
    )
    font: Text = Field(
        default="Times New Roman", title="Phông chữ", description="Tên phông của văn bản để lưu, như trong Word."
    )
    margin_top: Measure = Field(default=20, title="Lề trên", description=_MILLIMETRES)
    margin_bottom: Measure = Field(default=20, title="Lề dưới", description=_MILLIMETRES)
    margin_left: Measure = Field(default=25, title="Lề trái", description=_MILLIMETRES)
    margin_right: Measure = Field(default=20, title="Lề phải", description=_MILLIMETRES)
    page_number_top: Measure = Field(default=10, title="Số trang cách mép trên", description=_MILLIMETRES)
    page_number_size: Measure = Field(default=12, title="Cỡ số trang", description=_POINTS)
    heading_size: Measure = Field(default=13, title="Cỡ tiêu đề góc phải", description=_POINTS)
    parent_size: Measure = Field(default=13, title="Cỡ tên cấp trên", description=_POINTS)
    branch_size: Measure = Field(default=13, title="Cỡ tên đơn vị", description=_POINTS)
    number_size: Measure = Field(default=13, title="Cỡ số, ký hiệu", description=_POINTS)
    place_date_size: Measure = Field(default=13, title="Cỡ địa danh, ngày", description=_POINTS)
    type_size: Measure = Field(default=14, title="Cỡ tên loại", description=_POINTS)
    abstract_size: Measure = Field(default=13, title="Cỡ trích yếu", description=_POINTS)
    body_size: Measure = Field(default=13, title="Cỡ nội dung", description=_POINTS)
    line_gap: Measure = Field(default=18, title="Giãn dòng", description=f"Khoảng cách cố định. {_POINTS}")
    paragraph_gap: Measure = Field(default=6, title="Khoảng cách đoạn", description=_POINTS)
    indent: Measure = Field(default=10, title="Lùi đầu đoạn", description=_MILLIMETRES)
    sign_size: Measure = Field(default=13, title="Cỡ chữ chỗ ký", description=_POINTS)
    recipients_head_size: Measure = Field(default=13, title="Cỡ chữ “Nơi nhận”", description=_POINTS)
    recipients_size: Measure = Field(default=11, title="Cỡ danh sách nơi nhận", description=_POINTS)


def measures(typography: Typography) -> Iterator[tuple[str, Measure]]:
    """Give every measure as written, by its name."""
    for name in Typography.model_fields:
        if name not in WORDS:
            yield name, getattr(typography, name)
