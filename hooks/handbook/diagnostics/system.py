"""What the system refused, in Vietnamese, and what to do about it. It must not know what was being done.

Needs nothing that has to be installed: a command may fail before anything is.
"""

import errno
import shutil

_FULL = "Xóa bớt tệp không cần, hoặc chọn ổ đĩa khác, rồi chạy lại lệnh này."
_PERMISSION = "Xem lại quyền của tệp, thư mục này, hoặc chạy bằng tài khoản có quyền."
_TOLD: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("Ổ đĩa đã đầy, không ghi được", _FULL),
    errno.EDQUOT: ("Tài khoản đã dùng hết phần ổ đĩa của mình, không ghi được", _FULL),
    errno.EFBIG: (
        "Tệp lớn hơn mức hệ thống cho phép, không ghi được",
        "Nới giới hạn (ulimit -f) rồi chạy lại lệnh này.",
    ),
    errno.EACCES: ("Không có quyền đọc, ghi", _PERMISSION),
    errno.EPERM: ("Hệ thống không cho đổi", _PERMISSION),
    errno.EROFS: ("Ổ đĩa này chỉ đọc được, không ghi được", "Chọn nơi khác để ghi rồi chạy lại lệnh này."),
    errno.ENOTDIR: ("Ở đây cần thư mục mà đang là tệp", "Dời tệp ấy đi, hoặc chọn nơi khác."),
    errno.EEXIST: ("Chỗ này đang có thứ khác", "Dời thứ ấy đi, hoặc chọn nơi khác."),
    errno.EISDIR: ("Ở đây cần tệp mà đang là thư mục", "Dời thư mục ấy đi, hoặc chọn nơi khác."),
    errno.ENOENT: ("Không còn tệp hay thư mục này", "Nếu vừa dời hay xóa thì đặt lại, rồi chạy lại lệnh này."),
    errno.ENOTEMPTY: ("Thư mục này vừa có thêm tệp trong lúc làm", "Chạy lại lệnh này khi không ai ghi vào đó."),
    errno.ENAMETOOLONG: ("Tên hoặc đường dẫn dài quá mức hệ thống cho phép", "Đặt tên ngắn hơn, hoặc chọn nơi khác."),
    errno.EMFILE: ("Mở quá nhiều tệp một lúc", "Nới giới hạn (ulimit -n) rồi chạy lại lệnh này."),
    errno.ENOMEM: ("Máy đã hết bộ nhớ", "Đóng bớt chương trình rồi chạy lại lệnh này."),
    errno.EIO: ("Ổ đĩa báo lỗi khi đọc, ghi", "Chép cẩm nang sang ổ đĩa khác rồi chạy lại lệnh này."),
}


def told(error: OSError) -> str:
    """Say what the system refused, where, and what to do."""
    what, remedy = _words(error)
    where = f": {error.filename}" if error.filename else ""
    return f"{what}{where}.\n    Cách sửa: {remedy}"


def _words(error: OSError) -> tuple[str, str]:
    if isinstance(error, shutil.Error):  # of a whole folder; it tells the reasons as a list
        source, _, _ = error.args[0][0]
        return f"Không chép được {source} sang thư mục tạm", "Xem lại quyền đọc, và ổ đĩa còn chỗ không."
    unknown = f"Hệ thống báo lỗi “{error.strerror or error}”"
    return _TOLD.get(error.errno or 0, (unknown, "Chạy lại lệnh này; thêm --debug để xem chi tiết."))
