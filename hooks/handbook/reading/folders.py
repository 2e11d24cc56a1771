"""Which files of a folder are read, and which are in the way. It must not know what is in them."""

import os
import re
from pathlib import Path

from handbook.diagnostics import Code, Finding
from handbook.text.slug import slug

_STEM = re.compile(r"[a-z][a-z0-9-]*")
_LEFT_BY_EDITORS = re.compile(r"\..*|.*~|.*\.sw[a-p]|#.*#|.*\.(?:bak|tmp|orig)|Thumbs\.db|desktop\.ini", re.IGNORECASE)


def list_files(
    folder: Path, root: Path, suffixes: frozenset[str], *, beside: frozenset[str] = frozenset()
) -> tuple[list[Path], list[Finding]]:
    """The files of a folder and its subfolders that have one of the suffixes and a proper name, sorted by name.

    Everything else is told, except what systems and editors leave behind (hidden files, backups). A symbolic link is
    followed only to a file inside the folder; a link to a folder is never followed.

    Args:
        folder: Where to look.
        root: What paths in findings are relative to.
        suffixes: Such as `{".yml"}`.
        beside: Suffixes of files that may lie beside them and are neither listed nor told, such as pictures.
    """
    if not folder.is_dir():
        message = "Không có thư mục này."
        return [], [Finding(_name(folder, root), 1, 1, Code.FILE_MISSING, message, "Tạo thư mục hoặc sửa thiết lập.")]
    files: list[Path] = []
    findings: list[Finding] = []
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(inside) as scanned:
                found = sorted(scanned, key=_name_of)
        except OSError:
            message, hint = "Không mở được thư mục này.", "Kiểm tra quyền đọc thư mục."
            findings.append(Finding(_name(inside, root), 1, 1, Code.FILE_MISSING, message, hint))
            continue
        for one in found:
            path = inside / one.name
            if _LEFT_BY_EDITORS.fullmatch(one.name) or (path.suffix in beside and not one.is_symlink()):
                continue
            odd = _odd_link(path, folder, root) if one.is_symlink() else None
            finding = odd or _odd_name(one, path, root, suffixes)
            if finding is not None:
                findings.append(finding)
            elif one.is_dir():
                waiting.append(path)
            else:
                files.append(path)
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix()), sorted(findings)


def _name_of(one: os.DirEntry[str]) -> str:
    return one.name


def _odd_link(path: Path, folder: Path, root: Path) -> Finding | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        message = "Liên kết tượng trưng trỏ vào chỗ không có hoặc trỏ vòng."
        return Finding(_name(path, root), 1, 1, Code.FILE_SYMLINK, message, "Xóa liên kết này.")
    if not target.is_relative_to(folder.resolve()):
        message = "Liên kết tượng trưng trỏ ra ngoài thư mục."
        return Finding(_name(path, root), 1, 1, Code.FILE_SYMLINK, message, "Thay bằng tệp thật.")
    if target.is_dir():
        message = "Liên kết tượng trưng trỏ vào một thư mục."
        return Finding(_name(path, root), 1, 1, Code.FILE_SYMLINK, message, "Thay bằng thư mục thật.")
    return None


def _odd_name(one: os.DirEntry[str], path: Path, root: Path, suffixes: frozenset[str]) -> Finding | None:
    if one.is_dir():
        return None
    if path.suffix not in suffixes:
        listed = ", ".join(sorted(suffixes))
        message, hint = f"Tệp ở đây phải có đuôi {listed}.", "Đổi đuôi tệp hoặc chuyển tệp sang thư mục khác."
        return Finding(_name(path, root), 1, 1, Code.FILE_NOT_A_RECORD, message, hint)
    if not one.is_file():
        return Finding(_name(path, root), 1, 1, Code.FILE_NOT_A_RECORD, "Đây không phải tệp thường.", "Xóa mục này.")
    if not _STEM.fullmatch(path.stem):
        message = "Tên tệp là mã của bản ghi: chỉ gồm chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ."
        hint = f"Đổi tên, ví dụ: {_proper(path.stem)}{path.suffix}"
        return Finding(_name(path, root), 1, 1, Code.FILE_ODD_NAME, message, hint)
    return None


def _proper(stem: str) -> str:
    proposed = slug(stem)
    return proposed if _STEM.fullmatch(proposed) else f"ban-ghi-{proposed}".rstrip("-")


def _name(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
