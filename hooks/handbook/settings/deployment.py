"""The handbook's own settings (handbook.yml): name, address, repository, contact, units. What is unset, is absent."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, Strict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from handbook.reading.fields import Flag, Id, Model, Text, Url, Whole, unique_ids
from handbook.settings.typography import Typography

Mail = Annotated[str, Strict(), StringConstraints(pattern=r"^[^\s@<>\"?&]+@[^\s@<>\"?&]+\.[^\s@<>\"?&]+$")]


class Unit(Model):
    """A unit of measure: how it is written with a number."""

    id: Id = Field(title="Id", description="Tên ngắn không dấu, ví dụ minute.")
    label: Text = Field(title="Chữ", description="Chữ viết cạnh con số, ví dụ phút.")
    pad: Whole = Field(
        default=0, ge=0, le=4, title="Số chữ số", description="Viết đủ bấy nhiêu chữ số: 2 cho “02 ngày”."
    )
    joined: Flag = Field(default=False, title="Viết liền", description="true khi viết liền con số, như 90%.")
    leading: Flag = Field(default=False, title="Chữ đứng trước", description="true khi viết trước con số, như ngày 03.")


class Repository(Model):
    """Where the sources of the handbook are kept, so that pages can link to their line."""

    edit_address: Url = Field(
        title="Mẫu địa chỉ sửa",
        description="Địa chỉ trang sửa; {path} là tệp, {line} là dòng.",
    )
    issue_address: Url | None = Field(
        default=None,
        title="Mẫu địa chỉ góp ý",
        description="Địa chỉ viết góp ý mới, nếu có; {title} là tên góp ý, {body} là lời điền sẵn.",
    )

    @model_validator(mode="after")
    def _takes_what_is_written(self) -> Self:
        if self.issue_address is not None and "{body}" not in self.issue_address:
            raise PydanticCustomError(
                "issue",
                "Mẫu địa chỉ góp ý chưa có chỗ cho lời điền sẵn.",
                {"at": ("issue_address",), "hint": "Viết {body} vào chỗ nội dung góp ý."},
            )
        return self

    @model_validator(mode="after")
    def _names_the_file(self) -> Self:
        if "{path}" not in self.edit_address:
            raise PydanticCustomError(
                "edit",
                "Mẫu địa chỉ sửa chưa có chỗ cho tên tệp.",
                {"at": ("edit_address",), "hint": "Viết {path} vào chỗ tên tệp."},
            )
        return self

    def edit(self, path: str, line: int) -> str:
        """Give the address where a person edits `path` at `line`."""
        return self.edit_address.replace("{path}", path).replace("{line}", str(line))


class Deployment(Model):
    """This deployment of the generator."""

    schema_version: Whole = Field(ge=1, le=1, title="Phiên bản mẫu", description="Luôn là 1.")
    name: Text = Field(title="Tên cẩm nang", description="Tên đầy đủ.")
    address: Url | None = Field(default=None, title="Địa chỉ trang", description="Địa chỉ công khai, nếu đã có.")
    repository: Repository | None = Field(default=None, title="Kho mã", description="Nơi giữ tệp nguồn, nếu có.")
    contact: Text | None = Field(default=None, title="Liên hệ", description="Cách liên hệ, nếu có.")
    mail: Mail | None = Field(
        default=None,
        title="Hộp thư góp ý",
        description="Hộp thư nhận góp ý của người đọc, nếu có, ví dụ gop-y@vi-du.vn.",
    )
    home: Text = Field(default="Trang đầu", title="Tên trang đầu", description="Chữ đầu tiên của đường dẫn trang.")
    picture: Text | None = Field(
        default=None,
        title="Hình khi chia sẻ",
        description="Tệp hình trong thư mục bài viết, hiện khi gửi trang qua tin nhắn; cần có “address”.",
    )
    footer: tuple[Text, ...] = Field(default=(), title="Chân trang", description="Các câu cuối mọi trang; câu đầu đậm.")
    blanks: tuple[Text, ...] = Field(
        default=(),
        title="Chỗ điền đầu phiếu",
        description="Những chỗ điền tay in ở đầu bảng kiểm và phiếu chấm, ví dụ Chi bộ.",
    )
    units: Annotated[tuple[Unit, ...], AfterValidator(unique_ids("đơn vị"))] = Field(
        default=(), title="Đơn vị", description="Các đơn vị dùng trong dữ liệu."
    )
    typography: Typography = Field(
        default_factory=Typography,
        title="Thể thức văn bản",
        description="Lề, cỡ chữ, khoảng cách của văn bản để lưu; bỏ trống thì trình bày đơn giản.",
    )
