"""What was seen when outside addresses were asked: one file, links.yml, written by a command and by nobody's hand.

No build and no check asks anything; they read here what the command saw.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Day, Model, Url, Whole

Outcome = Literal[
    "answers",
    "moved",
    "refused",
    "missing",
    "start-page",
    "failing",
    "certificate",
    "silent",
    "unreachable",
    "astray",
    "private",
]

OUTCOME_WORDS: dict[Outcome, str] = {
    "answers": "mở được",
    "moved": "mở được, nhưng nay ở địa chỉ khác",
    "refused": "máy chủ từ chối chương trình; người mở bằng trình duyệt mới biết",
    "missing": "máy chủ trả lời là không có trang này",
    "start-page": "dẫn về trang đầu của nơi đăng, có lẽ bài đã gỡ",
    "failing": "máy chủ báo lỗi của chính nó",
    "certificate": "chứng chỉ an toàn của máy chủ không hợp lệ",
    "silent": "máy chủ không trả lời trong thời gian chờ",
    "unreachable": "không tìm thấy máy chủ, hoặc không nối được",
    "astray": "máy chủ chuyển đi vòng quanh, hoặc tới nơi không phải trang web",
    "private": "địa chỉ trong mạng riêng, người đọc không mở được nên không hỏi",
}
WELL: frozenset[Outcome] = frozenset({"answers", "moved"})
UNKNOWN: frozenset[Outcome] = frozenset({"refused"})
"""No program can tell from it whether people see the page."""
BY_COMMAND = "Đừng sửa tay tệp này; chạy python3 scripts/links.py để máy ghi lại."


class SeenLink(Model):
    """An address with what was seen of it."""

    address: Url = Field(title="Địa chỉ", description="Địa chỉ như đã viết trong dữ liệu hay bài viết.")
    seen_well_on: Day | None = Field(
        default=None, title="Thấy mở được", description="Ngày gần nhất thấy mở được. Chưa lần nào thì bỏ trống."
    )
    asked_on: Day = Field(title="Ngày hỏi", description="Ngày hỏi gần nhất.")
    outcome: Outcome = Field(
        title="Đã thấy gì",
        description="; ".join(f"{outcome}: {told.replace(';', ',')}" for outcome, told in OUTCOME_WORDS.items()) + ".",
    )
    status: Whole | None = Field(
        default=None, ge=100, le=999, title="Mã trả lời", description="Mã mà máy chủ trả lời, ví dụ 404."
    )
    leads_to: Url | None = Field(default=None, title="Dẫn tới", description="Địa chỉ cuối cùng, nếu bị chuyển đi.")

    @property
    def is_dead(self) -> bool:
        """Whether readers found nothing there."""
        return self.outcome not in WELL | UNKNOWN

    @property
    def words(self) -> str:
        """What was seen, with the code that the server answered."""
        return OUTCOME_WORDS[self.outcome] + (f" (mã {self.status})" if self.status and self.is_dead else "")

    @model_validator(mode="after")
    def _days_fit(self) -> Self:
        well = self.outcome in WELL
        not_later = self.seen_well_on is None or self.seen_well_on <= self.asked_on
        if not (self.seen_well_on == self.asked_on if well else not_later):
            message = "Ngày thấy mở được phải là ngày hỏi." if well else "Ngày thấy mở được ở sau ngày hỏi."
            context = {"message": message, "at": ("seen_well_on",), "hint": BY_COMMAND}
            raise PydanticCustomError("seen", "{message}", context)
        return self


def _in_order(links: tuple[SeenLink, ...]) -> tuple[SeenLink, ...]:
    for index, (before, link) in enumerate(pairwise(links), 1):
        if link.address <= before.address:
            message = "Địa chỉ “{address}” không đúng thứ tự, hoặc đã có ở mục trước."
            context = {"address": link.address, "at": (index, "address"), "hint": BY_COMMAND}
            raise PydanticCustomError("order", message, context)
    return links


class Links(Model):
    """The file of all addresses that were ever asked."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    links: Annotated[tuple[SeenLink, ...], AfterValidator(_in_order)] = Field(
        default=(), title="Các địa chỉ", description="Máy ghi, xếp theo địa chỉ; địa chỉ không còn dùng thì máy bỏ đi."
    )

    def of(self, address: str) -> SeenLink | None:
        """Give what was seen of an address; None if it was never asked."""
        place = bisect_left(self.links, address, key=lambda link: link.address)
        found = self.links[place : place + 1]
        return found[0] if found and found[0].address == address else None
