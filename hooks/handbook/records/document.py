"""The official document: number, date, issuer, status, what it replaced, and what it says (statements)."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Day, Flag, Model, Text, Url
from handbook.records.closed_lists import PlaceId
from handbook.records.references import DocumentReference
from handbook.records.shared import Record
from handbook.records.statement import Seen, Statements

Status = Literal["in_force", "superseded", "unclear"]
Relation = Literal["stated", "inferred"]

STATUS_WORDS: dict[Status, str] = {
    "in_force": "Còn hiệu lực",
    "superseded": "Đã bị thay thế",
    "unclear": "Chưa rõ hiệu lực",
}
RELATION_WORDS: dict[Relation, str] = {
    "stated": "có nguồn nói rõ",
    "inferred": "suy theo trích yếu, chưa đọc được câu thay thế",
}


class Replacement(Model):
    """An older document that this one takes the place of."""

    document: DocumentReference = Field(title="Văn bản cũ", description="Id của văn bản bị thay thế.")
    relation: Relation = Field(
        title="Căn cứ",
        description="stated: có nguồn nói rõ việc thay thế; inferred: suy theo trích yếu, chưa đọc được câu thay thế.",
    )
    note: Text | None = Field(default=None, title="Ghi chú", description="Nói rõ hơn về việc thay thế.")


class Copy(Model):
    """Where readers can try to open the text."""

    url: Url = Field(title="Địa chỉ", description="Địa chỉ http hoặc https của bản đăng.")
    opened: Flag = Field(title="Đã mở được", description="true khi người biên tập đã mở được toàn văn ở địa chỉ này.")
    note: Text | None = Field(default=None, title="Ghi chú", description="Đây là bản gì, thiếu gì.")


class Document(Record):
    """An official document."""

    number: Text = Field(title="Số hiệu", description="Số hiệu đầy đủ, ví dụ 42-HD/BTCTW.", max_length=80)
    called: Text | None = Field(
        default=None,
        title="Gọi tắt",
        description="Chỉ điền khi trùng số với văn bản khác: số hiệu kèm năm, ví dụ 12-HD/BTCTW (2018).",
        max_length=80,
    )
    issuer: Text = Field(title="Cơ quan ban hành", description="Tên cơ quan ban hành.")
    issued_on: Day | None = Field(
        default=None, title="Ngày ban hành", description="Dạng 2025-10-28. Chưa rõ thì bỏ trống và ghi ở “issued_note”."
    )
    issued_note: Text | None = Field(
        default=None, title="Ghi chú về ngày", description="Vì sao chưa có ngày, hoặc các nguồn ghi khác nhau ra sao."
    )
    place: PlaceId | None = Field(
        default=None,
        title="Địa phương",
        description="Id địa phương nếu văn bản chỉ áp dụng ở một nơi; bỏ trống nếu là văn bản Trung ương.",
    )
    status: Status = Field(
        title="Hiệu lực", description="in_force: còn hiệu lực; superseded: đã bị thay thế; unclear: chưa rõ."
    )
    status_note: Text | None = Field(
        default=None, title="Ghi chú hiệu lực", description="Vì sao xếp như vậy, còn phải kiểm gì."
    )
    supersedes: tuple[Replacement, ...] = Field(
        default=(), title="Thay thế cho", description="Những văn bản cũ mà văn bản này thay."
    )
    seen_in: tuple[Seen, ...] = Field(
        default=(), title="Đã thấy ở đâu", description="Nguồn đã thấy số hiệu, ngày, cơ quan, trích yếu."
    )
    copies: tuple[Copy, ...] = Field(default=(), title="Bản đăng", description="Nơi người đọc có thể mở toàn văn.")
    to_check: tuple[Text, ...] = Field(
        default=(), title="Cần kiểm trước khi dùng", description="Những điều phải mở toàn văn mới trả lời được."
    )
    statements: Statements = Field(
        default=(), title="Các điều", description="Những điều văn bản nêu, mỗi điều một mục."
    )

    @property
    def short_name(self) -> str:
        """Give what the document is called where it stands without its title."""
        return self.called or self.number

    @model_validator(mode="after")
    def _a_missing_date_is_explained(self) -> Self:
        if self.issued_on is None and self.issued_note is None:
            raise PydanticCustomError(
                "issued",
                "Văn bản chưa có ngày ban hành.",
                {"code": "value.missing", "hint": "Điền “issued_on”, hoặc nói ở “issued_note” vì sao chưa có."},
            )
        return self
