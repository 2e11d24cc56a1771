"""The kind of meeting: what it is for, how long, how often, its deadlines and steps, and what it is prepared with."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Model, Text, Whole, refuse_repeats
from handbook.records.closed_lists import PhaseId, PlaceId, RoleId
from handbook.records.references import (
    Amount,
    ChecklistReference,
    DocumentReference,
    FormReference,
    ItemReference,
    ProblemReference,
    StatementReference,
    TableReference,
)
from handbook.records.shared import Identified, SupportedLine, Titled

Side = Literal["before", "after"]
DayCount = Literal["day", "working-day"]
DayOffRule = Literal["first-week"]
ShareOf = Literal["attendance", "vote", "speaking"]
Fraction = Literal["more-than-half", "two-thirds"]

SIDE_WORDS: dict[Side, str] = {"before": "Trước buổi họp", "after": "Sau buổi họp"}


class Recurrence(Model):
    """How often the meeting is held, for calendars."""

    every_months: Whole = Field(
        title="Mấy tháng một lần", description="1: hằng tháng; 3: mỗi quý; 12: mỗi năm.", ge=1, le=60
    )
    day: Amount | None = Field(
        default=None,
        title="Ngày trong tháng",
        description="Ngày, hoặc tham chiếu tới điều giữ con số. Bỏ trống khi không có ngày chung.",
    )
    on_day_off: DayOffRule | None = Field(
        default=None,
        title="Trùng ngày nghỉ thì",
        description="first-week: họp một ngày khác trong tuần đầu của tháng.",
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều nhịp này dựa vào."
    )


class Deadline(Identified):
    """Something that must be done by a day counted from the meeting."""

    text: Text = Field(title="Việc", description="Việc phải xong vào hạn này.", max_length=300)
    side: Side = Field(title="Phía", description="before: trước buổi họp; after: sau buổi họp.")
    days: Amount = Field(title="Số ngày", description="Số ngày, hoặc tham chiếu tới điều giữ con số.")
    counted_in: DayCount = Field(
        default="day", title="Cách đếm", description="day: ngày thường; working-day: ngày làm việc."
    )
    roles: tuple[RoleId, ...] = Field(
        default=(), title="Ai làm", description="Id vai trò khai trong vocabulary/roles.yml."
    )
    place: PlaceId | None = Field(
        default=None, title="Địa phương", description="Id địa phương nếu hạn này chỉ có ở nơi đó."
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều hạn này dựa vào."
    )


class Share(SupportedLine):
    """How many of those who count must come, agree or speak; what it is compared with is a percentage or a fraction."""

    of: ShareOf = Field(
        title="Của ai", description="attendance: người dự; vote: người tán thành; speaking: người phát biểu."
    )
    at_least: Amount | None = Field(
        default=None, title="Ít nhất bao nhiêu phần trăm", description="Số, hoặc tham chiếu tới điều giữ con số."
    )
    fraction: Fraction | None = Field(
        default=None, title="Phân số", description="more-than-half: hơn một nửa; two-thirds: ít nhất hai phần ba."
    )

    @model_validator(mode="after")
    def _says_one_amount(self) -> Self:
        if (self.at_least is None) == (self.fraction is None):
            raise PydanticCustomError(
                "share",
                "Một tỷ lệ cần đúng một mức: phần trăm hoặc phân số.",
                {"at": ("of",), "hint": "Điền “at_least” hoặc “fraction”, bỏ mục còn lại."},
            )
        return self


class Step(Identified):
    """A step of the meeting."""

    phase: PhaseId = Field(title="Giai đoạn", description="Id giai đoạn khai trong vocabulary/phases.yml.")
    text: Text = Field(title="Bước", description="Một câu bắt đầu bằng động từ.", max_length=300)
    roles: tuple[RoleId, ...] = Field(
        default=(), title="Ai làm", description="Id vai trò khai trong vocabulary/roles.yml."
    )
    minutes: Whole | None = Field(
        default=None,
        title="Số phút gợi ý",
        description="Gợi ý biên tập, không phải quy định. Điền cho mọi bước thì tổng phải đủ thời lượng tối thiểu.",
        ge=0,
        le=600,
    )
    items: tuple[ItemReference, ...] = Field(
        default=(), title="Việc trong bảng kiểm", description="Những việc của bảng kiểm làm nên bước này."
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều bước này dựa vào."
    )
    notes: tuple[Text, ...] = Field(default=(), title="Ghi chú", description="Giải thích ngắn, mỗi ý một dòng.")


class Meeting(Titled):
    """A kind of meeting."""

    summary: Text = Field(title="Tóm tắt", description="Một, hai câu: họp gì, để làm gì.", max_length=400)
    purpose: Text = Field(title="Mục đích", description="Buổi họp này để làm gì.", max_length=600)
    participants: tuple[Text, ...] = Field(default=(), title="Ai dự", description="Ai dự, ai chủ trì, ai không tính.")
    rhythm: SupportedLine | None = Field(default=None, title="Nhịp", description="Bao lâu một lần, vào ngày nào.")
    recurrence: Recurrence | None = Field(
        default=None, title="Lịch", description="Bao lâu một lần, ngày nào, để tính lịch cả năm."
    )
    shortest_duration: Amount | None = Field(
        default=None, title="Thời lượng tối thiểu", description="Số phút, hoặc tham chiếu tới điều giữ con số."
    )
    documents: tuple[DocumentReference, ...] = Field(
        default=(), title="Căn cứ chính", description="Id các văn bản làm căn cứ chính."
    )
    deadlines: tuple[Deadline, ...] = Field(
        default=(),
        title="Các hạn",
        description="Theo thứ tự thời gian: xa nhất trước buổi họp đến xa nhất sau buổi họp.",
    )
    shares: tuple[Share, ...] = Field(
        default=(), title="Tỷ lệ", description="Bao nhiêu người dự, tán thành hoặc phát biểu thì đạt, để tính."
    )
    steps: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(
        title="Các bước", description="Các bước theo thứ tự làm."
    )
    on_paper: tuple[SupportedLine, ...] = Field(
        default=(), title="Phải có trên giấy", description="Giấy tờ buổi họp phải có."
    )
    not_allowed: tuple[SupportedLine, ...] = Field(
        default=(), title="Không được làm", description="Những điều không được làm."
    )
    problems: tuple[ProblemReference, ...] = Field(
        default=(), title="Khó khăn hay gặp", description="Id các khó khăn hay gặp ở buổi họp này."
    )
    checklists: tuple[ChecklistReference, ...] = Field(
        default=(), title="Bảng kiểm", description="Id các bảng kiểm dùng cho buổi họp này."
    )
    forms: tuple[FormReference, ...] = Field(
        default=(), title="Biểu mẫu", description="Id các biểu mẫu dùng cho buổi họp này."
    )
    criteria: tuple[TableReference, ...] = Field(
        default=(), title="Bảng chấm", description="Id các bảng chấm dùng cho buổi họp này."
    )

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids: list[tuple[tuple[str | int, ...], str]] = [
            (("deadlines", index, "id"), deadline.id) for index, deadline in enumerate(self.deadlines)
        ]
        ids += [(("steps", index, "id"), step.id) for index, step in enumerate(self.steps)]
        refuse_repeats(ids, "hạn hoặc bước")
        return self
