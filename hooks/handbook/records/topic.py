"""The topic of a thematic meeting: the question to solve, how to discuss it, an outline, never a speech."""

from typing import Annotated

from pydantic import Field

from handbook.reading.fields import Model, Text, Whole
from handbook.records.closed_lists import BranchTypeId, QuarterId
from handbook.records.references import CaseReference, DocumentReference, StatementReference
from handbook.records.shared import SupportedLine, Titled


class Format(Model):
    """A way to hold the meeting."""

    text: Text = Field(title="Hình thức", description="Một hình thức tổ chức, diễn đạt ngắn.", max_length=300)
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Nơi đã làm theo hình thức này."
    )
    cases: tuple[CaseReference, ...] = Field(default=(), title="Điển hình", description="Id điển hình đã làm.")


class Portion(Model):
    """A portion of the meeting's time."""

    text: Text = Field(title="Phần", description="Phần việc, diễn đạt ngắn.", max_length=200)
    minutes: Whole = Field(title="Số phút gợi ý", description="Gợi ý biên tập, không phải quy định.", ge=1, le=600)


class Topic(Titled):
    """A topic."""

    summary: Text = Field(title="Tóm tắt", description="Một, hai câu: chuyên đề này giúp gì.", max_length=400)
    branch_types: Annotated[tuple[BranchTypeId, ...], Field(min_length=1)] = Field(
        title="Loại hình chi bộ", description="Id khai trong vocabulary/branch-types.yml."
    )
    quarters: tuple[QuarterId, ...] = Field(
        default=(), title="Quý", description="Id khai trong vocabulary/quarters.yml."
    )
    reasons: Annotated[tuple[SupportedLine, ...], Field(min_length=1)] = Field(
        title="Vì sao", description="Vì sao nên làm chuyên đề này."
    )
    question: Text = Field(
        title="Câu hỏi phải giải quyết",
        description="Một vấn đề cụ thể của chi bộ mà buổi họp phải trả lời.",
        max_length=400,
    )
    questions: Annotated[tuple[Text, ...], Field(min_length=3, max_length=5)] = Field(
        title="Câu hỏi thảo luận", description="Ba đến năm câu hỏi để đảng viên thảo luận."
    )
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = Field(
        title="Hình thức", description="Những hình thức có thể chọn."
    )
    outline: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        title="Dàn ý", description="Dàn ý đề dẫn, không phải bài nói."
    )
    time_plan: tuple[Portion, ...] = Field(
        default=(), title="Phân bổ thời gian", description="Gợi ý từng phần bao nhiêu phút."
    )
    documents: tuple[DocumentReference, ...] = Field(default=(), title="Văn bản", description="Id các văn bản nên đọc.")
    cases: tuple[CaseReference, ...] = Field(default=(), title="Điển hình", description="Id các điển hình nên xem.")
