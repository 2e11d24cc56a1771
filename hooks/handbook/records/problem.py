"""The problem: how it shows, why it happens, what helps (in order of effort), and which criterion it costs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handbook.reading.fields import Text, refuse_repeats
from handbook.records.references import CaseReference, CriterionReference, ItemReference, StatementReference
from handbook.records.shared import Identified, SupportedLine, Titled

Effort = Literal["low", "medium", "high"]

EFFORT_WORDS: dict[Effort, str] = {
    "low": "Làm được ngay",
    "medium": "Cần chuẩn bị",
    "high": "Cần cấp trên hoặc nhiều tháng",
}
EFFORT_ORDER: tuple[Effort, ...] = ("low", "medium", "high")


class Remedy(Identified):
    """Something that helps."""

    text: Text = Field(title="Cách làm", description="Một câu bắt đầu bằng động từ.", max_length=400)
    effort: Effort = Field(
        title="Công sức", description="low: làm được ngay; medium: cần chuẩn bị; high: cần cấp trên hoặc nhiều tháng."
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều nêu cách làm này."
    )
    items: tuple[ItemReference, ...] = Field(
        default=(), title="Việc trong bảng kiểm", description="Việc giúp thực hiện."
    )
    cases: tuple[CaseReference, ...] = Field(default=(), title="Điển hình", description="Nơi đã làm.")


class Problem(Titled):
    """A problem."""

    summary: Text = Field(title="Tóm tắt", description="Một câu: khó khăn gì.", max_length=400)
    signs: Annotated[tuple[SupportedLine, ...], Field(min_length=1)] = Field(
        title="Dấu hiệu", description="Nhìn vào đâu thì biết."
    )
    causes: tuple[SupportedLine, ...] = Field(default=(), title="Nguyên nhân", description="Vì sao xảy ra, theo nguồn.")
    remedies: Annotated[tuple[Remedy, ...], Field(min_length=1)] = Field(title="Cách gỡ", description="Từ dễ đến khó.")
    words: tuple[Text, ...] = Field(
        default=(), title="Lời chủ trì có thể dùng", description="Câu ngắn để gợi mở hoặc cắt; gợi ý biên tập."
    )
    criteria: tuple[CriterionReference, ...] = Field(
        default=(), title="Mất điểm ở đâu", description="Những tiêu chí bị ảnh hưởng."
    )

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        refuse_repeats(
            ((("remedies", index, "id"), remedy.id) for index, remedy in enumerate(self.remedies)), "cách gỡ"
        )
        return self
