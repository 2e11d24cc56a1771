"""The front matter of a page written by hand: the keys editors may use and what they mean."""

from typing import Annotated, Literal

from pydantic import Field, Strict, StringConstraints

from handbook.reading.fields import Day, Flag, Model, Text, Whole
from handbook.records.closed_lists import OwnerId

Hidden = Literal["navigation", "toc", "path", "footer", "feedback"]
Tool = Literal["data", "planner", "calculators", "compare", "offline"]
"""What a page of its own may hold, each with a script of the theme."""


OldPath = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]


class Page(Model):
    """A page's front matter."""

    title: Text = Field(
        title="Tên trang", description="Tên trang, hiện ở thanh trình duyệt và danh mục.", max_length=160
    )
    description: Text = Field(
        title="Mô tả", description="Một câu nói trang này giúp gì, cho kết quả tìm kiếm.", max_length=300
    )
    draft: Flag = Field(
        default=False, title="Bản nháp", description="true khi chưa đăng: vẫn được kiểm tra, nhưng không có trang."
    )
    old_paths: tuple[OldPath, ...] = Field(
        default=(),
        title="Đường dẫn cũ",
        description="Các tệp, tính từ thư mục bài viết, mà trang này từng đứng; địa chỉ cũ tự dẫn sang đây.",
    )
    template: Text | None = Field(
        default=None, title="Khung trang", description="Tệp khung của giao diện, ví dụ home.html."
    )
    hide: tuple[Hidden, ...] = Field(default=(), title="Ẩn", description="Những phần của khung trang cần ẩn.")
    tool: Tool | None = Field(
        default=None,
        title="Công cụ",
        description="Công cụ đặt trên trang, trước mục đầu tiên. Trang vẫn phải nói cách làm bằng tay.",
    )
    reviewed_on: Day | None = Field(
        default=None, title="Ngày kiểm lại", description="Ngày gần nhất có người đọc lại cả trang."
    )
    owner: OwnerId | None = Field(
        default=None, title="Người phụ trách", description="Id khai trong vocabulary/owners.yml: ai lo phần này."
    )
    review_every: Whole | None = Field(
        default=None,
        ge=1,
        le=60,
        title="Chu kỳ kiểm lại",
        description="Bao nhiêu tháng thì đọc lại một lần, tính từ “reviewed_on”; chưa có ngày ấy thì đến hạn ngay.",
    )
