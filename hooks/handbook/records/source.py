"""The source: an article or page that facts come from, who published it, how much of it was read, and what it says."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Day, Flag, Text, Url
from handbook.records.shared import Record
from handbook.records.statement import Statements

Nature = Literal["official", "legal", "press", "unit", "unpublished"]
Reading = Literal["full", "excerpt", "title"]

NATURE_WORDS: dict[Nature, str] = {
    "official": "Trang chính thức",
    "legal": "Trang pháp luật",
    "press": "Báo chí",
    "unit": "Trang của đơn vị",
    "unpublished": "Nguồn thứ cấp, chưa công khai",
}
READING_WORDS: dict[Reading, str] = {
    "full": "Đã đọc trọn bài",
    "excerpt": "Chỉ đọc được một đoạn",
    "title": "Chỉ đọc được tiêu đề",
}


class Source(Record):
    """An article or page."""

    nature: Nature = Field(
        title="Loại nguồn",
        description="official: trang chính thức; legal: trang pháp luật; press: báo chí; unit: trang của đơn vị; "
        "unpublished: nguồn thứ cấp, chưa công khai.",
    )
    publisher: Text | None = Field(
        default=None, title="Nơi đăng", description="Tên báo hoặc trang. Nguồn chưa công khai thì bỏ trống."
    )
    published_on: Day | None = Field(default=None, title="Ngày đăng", description="Dạng 2022-05-11.")
    url: Url | None = Field(default=None, title="Địa chỉ", description="Địa chỉ http hoặc https của bài.")
    reading: Reading = Field(
        title="Đã đọc đến đâu", description="full: trọn bài; excerpt: một đoạn; title: chỉ tiêu đề."
    )
    read_on: Day = Field(title="Ngày đọc", description="Ngày đã đọc, dạng 2026-11-22.")
    seed: Flag = Field(
        default=False,
        title="Bài gốc",
        description="true khi cẩm nang được dựng từ bài này: lệnh kiểm với --coverage kể từng điều đã dùng ở đâu.",
    )
    note: Text | None = Field(default=None, title="Lưu ý", description="Điều cần biết khi dùng nguồn này.")
    statements: Statements = Field(default=(), title="Các điều", description="Những điều nguồn nêu, mỗi điều một mục.")

    @model_validator(mode="after")
    def _an_unpublished_source_stays_unnamed(self) -> Self:
        if self.nature == "unpublished" and (self.url or self.publisher):
            raise PydanticCustomError(
                "unpublished",
                "Nguồn chưa công khai không được ghi nơi đăng hay địa chỉ.",
                {
                    "at": ("url",) if self.url else ("publisher",),
                    "hint": "Bỏ “publisher” và “url”, hoặc đổi “nature” nếu nguồn đã công khai.",
                },
            )
        return self
