"""The form: a document to fill in, with its parts and fields, what each is for, and what it rests on."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Flag, Text, Whole, refuse_repeats
from handbook.records.closed_lists import PhaseId
from handbook.records.references import DocumentReference, MeetingReference, StatementReference
from handbook.records.shared import Identified, Titled

FieldKind = Literal["line", "lines", "number", "date", "choice", "table", "signature"]
Look = Literal["official", "working"]

Slot = Literal["parent-organisation", "branch", "number", "place-date", "subject", "recipients"]

LOOK_WORDS: dict[Look, str] = {"official": "Văn bản để lưu", "working": "Phiếu làm việc"}


class FormField(Identified):
    """Something to fill in."""

    label: Text = Field(title="Nhãn", description="Chữ in trước chỗ điền.", max_length=160)
    kind: FieldKind = Field(
        title="Kiểu",
        description="line: một dòng; lines: nhiều dòng; number: số; date: ngày; choice: chọn; table: bảng; "
        "signature: chữ ký.",
    )
    help: Text | None = Field(default=None, title="Giải thích", description="Điền gì, lấy ở đâu.", max_length=400)
    options: tuple[Text, ...] = Field(default=(), title="Lựa chọn", description="Các lựa chọn, khi kiểu là choice.")
    columns: tuple[Text, ...] = Field(default=(), title="Cột", description="Tên các cột, khi kiểu là table.")
    rows: Whole | None = Field(
        default=None, title="Số dòng", description="Số dòng trống, khi là lines hoặc table.", ge=1, le=60
    )
    slot: Slot | None = Field(
        default=None,
        title="Chỗ trong thể thức",
        description="Chỗ của mục này trên văn bản để lưu: parent-organisation: cấp trên; branch: chi bộ; number: số; "
        "place-date: địa danh, ngày; subject: trích yếu; recipients: nơi nhận. Mục khác thì bỏ trống.",
    )
    optional: Flag = Field(default=False, title="Nếu có", description="true khi chỉ điền nếu có.")
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều yêu cầu mục này."
    )

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.kind == "table") != bool(self.columns):
            raise PydanticCustomError(
                "columns",
                "Chỉ mục kiểu bảng mới có tên cột, và phải có.",
                {"at": ("kind",), "hint": "Thêm “columns”, hoặc đổi “kind”."},
            )
        if (self.kind == "choice") != bool(self.options):
            raise PydanticCustomError(
                "options",
                "Chỉ mục kiểu chọn mới có lựa chọn, và phải có.",
                {"at": ("kind",), "hint": "Thêm “options”, hoặc đổi “kind”."},
            )
        return self


class FormPart(Identified):
    """A part of the form."""

    title: Text = Field(title="Phần", description="Tên phần.", max_length=160)
    intro: Text | None = Field(default=None, title="Lời dẫn", description="Một câu in dưới tên phần.", max_length=400)
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)] = Field(
        title="Các mục", description="Các chỗ điền, theo thứ tự."
    )


class Form(Titled):
    """A form."""

    summary: Text = Field(title="Tóm tắt", description="Một, hai câu: dùng khi nào, ai điền.", max_length=400)
    look: Look = Field(
        title="Loại giấy", description="official: văn bản để lưu theo thể thức; working: phiếu làm việc."
    )
    type_name: Text | None = Field(
        default=None, title="Tên loại", description="Tên loại văn bản in giữa trang, ví dụ Biên bản.", max_length=80
    )
    symbol: Text | None = Field(
        default=None, title="Ký hiệu", description="Ký hiệu sau số, ví dụ BB/CB.", max_length=20
    )
    phase: PhaseId | None = Field(
        default=None,
        title="Giai đoạn",
        description="Id giai đoạn dùng mẫu này (vocabulary/phases.yml), để xếp trong trọn bộ của buổi họp.",
    )
    meetings: tuple[MeetingReference, ...] = Field(
        default=(), title="Buổi họp", description="Id các buổi họp dùng mẫu này."
    )
    documents: tuple[DocumentReference, ...] = Field(
        default=(), title="Căn cứ chính", description="Id các văn bản làm căn cứ."
    )
    parts: Annotated[tuple[FormPart, ...], Field(min_length=1)] = Field(
        title="Các phần", description="Các phần, theo thứ tự."
    )
    notes: tuple[Text, ...] = Field(default=(), title="Lưu ý khi điền", description="Mỗi ý một dòng.")

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids: list[tuple[tuple[str | int, ...], str]] = []
        for number, part in enumerate(self.parts):
            ids.append((("parts", number, "id"), part.id))
            ids += [(("parts", number, "fields", index, "id"), field.id) for index, field in enumerate(part.fields)]
        refuse_repeats(ids, "mục")
        return self
