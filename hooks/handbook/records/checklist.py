"""The checklist: phases of things to do, who does them, when, what proves them, and what each rests on."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handbook.reading.fields import Model, Text, refuse_repeats
from handbook.records.closed_lists import PhaseId, PlaceId, RoleId
from handbook.records.references import CriterionReference, DocumentReference, ProblemReference, StatementReference
from handbook.records.shared import Identified, Titled

Duty = Literal["must", "should"]

DUTY_WORDS: dict[Duty, str] = {"must": "Bắt buộc", "should": "Nên làm"}


class Item(Identified):
    """One thing to do."""

    text: Text = Field(title="Việc", description="Một câu bắt đầu bằng động từ.", max_length=300)
    duty: Duty = Field(title="Lực", description="must: bắt buộc, phải có điều làm căn cứ; should: nên làm.")
    roles: tuple[RoleId, ...] = Field(
        default=(), title="Ai làm", description="Id vai trò khai trong vocabulary/roles.yml."
    )
    who: Text | None = Field(
        default=None, title="Ai làm, nói rõ", description="Chỉ điền khi danh sách vai trò chưa nói hết."
    )
    when: Text | None = Field(
        default=None,
        title="Khi nào",
        description="Thời điểm hoặc hạn; con số thì dẫn tới điều, ví dụ ((hd-42#upload-lead)).",
    )
    proof: Text | None = Field(
        default=None, title="Minh chứng", description="Giấy tờ hay dấu vết cho thấy đã làm. Không rõ thì bỏ trống."
    )
    place: PlaceId | None = Field(
        default=None, title="Địa phương", description="Id địa phương nếu việc này chỉ có ở nơi đó."
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều việc này dựa vào, ví dụ hd-42#upload-lead."
    )
    criteria: tuple[CriterionReference, ...] = Field(
        default=(), title="Tiêu chí", description="Những tiêu chí việc này giúp đạt, ví dụ hd-42-2025#preparation."
    )
    problems: tuple[ProblemReference, ...] = Field(
        default=(), title="Khó khăn", description="Id những khó khăn mà việc này giúp gỡ."
    )
    notes: tuple[Text, ...] = Field(default=(), title="Ghi chú", description="Giải thích ngắn, mỗi ý một dòng.")


class Phase(Model):
    """A phase of the checklist."""

    phase: PhaseId = Field(title="Giai đoạn", description="Id giai đoạn khai trong vocabulary/phases.yml.")
    hint: Text | None = Field(default=None, title="Khi nào", description="Một dòng ngắn cạnh tên giai đoạn.")
    items: Annotated[tuple[Item, ...], Field(min_length=1)] = Field(
        title="Các việc", description="Các việc theo thứ tự làm."
    )


class Checklist(Titled):
    """A checklist."""

    summary: Text = Field(title="Tóm tắt", description="Một, hai câu: bảng kiểm dùng khi nào, cho ai.", max_length=400)
    documents: tuple[DocumentReference, ...] = Field(
        default=(), title="Căn cứ chính", description="Id các văn bản làm căn cứ chính."
    )
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)] = Field(
        title="Các giai đoạn", description="Trước, trong, sau buổi họp."
    )

    @model_validator(mode="after")
    def _ids_differ_in_the_whole_checklist(self) -> Self:
        ids: list[tuple[tuple[str | int, ...], str]] = []
        for number, phase in enumerate(self.phases):
            ids.append((("phases", number, "phase"), phase.phase))
            ids += [(("phases", number, "items", index, "id"), item.id) for index, item in enumerate(phase.items)]
        refuse_repeats(ids, "việc (hoặc giai đoạn)")
        return self
