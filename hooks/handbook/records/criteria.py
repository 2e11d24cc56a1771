"""The scoring table: criteria with points or levels, the bands of the total, extra conditions, and where it applies."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Model, Text, refuse_repeats
from handbook.records.closed_lists import PlaceId
from handbook.records.references import Amount, CriterionReference, DocumentReference, StatementReference
from handbook.records.shared import Identified, OwnPart, SupportedLine, Titled

Standing = Literal["current", "historical"]

STANDING_WORDS: dict[Standing, str] = {"current": "Đang dùng", "historical": "Để tra cứu, không dùng chấm nữa"}


class Level(Model):
    """A level of a criterion: when it is reached and what it earns."""

    when: Text = Field(title="Khi", description="Khi nào đạt mức này.")
    points: Amount = Field(title="Điểm", description="Số điểm của mức, hoặc tham chiếu tới điều giữ con số.")


class Part(Identified):
    """A part of a criterion with points of its own."""

    number: Text = Field(title="Số thứ tự", description="Số thứ tự như trong bảng, ví dụ 3.1.", max_length=10)
    text: Text = Field(title="Nội dung", description="Nội dung, diễn đạt ngắn.", max_length=400)
    points: Amount | None = Field(
        default=None,
        title="Điểm tối đa",
        description="Số điểm, hoặc tham chiếu tới điều giữ con số. Bỏ trống khi bảng không cho điểm.",
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều mục này dựa vào."
    )
    elaborates: CriterionReference | None = Field(
        default=None,
        title="Cụ thể hóa tiêu chí",
        description="Tiêu chí của bảng chung mà mục này chia nhỏ, ví dụ hd-42-2025#preparation; "
        "việc nào giúp đạt tiêu chí ấy thì giúp đạt mục này.",
    )
    levels: tuple[Level, ...] = Field(default=(), title="Các mức", description="Các mức điểm, từ cao xuống thấp.")
    applies_when: Text | None = Field(
        default=None,
        title="Chỉ chấm khi",
        description="Câu hỏi có hay không, khi mục này có kỳ mới chấm, ví dụ “Kỳ này có sinh hoạt chuyên đề không?”.",
        max_length=200,
    )
    meaning: Text | None = Field(
        default=None, title="Nghĩa là gì", description="Mục này hỏi điều gì, bằng lời dễ hiểu.", max_length=400
    )
    ways: tuple[Text, ...] = Field(
        default=(), title="Làm thế nào để đạt", description="Mỗi ý một việc, bắt đầu bằng động từ."
    )
    losses: tuple[SupportedLine, ...] = Field(
        default=(), title="Hay thiếu điểm vì", description="Những chỗ hay thiếu điểm, theo nguồn."
    )
    notes: tuple[Text, ...] = Field(default=(), title="Ghi chú", description="Giải thích ngắn, mỗi ý một dòng.")


class Criterion(Part):
    """A criterion."""

    parts: tuple[Part, ...] = Field(default=(), title="Các phần", description="Điểm thành phần, nếu bảng có chia.")


class Band(Model):
    """A grade and the range of the total that earns it."""

    title: Text = Field(title="Mức", description="Tên mức xếp loại.")
    at_least: Amount = Field(title="Từ", description="Điểm thấp nhất của mức này (tính cả).")
    below: Amount | None = Field(default=None, title="Dưới", description="Dưới điểm này. Mức cao nhất thì bỏ trống.")
    note: Text | None = Field(default=None, title="Điều kiện thêm", description="Điều kiện riêng của mức này.")
    needs_full: tuple[OwnPart, ...] = Field(
        default=(),
        title="Phải đạt điểm tối đa ở",
        description="Id những tiêu chí phải đạt điểm tối đa mới được mức này; thiếu một thì xuống mức liền sau.",
    )


class Step(Model):
    """A step of the scoring procedure."""

    text: Text = Field(title="Bước", description="Một câu bắt đầu bằng động từ.")
    place: PlaceId | None = Field(
        default=None, title="Địa phương", description="Id địa phương nếu bước này chỉ có ở nơi đó."
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều bước này dựa vào."
    )


class Criteria(Titled):
    """A scoring table."""

    summary: Text = Field(title="Tóm tắt", description="Một, hai câu: bảng chấm gì, ai chấm.", max_length=400)
    document: DocumentReference = Field(title="Văn bản", description="Id văn bản đặt ra bảng này.")
    standing: Standing = Field(title="Tình trạng", description="current: đang dùng; historical: để tra cứu.")
    place: PlaceId | None = Field(
        default=None, title="Địa phương", description="Id địa phương nếu bảng chỉ dùng ở một nơi."
    )
    total: Amount | None = Field(
        default=None, title="Tổng điểm", description="Tổng điểm của bảng. Bỏ trống khi bảng không cho điểm."
    )
    criteria: tuple[Criterion, ...] = Field(
        title="Các tiêu chí",
        description="Theo thứ tự trong văn bản. Chưa đọc được bảng chi tiết thì để trống: [].",
    )
    bands: tuple[Band, ...] = Field(default=(), title="Xếp loại", description="Các mức, từ cao xuống thấp.")
    bands_statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ xếp loại", description="Những điều nêu các mức xếp loại."
    )
    procedure: tuple[Step, ...] = Field(default=(), title="Cách chấm", description="Các bước chấm điểm.")

    @model_validator(mode="after")
    def _ids_differ_in_the_whole_table(self) -> Self:
        ids: list[tuple[tuple[str | int, ...], str]] = []
        for number, criterion in enumerate(self.criteria):
            ids.append((("criteria", number, "id"), criterion.id))
            ids += [(("criteria", number, "parts", index, "id"), part.id) for index, part in enumerate(criterion.parts)]
        refuse_repeats(ids, "tiêu chí")
        return self

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.criteria or self.bands or self.procedure):
            raise PydanticCustomError(
                "criteria",
                "Bảng này chưa nói gì: không có tiêu chí, mức xếp loại hay bước chấm nào.",
                {"at": ("criteria",), "hint": "Thêm “criteria”, “bands” hoặc “procedure”."},
            )
        return self
