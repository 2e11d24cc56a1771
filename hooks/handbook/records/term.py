"""The term: a word or abbreviation, what it means in plain words, how else it is written."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Flag, Text
from handbook.records.references import StatementReference, TermReference
from handbook.records.shared import Record


class Term(Record):
    """A term; its title is the word itself."""

    meaning: Text = Field(title="Nghĩa", description="Giải thích bằng lời dễ hiểu, một hai câu.", max_length=400)
    abbreviations: tuple[Text, ...] = Field(default=(), title="Viết tắt", description="Các chữ viết tắt.")
    spellings: tuple[Text, ...] = Field(default=(), title="Cách viết khác", description="Cách gọi, cách viết khác.")
    explained: Flag = Field(
        default=True,
        title="Giải thích trong bài",
        description="false cho từ mà người đọc nào cũng biết: vẫn có trang riêng, nhưng không gạch chân trong bài.",
    )
    statements: tuple[StatementReference, ...] = Field(
        default=(), title="Căn cứ", description="Những điều nêu nghĩa này."
    )
    related: tuple[TermReference, ...] = Field(default=(), title="Xem thêm", description="Id các thuật ngữ liên quan.")

    @model_validator(mode="after")
    def _each_writing_stands_once(self) -> Self:
        writings = [self.title, *self.abbreviations, *self.spellings]
        if len({writing.casefold() for writing in writings}) < len(writings):
            raise PydanticCustomError(
                "writings", "Có cách viết lặp lại.", {"at": ("title",), "hint": "Mỗi cách viết chỉ ghi một lần."}
            )
        return self
