"""The model branch: what a branch did and what came of it, as its source tells it, units and roles only."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Model, Text
from handbook.records.closed_lists import BranchTypeId
from handbook.records.references import CriterionReference, ProblemReference, StatementReference, TopicReference
from handbook.records.shared import SupportedLine, Titled


class CaseFact(Model):
    """A figure or fact of the branch: a statement's number, or words."""

    label: Text = Field(title="Tên", description="Tên ngắn, ví dụ Số đảng viên.", max_length=80)
    statement: StatementReference | None = Field(default=None, title="Điều", description="Điều giữ con số này.")
    text: Text | None = Field(
        default=None, title="Chữ", description="Lời nói khi không có con số; con số thì dẫn tới điều."
    )


class Comparison(Model):
    """Shares that may stand side by side as bars: the source says that all are of the same whole."""

    title: Text = Field(
        title="Tên biểu đồ", description="Các tỷ lệ này nói gì, tính trên tổng số nào theo nguồn.", max_length=160
    )
    facts: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(
        title="Số liệu so sánh",
        description="Tên (label) các số liệu trong “facts”. Chỉ gồm tỷ lệ phần trăm đúng số, mà nguồn cho biết "
        "tính trên cùng một cách; không rõ thì không so sánh.",
    )


class Case(Titled):
    """A model branch; the story stands under the front matter."""

    unit: Text = Field(title="Đơn vị", description="Tên đơn vị, không nêu tên người.", max_length=160)
    area: Text | None = Field(
        default=None, title="Địa bàn", description="Tỉnh, thành phố, để tìm; tên như nguồn ghi.", max_length=80
    )
    summary: Text = Field(title="Tóm tắt", description="Một câu: đơn vị nào, làm gì.", max_length=400)
    branch_types: Annotated[tuple[BranchTypeId, ...], Field(min_length=1)] = Field(
        title="Loại hình chi bộ", description="Id khai trong vocabulary/branch-types.yml."
    )
    period: Text = Field(title="Thời gian", description="Thời gian như nguồn ghi.")
    size: StatementReference | None = Field(
        default=None, title="Quy mô", description="Điều giữ số người của đơn vị, để tìm nơi lớn nhỏ như mình."
    )
    facts: tuple[CaseFact, ...] = Field(default=(), title="Số liệu", description="Số liệu đúng như nguồn ghi.")
    comparison: Comparison | None = Field(
        default=None, title="So sánh", description="Những tỷ lệ vẽ thành cột; chỉ khi nguồn cho biết so sánh được."
    )
    practices: Annotated[tuple[SupportedLine, ...], Field(min_length=1)] = Field(
        title="Đã làm gì", description="Những việc đã làm."
    )
    results: tuple[SupportedLine, ...] = Field(default=(), title="Kết quả", description="Kết quả như nguồn nêu.")
    lessons: tuple[SupportedLine, ...] = Field(
        default=(), title="Làm theo được gì", description="Điều chi bộ khác có thể làm theo."
    )
    limits: Annotated[tuple[SupportedLine, ...], Field(min_length=1)] = Field(
        title="Giới hạn của ví dụ này", description="Chỗ nguồn không nói, hoặc không còn hợp quy định nay."
    )
    criteria: tuple[CriterionReference, ...] = Field(
        default=(), title="Giúp được tiêu chí nào", description="Những tiêu chí cách làm này giúp đạt."
    )
    problems: tuple[ProblemReference, ...] = Field(
        default=(), title="Liên quan khó khăn nào", description="Id những khó khăn mà cách làm ở đây nhắm tới."
    )
    topics: tuple[TopicReference, ...] = Field(
        default=(), title="Dùng cho chuyên đề nào", description="Id những chuyên đề có thể lấy nơi này làm ví dụ."
    )

    @model_validator(mode="after")
    def _compares_its_facts(self) -> Self:
        labels = [fact.label for fact in self.facts]
        for index, label in enumerate(self.comparison.facts if self.comparison else ()):
            if labels.count(label) != 1:
                raise PydanticCustomError(
                    "comparison",
                    "Phải có đúng một số liệu tên “{label}”.",
                    {
                        "label": label,
                        "at": ("comparison", "facts", index),
                        "hint": "Chép đúng “label” của một mục trong “facts”; mỗi tên chỉ dùng cho một mục.",
                    },
                )
        return self
