"""What the system refuses is said in Vietnamese, with what to do."""

import errno
import os
import shutil

import pytest

from handbook.diagnostics.system import told


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Ổ đĩa đã đầy, không ghi được: a/b.yml.\n    Cách sửa: Xóa bớt tệp"),
        (errno.EROFS, "Ổ đĩa này chỉ đọc được, không ghi được: a/b.yml.\n    Cách sửa: Chọn nơi khác"),
        (errno.EACCES, "Không có quyền đọc, ghi: a/b.yml.\n    Cách sửa: Xem lại quyền"),
        (errno.ENOTDIR, "Ở đây cần thư mục mà đang là tệp: a/b.yml.\n    Cách sửa: Dời tệp ấy đi"),
        (errno.EDOM, f"Hệ thống báo lỗi “{os.strerror(errno.EDOM)}”: a/b.yml.\n    Cách sửa: Chạy lại lệnh này"),
    ],
)
def test_an_error_of_the_system_is_told(number: int, words: str) -> None:
    """What it is, where, and what to do; what has no words of its own in the system's."""
    assert told(OSError(number, os.strerror(number), "a/b.yml")).startswith(words)


def test_an_error_without_a_place_is_told() -> None:
    """Nothing stands where the file's name would."""
    assert told(OSError(errno.ENOMEM, "")).startswith("Máy đã hết bộ nhớ.\n")


def test_a_folder_that_cannot_be_copied_is_told() -> None:
    """Python tells the reasons as a list of triples."""
    error = shutil.Error([("a/b.yml", "c/b.yml", "[Errno 28] No space left on device")])

    assert told(error).startswith("Không chép được a/b.yml sang thư mục tạm.\n    Cách sửa: ")
